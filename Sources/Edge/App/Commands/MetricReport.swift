import Collecting
import Foundation
import Kernel
import Warehouse

/// What `yunchou metric` prints. Keys are snake_case and stay; money is in minor units of the currency.
struct MetricReport: Encodable {
    struct Row: Encodable {
        let from: String
        let to: String
        let member: String?
        let value: Double?
        let lower: Double?
        let upper: Double?
        /// Why there is no value.
        let reason: Text?
        let partial: Bool
    }

    let metric: String
    let name: Text
    let unit: String
    let currency: String
    let zone: String
    let by: String?
    let refreshedAt: String?
    let rows: [Row]

    init(_ metric: Metric, _ answer: MetricAnswer, _ warehouse: Warehouse) {
        self.metric = metric.id
        name = metric.name
        unit = metric.unit.rawValue
        currency = warehouse.currency.code
        zone = warehouse.zone.identifier
        by = answer.question.by?.rawValue
        refreshedAt = answer.state.refreshedAt?.iso8601
        rows = answer.question.periods.enumerated().flatMap { position, period in
            (answer.question.by == nil ? [""] : answer.members).map { member in
                let value = answer.value(metric, position, member: member)
                return Row(
                    from: period.start.description, to: period.lastDay.description,
                    member: answer.question.by == nil ? nil : member, value: value.number, lower: value.interval?.lower,
                    upper: value.interval?.upper, reason: value.reason?.text,
                    partial: answer.isPartial(metric, position))
            }
        }
    }

    /// The same as a list for a file.
    static let columns: [(key: String, title: Text)] = [
        ("from_day", Text(zh: "起始日", en: "From")), ("to_day", Text(zh: "截止日", en: "To")),
        ("member", Text(zh: "成员", en: "Member")), ("value", Text(zh: "数值", en: "Value")),
        ("lower", Text(zh: "95% 下限", en: "Lower 95 %")), ("upper", Text(zh: "95% 上限", en: "Upper 95 %")),
        ("reason", Text(zh: "说明", en: "Note")), ("is_partial", Text(zh: "数据未完整", en: "Partial")),
    ]

    func cells(_ language: Language) -> [[ExportCell]] {
        rows.map { row in
            [
                .day(Day(row.from)), .day(Day(row.to)), .text(row.member), .number(row.value), .number(row.lower),
                .number(row.upper), .text(row.reason?[language]), .flag(row.partial),
            ]
        }
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }

    func table(_ language: Language) -> String {
        let title = "\(name[language])  (\(unit), \(currency), \(zone))\n"
        return title
            + rows.map { row in
                let value = row.value.map { String($0) } ?? row.reason?[language] ?? ""
                return "\(row.from)…\(row.to)\t\(row.member ?? "")\t\(value)\n"
            }.joined()
    }
}
