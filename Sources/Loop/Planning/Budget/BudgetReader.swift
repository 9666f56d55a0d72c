package import Kernel
package import Records
import Store
package import Warehouse

/// Reads budgets for pages.
package struct BudgetReader: Sendable {
    package let records: RecordStore
    package let warehouse: Warehouse

    package init(_ records: RecordStore, _ warehouse: Warehouse) {
        self.records = records
        self.warehouse = warehouse
    }

    package func budgets(for reader: RecordAuthor) async throws -> [Record] {
        try await all(.budget, [], for: reader).sorted {
            ($0.day("starts_on") ?? $0.changedDay, $0.number) > ($1.day("starts_on") ?? $1.changedDay, $1.number)
        }
    }

    /// Where its lines stand by what was written here and what the warehouse said last. Problem: `record.unknown_record`.
    package func book(_ number: Int64, for reader: RecordAuthor) async throws -> BudgetBook {
        let budget = try await records.find(.budget, number: number, for: reader)
        return try await seen(budget, for: reader)
    }

    package func book(of budget: Record, for reader: RecordAuthor) async throws -> BudgetBook {
        try await seen(budget, for: reader)
    }

    /// The whole view. Problem: `record.unknown_record`.
    package func view(_ number: Int64, today: Day, for reader: RecordAuthor) async throws -> BudgetView {
        var book = try await seen(records.find(.budget, number: number, for: reader), for: reader, followed: false)
        let regions = reader.regions(.budgetLine)
        let actuals = try await BudgetActuals.read(book.period, today: today, from: warehouse)
        book.positions = actuals.follow(book.positions, in: book.period, today: today, regions: regions)
        let constants = try await constants(for: reader)
        let targets = try await mixTargets(for: reader)
        let positions = book.positions
        return BudgetView(
            book: book, constants: constants,
            mixes: MixScheme.allCases.map { MixReport($0, positions, targets: targets[$0] ?? [:]) },
            returns: try await returns(in: book.period, upTo: actuals.media.upTo, regions: regions),
            names: try await records.store.read { try records.names($0, of: positions.map(\.line.record)) },
            upTo: actuals.media.upTo)
    }

    /// Reads from the warehouse what the lines of budgets in force cost, and keeps it for the checks of balances (BU-06,
    /// BU-08). Run after every load and before somebody asks for money. Returns how many lines changed.
    @discardableResult
    package func keepOutside(today: Day) async throws -> Int {
        var changed = 0
        for budget in try await all(.budget, [.state(["active"])], for: .system) {
            let book = try await records.store.read { try BudgetStore($0, records).book(budget, followed: false) }
            guard book.positions.contains(where: { $0.line.source != .requests }) else { continue }
            let actuals = try await BudgetActuals.read(book.period, today: today, from: warehouse)
            let followed = actuals.follow(book.positions, in: book.period, today: today)
            let now = records.store.clock.now()
            changed += try await records.store.write { db in
                try followed.count { position in
                    guard let day = actuals.upTo(of: position.line.source) else { return false }
                    return try LineSpendStore(db: db).keep(position.id, position.spent, upTo: day, at: now)
                }
            }
        }
        return changed
    }

    private func seen(_ budget: Record, for reader: RecordAuthor, followed: Bool = true) async throws -> BudgetBook {
        let visible = Set(
            try await all(.budgetLine, [.anyOf(field: "budget", [.whole(budget.id)])], for: reader).map(\.id))
        var book = try await records.store.read { try BudgetStore($0, records).book(budget, followed: followed) }
        book.positions = book.positions.filter { visible.contains($0.id) }
        return book
    }

    package func constants(for reader: RecordAuthor) async throws -> BudgetConstants {
        try await records.store.read { try BudgetStore($0, records).constants() }
    }

    package func mixTargets(for reader: RecordAuthor) async throws -> [MixScheme: [String: Double]] {
        let own = try await all(.mixTarget, [], for: reader).filter { $0.state != "retired" }
        return own.reduce(into: [:]) { targets, record in
            guard let scheme = record.text("scheme").flatMap(MixScheme.init(rawValue:)),
                let category = record.text("category")
            else { return }
            targets[scheme, default: [:]][category] = record.number("share")
        }
    }

    /// All records that the reader may see.
    package func all(_ type: RecordType, _ conditions: [RecordCondition], for reader: RecordAuthor) async throws
        -> [Record]
    {
        try await records.list(
            type, RecordQuery(conditions, sort: RecordSort("number")), limit: 20_000, for: reader
        ).records
    }

    private func returns(in period: Period, upTo day: Day?, regions: Set<String>?) async throws
        -> [String: BudgetView.ChannelReturn]
    {
        guard let day, let onSpend = Metric.named("roas"), let onMargin = Metric.named("roi") else { return [:] }
        let filters = regions.map { [DimensionFilter(.region, $0.sorted())] } ?? []
        let answer = try await MetricReader(warehouse).answer(
            MetricQuestion(
                [onSpend, onMargin], in: [Period(from: period.start, upTo: day + 1)], by: .adChannel, where: filters))
        return answer.members.reduce(into: [:]) { found, member in
            found[member] = BudgetView.ChannelReturn(
                onSpend: answer.value(onSpend, 0, member: member), onMargin: answer.value(onMargin, 0, member: member))
        }
    }
}

extension Record {
    /// For ordering where no day is filled in.
    fileprivate var changedDay: Day { BusinessZone.utc.day(of: createdAt) }
}
