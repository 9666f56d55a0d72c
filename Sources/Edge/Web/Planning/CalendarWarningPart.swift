import Kernel
import Planning
import Records

/// What in the calendar wants somebody's attention, the urgent first.
struct CalendarWarningPart {
    let warnings: [CalendarWarning]
    let today: Day
    let mayAdd: Bool
    private static let most = 4

    init(warnings: [CalendarWarning], today: Day, mayAdd: Bool) {
        self.warnings = warnings.sorted { ($0.isUrgent ? 0 : 1, $0.day) < ($1.isUrgent ? 0 : 1, $1.day) }
        self.today = today
        self.mayAdd = mayAdd
    }

    var html: HTML {
        if warnings.isEmpty { return HTML() }
        return card(
            Text(zh: "需要处理 \(warnings.count) 项", en: "\(warnings.count) to see to"),
            note: counts
        ) {
            ul(.class("plain-list")) { for warning in warnings.prefix(Self.most) { line(warning) } }
            if warnings.count > Self.most {
                details {
                    summary { Text(zh: "其余 \(warnings.count - Self.most) 项", en: "\(warnings.count - Self.most) more") }
                    ul(.class("plain-list")) { for warning in warnings.dropFirst(Self.most) { line(warning) } }
                }
            }
        }
    }

    /// 未来一年：该开始准备了 5、档期冲突 1
    private var counts: Text {
        let kinds = Dictionary(grouping: warnings, by: \.kind)
        let words = CalendarWarning.Kind.allCases.compactMap { kind in
            kinds[kind].map { Self.word(kind) + Text(verbatim: " \($0.count)") }
        }
        return Text(
            zh: "未来一年：" + words.map(\.zh).joined(separator: "、"),
            en: "The year ahead: " + words.map(\.en).joined(separator: ", "))
    }

    private func line(_ warning: CalendarWarning) -> HTML {
        li {
            badge(Self.word(warning.kind), warning.isUrgent ? .bad : .attention)
            span(.class("link-row")) {
                for item in warning.items {
                    if let record = item.record {
                        a(.class("record-link"), .href(RecordDesk.path(record))) {
                            span(.class("record-code")) { record.code }
                            record.title
                        }
                    } else {
                        strong { item.title }
                    }
                }
            }
            span(.class("quiet")) { about(warning) }
            if warning.kind == .unplanned, mayAdd, let item = warning.items.first {
                a(.class("btn btn-small"), .href(CalendarPages.plan(item))) { Text(zh: "安排", en: "Plan it") }
            }
        }
    }

    private static func word(_ kind: CalendarWarning.Kind) -> Text {
        switch kind {
        case .notStarted: Text(zh: "已到期未启动", en: "Not started")
        case .lateStart: Text(zh: "该开始准备了", en: "Prepare now")
        case .clash: Text(zh: "档期冲突", en: "Clash")
        case .twoBig: Text(zh: "两个 S 级同期", en: "Two S events")
        case .unplanned: Text(zh: "尚未安排", en: "Not planned")
        }
    }

    private func about(_ warning: CalendarWarning) -> Text {
        guard let item = warning.items.first, let other = warning.items.last else { return Text(verbatim: "") }
        switch warning.kind {
        case .notStarted:
            return Text(zh: "\(item.first) 开始，记录仍是“待开始”。", en: "It began on \(item.first) and is still planned.")
        case .lateStart:
            return late(item)
        case .clash:
            let names = Self.platforms(warning.platforms)
            return Text(
                zh: "\(max(item.first, other.first)) 起在\(names.zh)同时面向相同人群。",
                en: "Both for the same people on \(names.en) from \(max(item.first, other.first)).")
        case .twoBig:
            return Text(
                zh: "\(item.first) 与 \(other.first) 开始，有一周重叠，人力与预算会互相挤占。",
                en: "From \(item.first) and from \(other.first): they share a week and compete for people and budget.")
        case .unplanned:
            return Text(
                zh: "\(item.first)，通常提前 \(item.leadDays) 天准备，还有 \(item.first - today) 天。",
                en: "On \(item.first); usually takes \(counted(item.leadDays)), \(counted(item.first - today)) left.")
        }
    }

    private func late(_ item: CalendarItem) -> Text {
        let days = today - item.prepareFrom
        let begins = Text(
            zh: "\(item.first) 开始，需提前 \(item.leadDays) 天准备，",
            en: "Begins on \(item.first) and takes \(counted(item.leadDays)) of preparation: ")
        return begins
            + (days == 0
                ? Text(zh: "今天应启动。", en: "due today.")
                : Text(
                    zh: "应于 \(item.prepareFrom) 启动，已晚 \(days) 天。",
                    en: "due on \(item.prepareFrom), \(counted(days)) late."))
    }

    private func counted(_ days: Int) -> String { days == 1 ? "1 day" : "\(days) days" }

    private static func platforms(_ ids: Set<String>) -> Text {
        let names =
            PlanningTypes.all.first { $0.id == "calendar_entry" }?.field("platforms")?.kind.choiceList
            .filter { ids.contains($0.id) }.map(\.name) ?? []
        return Text(zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
    }
}
