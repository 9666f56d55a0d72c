import Foundation
import Kernel
import Records

/// A web with a corner for each scale and a polygon for each record (five forces, rivals); beside it the totals.
struct RecordSpider {
    let type: RecordType
    let records: [Record]
    let fields: [String]
    let total: Text
    /// High scores speak against us: the total is turned round.
    let isReversed: Bool

    /// More polygons than this cannot be told apart.
    private static let most = 6
    private static let (middle, center, radius) = (300.0, 205.0, 150.0)

    var html: HTML {
        let scored = records.filter { Self.score($0, fields, isReversed: isReversed) != nil }
        let shown = Array(
            scored.sorted { (value($1), $0.number) < (value($0), $1.number) }.prefix(Self.most))
        return HTML {
            if shown.isEmpty { nothing } else { drawn(shown, of: scored.count) }
            unscored(records.filter { Self.score($0, fields, isReversed: isReversed) == nil })
        }
    }

    /// The mean of the scores, or what is left of it to the far end of the scale; `nil` while one is missing.
    static func score(_ record: Record, _ fields: [String], isReversed: Bool) -> Double? {
        let steps = fields.compactMap { record.whole($0) }
        guard steps.count == fields.count, case .scale(let range)? = record.type.field(fields[0])?.kind else {
            return nil
        }
        let mean = Double(steps.reduce(0, +)) / Double(steps.count)
        return isReversed ? Double(range.lowerBound + range.upperBound) - mean : mean
    }

    private func value(_ record: Record) -> Double { Self.score(record, fields, isReversed: isReversed) ?? 0 }

    /// Corner by corner, the first at the top; a part of the radius from 0 to 1.
    static func point(_ place: Int, of count: Int, _ part: Double) -> (x: Double, y: Double) {
        let angle = 2 * Double.pi * Double(place) / Double(count) - Double.pi / 2
        return (middle + radius * part * cos(angle), center + radius * part * sin(angle))
    }

    private var top: Int {
        if case .scale(let range)? = type.field(fields[0])?.kind { range.upperBound } else { 1 }
    }

    private func drawn(_ shown: [Record], of count: Int) -> HTML {
        div(.class("two-thirds")) {
            card {
                svg(.class("spider"), .attribute("viewBox", "0 0 600 400"), .role("group"), .label(type.name)) {
                    web
                    for (place, record) in shown.enumerated() { polygon(record, "tone-\(place + 1)") }
                }
            }
            card(total, note: note(shown.count, count)) {
                for (place, record) in shown.enumerated() { row(record, "tone-\(place + 1)") }
            }
        }
    }

    private func note(_ shown: Int, _ count: Int) -> Text {
        let how =
            isReversed
            ? Text(zh: "\(top + 1) 减去各项均分，越高越好。", en: "\(top + 1) less the mean: the higher the better.")
            : Text(zh: "各项均分，满分 \(top)。", en: "The mean, out of \(top).")
        return shown == count
            ? how : how + Text(zh: "显示前 \(shown) 条，共 \(count) 条。", en: " The first \(shown) of \(count).")
    }

    private var web: HTML {
        HTML {
            for ring in 1...top {
                Shape.polygon(
                    "spider-ring", fields.indices.map { Self.point($0, of: fields.count, Double(ring) / Double(top)) })
            }
            for place in fields.indices {
                let end = Self.point(place, of: fields.count, 1)
                Shape.line("spider-ring", Self.middle, Self.center, end.x, end.y)
                corner(place)
            }
        }
    }

    private func corner(_ place: Int) -> HTML {
        let at = Self.point(place, of: fields.count, 1.1)
        let anchor = at.x > Self.middle + 10 ? "start" : at.x < Self.middle - 10 ? "end" : "middle"
        let y = at.y + (at.y > Self.center + 100 ? 12 : 4)
        return Shape.text("spider-name", at.x, y, anchor: anchor) { type.field(fields[place])?.name }
    }

    private func polygon(_ record: Record, _ tone: String) -> HTML {
        let points = fields.enumerated().map { place, field in
            Self.point(place, of: fields.count, Double(record.whole(field) ?? 0) / Double(top))
        }
        return element("a", [.href(RecordDesk.path(record))]) {
            Shape.polygon("spider-shape \(tone)", points)
            for point in points { Shape.circle("spider-dot \(tone)", point.x, point.y, 3.5) }
            element("title", []) { record.title }
        }
    }

    private func row(_ record: Record, _ tone: String) -> HTML {
        div(.class("spider-row")) {
            span(.class("kind-dot \(tone)"), .ariaHidden) {}
            a(.href(RecordDesk.path(record))) { record.title }
            span(.class("num")) { Figure.decimal(value(record), 1) }
            shareBar(value(record) / Double(top))
        }
    }

    private var nothing: HTML {
        card {
            emptyState(
                "chart-donut", Text(zh: "还没有打分完整的记录", en: "Nothing is fully scored yet"),
                Text(zh: "打开一条记录，填完各项得分后即可在此比较。", en: "Give one record all its scores to see it here."))
        }
    }

    private func unscored(_ rest: [Record]) -> HTML {
        if rest.isEmpty { return HTML() }
        return card(Text(zh: "得分不全", en: "Scores are missing")) {
            ul(.class("plain-list")) {
                for record in rest {
                    li {
                        a(.class("record-link"), .href(RecordDesk.path(record) + "/edit")) {
                            span(.class("record-code")) { record.code }
                            record.title
                        }
                    }
                }
            }
        }
    }
}
