import Kernel
import Planning
import Records
import Warehouse

/// How periods, points and definitions of market shares read.
enum ShareWords {
    /// `2026Q3`, `2026-09`, or the days.
    static func period(_ days: Period) -> Text {
        guard let grain = days.calendarGrain, grain != .day, grain != .week else { return PeriodName.days(days) }
        return Text(verbatim: PeriodName.axis(days, grain))
    }

    /// `+0.8 个百分点`
    static func points(_ points: Double) -> Text {
        let figure = (points > 0 ? "+" : "") + Figure.decimal(points, 2)
        return Text(zh: "\(figure) 个百分点", en: "\(figure) points")
    }

    static func change(_ growth: Double?) -> String { growth.map { Figure.change($0) } ?? "—" }

    /// `洗护发、身体护理 · 天猫 · 华东`
    static func scope(_ segment: MarketSegment) -> Text {
        let parts = segment.filters.map { filter in
            filter.members.map { filter.dimension.text(of: $0) }.reduce(nil as Text?) { joined, next in
                joined.map { $0 + Text(zh: "、", en: ", ") + next } ?? next
            } ?? Text(verbatim: "")
        }
        guard let first = parts.first else { return Text(zh: "全部品类、渠道与区域", en: "All that we sell") }
        return parts.dropFirst().reduce(first) { $0 + Text(verbatim: " · ") + $1 }
    }

    static func lead(_ points: Double) -> HTML {
        if abs(points) < 0.005 { return badge(Text(zh: "与路径一致", en: "On the path"), .good) }
        let size = Figure.decimal(abs(points), 2)
        return points > 0
            ? badge(Text(zh: "领先 \(size) 个百分点", en: "Ahead by \(size) points"), .good)
            : badge(Text(zh: "落后 \(size) 个百分点", en: "Behind by \(size) points"), .attention)
    }

    static func aimPath(_ aim: ShareAim) -> String {
        aim.record.type.id == "goal" ? "/plan/goals/\(aim.record.number)" : RecordDesk.path(aim.record)
    }
}
