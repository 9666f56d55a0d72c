package import Records

/// What a text asks of one record.
struct PlanEdit: Sendable {
    enum Target: Sendable {
        case new
        /// The record as it stands.
        case change(Record)
    }

    let type: RecordType
    let key: String
    let line: Int
    let target: Target
    /// Fields that differ, as the text has them.
    let fields: [(field: RecordField, content: PlanText.Content)]

    func without(_ left: Set<String>) -> PlanEdit {
        PlanEdit(
            type: type, key: key, line: line, target: target, fields: fields.filter { !left.contains($0.field.id) })
    }
}

/// What a text comes to, record by record.
package struct PlanOutcome: Sendable {
    package struct Made: Sendable {
        package let key: String
        package let record: Record
    }
    package struct Changed: Sendable {
        package let before: Record
        package let after: Record
        package let changes: [FieldChange]
        /// The move that is asked for again, because the record had to leave a state that an approval had given it.
        package let asks: StateMove?
    }

    package var made: [Made] = []
    package var changed: [Changed] = []
    package var refused: [PlanRefusal] = []
    package var unchanged = 0
    /// What values point at.
    package var names = RecordNames()

    package var isEmpty: Bool { made.isEmpty && changed.isEmpty }
}
