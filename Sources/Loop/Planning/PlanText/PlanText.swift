/// The plan as a text that people read, compare and change: types, in them records under their codes, in them fields.
/// A file is one way to write it down; what is kept with a change request is another.
package struct PlanText: Sendable, Hashable, Codable {
    package var sections: [Section]

    package init(_ sections: [Section] = []) { self.sections = sections }

    /// The records of one type, by its id.
    package struct Section: Sendable, Hashable, Codable {
        package let type: String
        package var entries: [Entry]

        package init(type: String, entries: [Entry]) {
            self.type = type
            self.entries = entries
        }
    }

    /// One record. Fields that are not named stay as they are.
    package struct Entry: Sendable, Hashable, Codable {
        /// `GOAL-12`, or any other word for a record that is to be made.
        package let key: String
        /// The version that the writer of the text saw; `nil` for a record that is to be made.
        package let version: Int64?
        /// Said for the reader; it is changed by moves, never through the text.
        package let state: String?
        package let fields: [Field]
        /// Where it stands in the file, counted from 1; 0 where there is no file.
        package let line: Int

        package init(key: String, version: Int64?, state: String?, fields: [Field], line: Int = 0) {
            self.key = key
            self.version = version
            self.state = state
            self.fields = fields
            self.line = line
        }
    }

    package struct Field: Sendable, Hashable, Codable {
        package let id: String
        package let content: Content

        package init(_ id: String, _ content: Content) {
            self.id = id
            self.content = content
        }
    }

    package enum Content: Sendable, Hashable, Codable {
        /// The field is to be emptied.
        case empty
        case one(String)
        case many([String])
    }

    package var count: Int { sections.reduce(0) { $0 + $1.entries.count } }
}
