package import Kernel
package import Records

/// What a text would do, in the words of those who answer for it: goals, money, dates, and the rest.
package struct PlanEffect: Sendable {
    package enum Part: String, Sendable, CaseIterable {
        case goals, money, dates, others

        package var name: Text {
            switch self {
            case .goals: Text(zh: "目标", en: "Goals")
            case .money: Text(zh: "预算与金额", en: "Budget and money")
            case .dates: Text(zh: "日期", en: "Dates")
            case .others: Text(zh: "其他内容", en: "Other fields")
            }
        }
    }

    /// One field of one record.
    package struct Line: Sendable {
        package let code: String
        package let title: String
        package let field: RecordField
        package let before: RecordValue?
        package let after: RecordValue?
        /// By how much, where both are numbers or days.
        package let difference: Text?
    }

    package let outcome: PlanOutcome
    package let lines: [Part: [Line]]
    /// The planned money of all budget lines in the text that change or are new, before and after; in the smallest unit.
    package let planned: (before: Int64, after: Int64)
    let currency: Currency

    package init(_ outcome: PlanOutcome, currency: Currency) {
        self.outcome = outcome
        self.currency = currency
        var lines: [Part: [Line]] = [:]
        for change in outcome.changed {
            for field in change.changes {
                let line = Line(
                    code: change.before.code, title: change.after.title, field: field.field, before: field.before,
                    after: field.after, difference: Self.difference(field, currency))
                lines[Self.part(field.field, change.before.type), default: []].append(line)
            }
        }
        self.lines = lines
        let budgetLines = outcome.changed.filter { $0.before.type.id == "budget_line" }
        let newLines = outcome.made.map(\.record).filter { $0.type.id == "budget_line" }
        planned = (
            budgetLines.reduce(0) { $0 + ($1.before.whole("planned") ?? 0) },
            budgetLines.reduce(0) { $0 + ($1.after.whole("planned") ?? 0) }
                + newLines.reduce(0) { $0 + ($1.whole("planned") ?? 0) }
        )
    }

    private static func part(_ field: RecordField, _ type: RecordType) -> Part {
        switch field.kind {
        case .money: .money
        case .day: .dates
        case .number where ["goal", "key_result", "strategy_measure", "measure_checkpoint"].contains(type.id): .goals
        default: .others
        }
    }

    private static func difference(_ change: FieldChange, _ currency: Currency) -> Text? {
        switch (change.field.kind, change.before, change.after) {
        case (.money, let before, .whole(let after)):
            let old: Int64 = if case .whole(let units) = before { units } else { 0 }
            return Text(verbatim: signed(after - old, change.field, currency))
        case (_, .day(let before), .day(let after)):
            let days = after - before
            let sign = days > 0 ? "+" : ""
            return Text(zh: "\(sign)\(days) 天", en: "\(sign)\(days) d")
        case (.number, .number(let before), .number(let after)):
            let part = before == 0 ? "" : " (\(percent(after / before - 1)))"
            return Text(verbatim: (after >= before ? "+" : "") + plain(after - before) + part)
        default: return nil
        }
    }

    private static func signed(_ units: Int64, _ field: RecordField, _ currency: Currency) -> String {
        let text = FieldText(field, currency: currency).text(of: .whole(units), in: .en) { _ in nil }
        return units > 0 ? "+" + text : text
    }

    private static func percent(_ share: Double) -> String {
        let tenths = (share * 1_000).rounded() / 10
        return (tenths > 0 ? "+" : "") + plain(tenths) + "%"
    }

    /// Rounded to what a reader needs: differences of decimals are no exact decimals themselves.
    private static func plain(_ number: Double) -> String {
        let rounded = (number * 1e6).rounded() / 1e6
        return rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int64(rounded)) : String(rounded)
    }
}
