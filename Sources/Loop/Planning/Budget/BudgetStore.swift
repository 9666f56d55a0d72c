import Kernel
import Records

import class GRDB.Database

/// Reads budgets whole, in the transaction of whoever asks.
struct BudgetStore {
    let db: Database
    let records: RecordStore

    init(_ db: Database, _ records: RecordStore) {
        self.db = db
        self.records = records
    }

    /// - Parameter followed: with what the warehouse said last; without, as the start for reading it anew.
    func book(_ budget: Record, followed: Bool = true) throws -> BudgetBook {
        let lines = try records.all(db, .budgetLine, where: "budget", is: budget.id)
        return BudgetBook(
            budget, lines: lines, children: try records.all(db, .budget, where: "parent", is: budget.id),
            requests: try lines.flatMap { try records.all(db, .spendRequest, where: "line", is: $0.id) },
            moves: try moves(of: lines), waiting: try records.waiting(db, .spendRequest),
            outside: followed ? try LineSpendStore(db: db).amounts() : [:])
    }

    /// Each once, though it names two lines.
    private func moves(of lines: [Record]) throws -> [Record] {
        let own = Set(lines.map(\.id))
        return try [RecordType.budgetTransfer, .poolDraw].flatMap { type in
            try records.all(db, type).filter { move in
                [move.whole("from_line"), move.whole("to_line")].contains { $0.map(own.contains) ?? false }
            }
        }
    }

    func budget(_ id: Int64?) throws -> Record? { try id.flatMap { try records.record(db, .budget, id: $0) } }

    /// The line with where it stands and the budget it belongs to.
    func position(_ line: Int64?) throws -> (position: LinePosition, budget: Record)? {
        guard let line = try line.flatMap({ try records.record(db, .budgetLine, id: $0) }),
            let budget = try budget(line.whole("budget"))
        else { return nil }
        guard let position = try book(budget).positions.first(where: { $0.id == line.id }) else { return nil }
        return (position, budget)
    }

    func constants() throws -> BudgetConstants { BudgetConstants(try records.all(db, .budgetRule), records.currency) }

    /// The request against those that count: under approval, approved or paid.
    func splitCheck(_ request: Record) throws -> SplitCheck {
        let waiting = try records.waiting(db, .spendRequest)
        let others = try records.all(db, .spendRequest).filter {
            $0.state == "approved" || $0.state == "paid" || waiting.contains($0.id)
        }
        return SplitCheck(claim(request), among: others.map(claim), try constants())
    }

    private func claim(_ request: Record) -> SplitCheck.Claim {
        SplitCheck.Claim(
            id: request.id, code: request.code, line: request.whole("line") ?? 0,
            supplier: request.text("supplier") ?? "", author: request.createdBy, amount: request.whole("amount") ?? 0,
            at: request.createdAt)
    }
}
