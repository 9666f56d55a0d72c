package import GRDB
package import Kernel

/// A demand on the records of a type that goes beyond single fields: totals, balances, order of steps. It is asked in the
/// transaction that writes, whoever writes: page, API, file or approval.
package struct RecordRule: Sendable {
    /// Throws the problem that stands in the way.
    package let check: @Sendable (Database, RecordStore, RecordAct) throws -> Void

    package init(_ check: @escaping @Sendable (Database, RecordStore, RecordAct) throws -> Void) { self.check = check }
}

/// What is about to happen to a record.
package struct RecordAct: Sendable {
    package enum Step: Sendable, Hashable {
        case create, change
        /// A move of that id, by hand or approved.
        case move(String)
        /// Somebody asks for the approval of a move.
        case ask(String)
        case archive, restore
    }

    package let step: Step
    /// As it stands; `nil` for a new one.
    package let before: Record?
    /// As it will stand. For `ask`, as it stands.
    package let record: Record
    package let author: RecordAuthor

    init(_ step: Step, before: Record?, _ record: Record, by author: RecordAuthor) {
        self.step = step
        self.before = before
        self.record = record
        self.author = author
    }

    /// Whether a field is given another value.
    package func changes(_ field: String) -> Bool { before?[field] != record[field] }
}

/// Something known of a record that is no field of it, such as a sum over others: approval routes may ask for it.
package struct RecordFact: Sendable, Identifiable {
    package let id: String
    package let name: Text
    package let value: @Sendable (Database, RecordStore, Record) throws -> RecordValue?

    package init(
        _ id: String, _ name: Text, _ value: @escaping @Sendable (Database, RecordStore, Record) throws -> RecordValue?
    ) {
        self.id = id
        self.name = name
        self.value = value
    }
}
