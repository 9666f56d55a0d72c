import Foundation
package import GRDB
import Kernel
import Store

/// Sheets of records come in: a plan first, which writes nothing, then all of it in one transaction.
extension RecordStore {
    /// Problems: `access.forbidden`, and `SheetProblem`s where the sheet as a whole cannot be read.
    package func plan(_ db: Database, _ type: RecordType, _ grid: RecordGrid, by author: RecordAuthor) throws
        -> RecordImportPlan
    {
        try author.require(.edit, type)
        try author.require(.view, type)
        return try SheetPlanner(db, self, type, grid, author).plan()
    }

    package func plan(_ type: RecordType, _ grid: RecordGrid, by author: RecordAuthor) async throws -> RecordImportPlan
    {
        try await store.read { try plan($0, type, grid, by: author) }
    }

    /// Does what the plan says, as it stands at this moment: rows that somebody else was faster with are refused.
    /// - Parameters:
    ///   - key: names the file; the same one is taken once.
    ///   - keep: writes down what was refused, before the transaction ends: if it throws, nothing was written.
    /// Problems: those of `plan`, and `sheet.already_taken`.
    @discardableResult
    package func apply(
        _ type: RecordType, _ grid: RecordGrid, named file: String, key: String, by author: RecordAuthor,
        keep: @Sendable @escaping (RecordImportPlan) throws -> Void = { _ in }
    ) async throws -> RecordImportPlan {
        try await store.write { db in
            if try outcome(db, key) != nil { throw SheetProblem.alreadyTaken }
            let plan = try plan(db, type, grid, by: author)
            for row in plan.rows {
                switch row.outcome {
                case .new(let values): try create(db, type, values, by: author)
                case .changed(let record, let changes):
                    try change(db, record, from: record.version, changes, by: author)
                case .unchanged, .refused: continue
                }
            }
            try store.audit.append(
                db, author: author.author, action: Self.imported, subject: "import:\(key)",
                detail: [
                    "type": type.id, "file": file, "new": String(plan.made.count),
                    "changed": String(plan.changed.count), "unchanged": String(plan.unchanged),
                    "refused": String(plan.refused.count),
                ])
            try keep(plan)
            return plan
        }
    }

    private static let imported = "record.import"

    /// How the file of that key was taken: numbers of rows by `new`, `changed`, `unchanged`, `refused`. `nil`: not yet.
    package func outcome(_ db: Database, _ key: String) throws -> [String: Int]? {
        let entries = try store.audit.entries(db, subject: "import:\(key)", limit: 1)
        guard let entry = entries.first(where: { $0.action == Self.imported }) else { return nil }
        return try JSONDecoder().decode([String: String].self, from: Data(entry.detail.utf8)).compactMapValues {
            Int($0)
        }
    }

    /// `PEST-12` → 12
    static func number(ofCode text: String, _ type: RecordType) -> Int64? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].uppercased() == type.prefix, let number = Int64(parts[1]), number > 0 else {
            return nil
        }
        return number
    }

    /// Line ends and blanks at the ends do not survive every program; a difference in them alone is none.
    static func sameText(_ text: String) -> String {
        let plain =
            text.utf8.contains(0x0D) ? text.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : text
        return plain.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
