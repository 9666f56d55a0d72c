package import Kernel
package import Records

/// A phase of a strategy plan on the calendar: its days follow from the day the plan starts (S-03).
package struct StrategyPhase: Sendable, Identifiable {
    package var id: String { kind }
    /// `phase_foundation`, `phase_scale`, `phase_ecosystem`.
    package let kind: String
    package let name: Text
    /// `nil` while nobody has written the phase down.
    package let record: Record?
    package let firstMonth: Int
    package let lastMonth: Int
    package let days: Period

    /// Months 0–6, 7–18 and 19–36 (S-03).
    private static let standard: [(kind: String, first: Int, last: Int)] = [
        ("phase_foundation", 0, 6), ("phase_scale", 7, 18), ("phase_ecosystem", 19, 36),
    ]

    /// The phases written down for a plan, or the three of the standard; empty for a plan without a first day.
    /// Month 7 begins six months after the first day, on the same day of the month.
    package static func phases(of plan: Record, _ records: [Record]) -> [StrategyPhase] {
        guard case .day(let start) = plan["starts_on"] else { return [] }
        let own = records.filter { $0["plan"] == .whole(plan.id) }
        if own.isEmpty {
            return standard.map { phase in
                StrategyPhase(
                    kind: phase.kind, name: name(phase.kind), record: nil, firstMonth: phase.first,
                    lastMonth: phase.last, days: days(phase.first, phase.last, from: start))
            }
        }
        return own.compactMap { record in
            guard case .text(let kind) = record["kind"], case .number(let first) = record["first_month"],
                case .number(let last) = record["last_month"]
            else { return nil }
            return StrategyPhase(
                kind: kind, name: Text(verbatim: record.title), record: record, firstMonth: Int(first),
                lastMonth: Int(last), days: days(Int(first), Int(last), from: start))
        }.sorted { ($0.days.start, $0.kind) < ($1.days.start, $1.kind) }
    }

    static func days(_ first: Int, _ last: Int, from start: Day) -> Period {
        Period(from: start.adding(months: max(0, first - 1)), upTo: start.adding(months: last))
    }

    private static func name(_ kind: String) -> Text {
        RecordType.phase.field("kind")?.kind.choiceList.first { $0.id == kind }?.name ?? Text(verbatim: kind)
    }

    /// Where a day lies: 1 is the plan's first month. `nil` before it.
    package static func month(of day: Day, from start: Day) -> Int? {
        guard day >= start else { return nil }
        let months = (day.year - start.year) * 12 + day.month - start.month
        return start.adding(months: months) <= day ? months + 1 : months
    }
}
