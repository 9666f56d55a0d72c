import GRDB
import Kernel

extension RecordStore {
    /// A link of a type to itself, such as a parent goal, never leads back to where it began. Problem: `record.fields`, with the
    /// way round. A new record cannot close a ring: nothing names it yet.
    func checkCycles(_ db: Database, _ record: Record, _ values: RecordValues, changed: Set<String>) throws {
        for field in record.type.fields where field.kind == .link(to: record.type.id) && changed.contains(field.id) {
            guard case .whole(let first) = values[field.id], let ring = try ring(db, record, field, from: first) else {
                continue
            }
            let way = (ring + [record.code]).joined(separator: " → ")
            throw RecordProblem.fields([
                FieldTrouble(
                    field: field.id, name: field.name,
                    text: Text(
                        zh: "这样会形成循环：\(way)。请选择不在其下级的记录。",
                        en: "This would close a ring: \(way). Choose a record that does not stand below this one."))
            ])
        }
    }

    /// The codes from the record along the links back to it; `nil` where they end elsewhere.
    private func ring(_ db: Database, _ record: Record, _ field: RecordField, from first: Int64) throws -> [String]? {
        var way = [record.code]
        var seen: Set<Int64> = []
        var next: Int64? = first
        while let id = next, id != record.id {
            guard seen.insert(id).inserted,
                let row = try Row.fetchOne(
                    db,
                    sql:
                        "SELECT number, \(field.id) AS link FROM \(RecordSchema.table(record.type)) WHERE record_id = ?",
                    arguments: [id])
            else { return nil }
            way.append(record.type.number(row["number"]))
            next = row["link"]
        }
        return next == nil ? nil : way
    }
}
