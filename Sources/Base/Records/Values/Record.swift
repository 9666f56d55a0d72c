package import Kernel

/// One record as it stands.
package struct Record: Sendable, Identifiable {
    package let id: Int64
    package let type: RecordType
    /// Counts within the type: 12 of `PEST-12`.
    package let number: Int64
    /// Grows by one with every change; a change names the version that it started from.
    package let version: Int64
    package let state: String
    package let values: RecordValues
    package let createdAt: Instant
    package let createdBy: String
    package let changedAt: Instant
    package let changedBy: String
    package let archivedAt: Instant?

    package subscript(field: String) -> RecordValue? { values[field] }

    package var title: String { if case .text(let text) = values["title"] { text } else { "" } }
    package var code: String { type.number(number) }
    package var stateName: Text { type.states.state(state)?.name ?? Text(verbatim: state) }
    /// Archived records and those in a locked state cannot be changed.
    package var isLocked: Bool { archivedAt != nil || type.states.state(state)?.isLocked ?? false }
}

extension Record {
    /// The same record as it was, or would be, with other values.
    package func holding(_ values: RecordValues) -> Record { replacing { $0 = values } }

    /// Values that stand in no table yet, for what asks a record.
    init(unwritten values: RecordValues, of type: RecordType) {
        let never = Instant(seconds: 0)
        self.init(
            id: 0, type: type, number: 0, version: 0, state: type.states.initial, values: values, createdAt: never,
            createdBy: "", changedAt: never, changedBy: "", archivedAt: nil)
    }
}
