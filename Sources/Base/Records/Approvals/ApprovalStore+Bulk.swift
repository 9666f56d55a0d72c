import GRDB
import Kernel
import Store

/// Asking for the approval of many records at once: a request each.
package struct ApprovalBulkOutcome: Sendable {
    package let sent: [ApprovalRequest]
    package let refused: [BulkOutcome.Refusal]

    /// So many records at a time: somebody has to decide each.
    package static let most = 500
}

extension ApprovalStore {
    /// With the checks, rights, version, route and audit of each, in one transaction. A record that cannot be asked for is
    /// said; the others go on. Problem: `record.too_many`.
    package func request(
        _ move: String, ofMany chosen: [RecordChoice], _ type: RecordType, note: String, by author: RecordAuthor
    ) async throws -> ApprovalBulkOutcome {
        try author.require(.edit, type)
        if chosen.count > ApprovalBulkOutcome.most {
            throw RecordProblem.tooMany(had: chosen.count, limit: ApprovalBulkOutcome.most)
        }
        return try await store.write { db in
            var sent: [ApprovalRequest] = []
            var refused: [BulkOutcome.Refusal] = []
            for choice in chosen {
                var title = ""
                do {
                    let record = try records.find(db, type, number: choice.number, for: author)
                    title = record.title
                    var request: ApprovalRequest?
                    try db.inSavepoint {
                        request = try self.request(
                            db, move, of: record, from: choice.version, note: note, by: author)
                        return .commit
                    }
                    if let request { sent.append(request) }
                } catch let problem as any Problem {
                    refused.append(
                        BulkOutcome.Refusal(
                            number: choice.number, code: type.number(choice.number), title: title, text: problem.text))
                }
            }
            return ApprovalBulkOutcome(sent: sent, refused: refused)
        }
    }
}
