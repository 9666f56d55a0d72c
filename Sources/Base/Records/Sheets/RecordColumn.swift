package import Kernel

/// A column of a sheet of records (CSV, XLSX, a pasted table), known by its heading.
package enum RecordColumn: Sendable, Hashable {
    /// `PEST-12`; empty for a record that is to be made.
    case code
    /// The version that the row was taken from: a change that starts from an older one is refused.
    case version
    case state
    /// Why a row was not taken, in files that we give back; passed over when such a file is sent in again.
    case reason
    /// A field, by its id.
    case field(String)
}

/// The columns that a type's sheets have for one reader, and the headings they go by.
package struct RecordColumns: Sendable {
    package let type: RecordType
    /// Those that the reader may see; a sheet holds no others.
    package let fields: [RecordField]
    private let places: [String: RecordColumn]

    package init(_ type: RecordType, for reader: RecordAuthor) {
        self.type = type
        fields = type.fields.filter { reader.may(.view, type, $0) }
        var places: [String: RecordColumn] = [:]
        let own: [RecordColumn] = [.code, .version, .state, .reason]
        // What one field is called may be the id of another: a heading is a name first.
        for field in fields { places[Self.key(field.id)] = .field(field.id) }
        for field in fields {
            for word in [field.name.zh, field.name.en] { places[Self.key(word)] = .field(field.id) }
        }
        for column in own {
            let name = Self.name(of: column)
            for word in [name.zh, name.en] + Self.otherNames(of: column) where places[Self.key(word)] == nil {
                places[Self.key(word)] = column
            }
        }
        self.places = places
    }

    /// As they stand in a file that we write.
    package var written: [RecordColumn] { [.code, .version] + fields.map { .field($0.id) } + [.state] }

    package func name(of column: RecordColumn) -> Text {
        if case .field(let id) = column { return type.field(id)?.name ?? Text(verbatim: id) }
        return Self.name(of: column)
    }

    /// By id or by either name; letter case, blanks, a star and a unit in brackets do not count.
    func column(under heading: String) -> RecordColumn? {
        let key = Self.key(heading)
        if let found = places[key] { return found }
        guard let bracket = key.firstIndex(where: { "(（".contains($0) }), bracket > key.startIndex else { return nil }
        return places[Self.key(String(key[..<bracket]))]
    }

    private static func key(_ heading: String) -> String {
        let marks: Set<Character> = ["*", "＊", "\u{FEFF}", "\u{A0}"]
        return heading.lowercased().filter { !$0.isWhitespace && !marks.contains($0) }
    }

    private static func name(of column: RecordColumn) -> Text {
        switch column {
        case .code: Text(zh: "记录编号", en: "Record no.")
        case .version: Text(zh: "记录版本", en: "Record version")
        case .state: Text(zh: "记录状态", en: "Record state")
        case .reason: Text(zh: "未写入原因", en: "Why not taken")
        case .field(let id): Text(verbatim: id)
        }
    }

    private static func otherNames(of column: RecordColumn) -> [String] {
        switch column {
        case .code: ["编号", "no.", "code"]
        case .version: ["版本", "version"]
        case .state: ["状态", "state"]
        case .reason, .field: []
        }
    }
}
