import Kernel

/// Which records of a type a list shows, in which order. What a saved view keeps is this as the text of an address.
package struct RecordQuery: Sendable, Hashable {
    package var conditions: [RecordCondition]
    /// Words that title or texts must have.
    package var search: String
    package var sort: RecordSort
    package var showsArchived: Bool

    package init(
        _ conditions: [RecordCondition] = [], search: String = "",
        sort: RecordSort = .init("changed_at", ascending: false),
        showsArchived: Bool = false
    ) {
        self.conditions = conditions
        self.search = search
        self.sort = sort
        self.showsArchived = showsArchived
    }
}

package enum RecordCondition: Sendable, Hashable {
    /// One of these values; for fields with several values: any of them.
    case anyOf(field: String, [RecordValue])
    case state([String])
    /// Both ends count; for numbers, scores, amounts (smallest unit), shares and days.
    case between(field: String, from: RecordValue?, to: RecordValue?)
    case isEmpty(field: String)
}

package struct RecordSort: Sendable, Hashable {
    /// A field, or `number`, `state`, `changed_at`, `created_at`.
    package let field: String
    package let ascending: Bool

    package init(_ field: String, ascending: Bool = true) {
        self.field = field
        self.ascending = ascending
    }
}

/// A slice of a list, with the size of the whole.
package struct RecordSlice: Sendable {
    package let records: [Record]
    package let total: Int
    package let names: RecordNames
}
