package import GRDB
package import Kernel
import Store

/// What somebody who decides has to know besides the text.
extension ApprovalStore {
    /// What would stand in the way if the last yes came now: the move is made and taken back, so that every rule is asked.
    /// `nil`: nothing. Requests that are over have nothing in their way.
    package func obstacle(_ request: ApprovalRequest) async throws -> Text? {
        guard request.state == .open else { return nil }
        return try await store.write { db in
            var found: Text?
            try db.inSavepoint {
                do {
                    let record = try record(db, request)
                    try records.makeApproved(db, record, from: request.version, request.move, by: .system)
                } catch let problem as any Problem { found = problem.text }
                return .rollback
            }
            return found
        }
    }

    /// Records of that type that a record names or that name it, or that stand so to what it names: the nearest first.
    package func near(_ db: Database, _ record: Record, _ type: String, for reader: RecordAuthor) throws -> [Record] {
        guard records.catalog.type(type) != nil else { return [] }
        var found = try beside(db, record, type, reader)
        for target in try named(db, record) where found.count < 20 {
            let others = try beside(db, target, type, reader)
            found += others.filter { other in other.id != record.id && !found.contains { $0.id == other.id } }
        }
        return Array(found.prefix(20))
    }

    private func beside(_ db: Database, _ record: Record, _ type: String, _ reader: RecordAuthor) throws -> [Record] {
        let named = try named(db, record).filter { $0.type.id == type && reader.reaches($0) }
        let naming = try records.incoming(db, record, for: reader).filter { $0.type.id == type }
        return named + naming.filter { other in !named.contains { $0.id == other.id } }
    }

    private func named(_ db: Database, _ record: Record) throws -> [Record] {
        var found: [Record] = []
        for field in record.type.fields {
            guard let target = field.kind.linkTarget else { continue }
            let ids: [Int64] =
                switch record[field.id] {
                case .whole(let id): [id]
                case .records(let ids): ids
                default: []
                }
            let type = try records.catalog.require(target)
            found += try ids.compactMap { try records.record(db, type, id: $0) }
        }
        return found
    }
}
