package import Records
import Store

/// What a record that waits for approval would do to a budget line or to the budget above it. All amounts in the smallest
/// unit of the currency.
package struct BudgetEffect: Sendable, Identifiable {
    package var id: String { holder.code }
    /// The line, or the budget above.
    package let holder: RecordName
    /// What it holds as it stands now.
    package let whole: Int64
    /// What is left of it before.
    package let before: Int64
    /// Negative where it takes.
    package let change: Int64
    /// What other requests under way ask of it besides.
    package let pending: Int64

    package var after: Int64 { before + change }
    package var isCovered: Bool { after >= 0 }
}

extension BudgetReader {
    /// Empty for records that touch no budget, and for readers who see none.
    package func effects(of record: Record, for reader: RecordAuthor) async throws -> [BudgetEffect] {
        guard reader.may(.view, .budgetLine) else { return [] }
        let amount = record.whole("amount") ?? 0
        return try await records.store.read { db in
            let store = BudgetStore(db, records)
            switch record.type.id {
            case RecordType.spendRequest.id:
                let isOwnPending = try records.waiting(db, .spendRequest).contains(record.id)
                return try [
                    store.effect(on: record.whole("line"), -amount, own: isOwnPending ? amount : 0)
                ].compactMap { $0 }
            case RecordType.budgetTransfer.id, RecordType.poolDraw.id:
                return try [
                    store.effect(on: record.whole("from_line"), -amount),
                    store.effect(on: record.whole("to_line"), amount),
                ].compactMap { $0 }
            case RecordType.budget.id: return try [store.effect(of: record)].compactMap { $0 }
            default: return []
            }
        }
    }
}

extension BudgetStore {
    /// - Parameter own: what of the pending amount is the request itself.
    fileprivate func effect(on line: Int64?, _ change: Int64, own: Int64 = 0) throws -> BudgetEffect? {
        guard let position = try position(line)?.position else { return nil }
        return BudgetEffect(
            holder: RecordName(position.line.record), whole: position.adjusted, before: position.remaining,
            change: change, pending: position.pending - own)
    }

    /// A budget takes its total from the one above it.
    fileprivate func effect(of budget: Record) throws -> BudgetEffect? {
        guard let parent = try self.budget(budget.whole("parent")) else { return nil }
        let book = try book(parent)
        let total = budget.whole("total") ?? 0
        let own = book.children.contains { $0.id == budget.id } ? total : 0
        return BudgetEffect(
            holder: RecordName(parent), whole: book.total, before: book.unallocated + own, change: -total, pending: 0)
    }
}
