package import GRDB
package import Kernel

/// A demand on the records of a type that goes beyond single fields: totals, balances, order of steps. It is asked in the
/// transaction that writes, whoever writes: page, API, file or approval.
package struct RecordRule: Sendable {
    /// Throws the problem that stands in the way; nothing of the act is kept then.
    package let check: @Sendable (Database, RecordStore, RecordAct) throws -> Void
    /// Asked once the row is written, so that it reads all records as they will stand.
    let isAfterwards: Bool

    /// A rule that sees the other records as they are before the act.
    package init(_ check: @escaping @Sendable (Database, RecordStore, RecordAct) throws -> Void) {
        self.init(isAfterwards: false, check: check)
    }

    /// A rule that sees all records as they are after the act. To ask for an approval writes no record and is no matter of it.
    package static func afterwards(_ check: @escaping @Sendable (Database, RecordStore, RecordAct) throws -> Void)
        -> RecordRule
    {
        RecordRule(isAfterwards: true, check: check)
    }

    private init(isAfterwards: Bool, check: @escaping @Sendable (Database, RecordStore, RecordAct) throws -> Void) {
        self.check = check
        self.isAfterwards = isAfterwards
    }
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
