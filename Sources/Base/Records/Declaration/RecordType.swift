package import Kernel

/// One kind of managed content (PEST card, competitor, risk …), declared once: its fields, states and views. From this one
/// value come the strict table, history, validation, pages, search, API, CSV and XLSX. See `docs/builders/add-a-record-type.md`.
package struct RecordType: Sendable, Identifiable {
    /// The glossary's code name, also the table's (`r_pest_card`) and the address's.
    package let id: String
    package let name: Text
    /// What such a record is for, in one sentence; shown over the list and where it is empty.
    package let meaning: Text
    /// What numbers begin with: `PEST` makes `PEST-12`.
    package let prefix: String
    /// What rights to it are called.
    package let resource: Resource
    /// The rows of the requirements that it meets.
    package let rows: [String]
    /// The first is the title.
    package let fields: [RecordField]
    package let states: StateMap
    /// How its records can be looked at, besides the list.
    package let views: [RecordView]
    /// Helpful content to begin with: taken over when somebody asks for it, in her language.
    package let starter: [StarterRecord]
    /// Demands that go beyond single fields.
    package var rules: [RecordRule]
    /// What approval routes may ask for besides fields.
    package let facts: [RecordFact]

    package init(
        _ id: String, _ name: Text, prefix: String, resource: Resource = .plan, rows: [String], meaning: Text,
        title: Text = Text(zh: "名称", en: "Name"), fields: [RecordField], states: StateMap = .simple,
        views: [RecordView] = [],
        starter: [StarterRecord] = [], rules: [RecordRule] = [], facts: [RecordFact] = []
    ) {
        self.id = id
        self.name = name
        self.meaning = meaning
        self.prefix = prefix
        self.resource = resource
        self.rows = rows
        self.fields = [RecordField("title", title, .text(limit: 200), required: true)] + fields
        self.states = states
        self.views = views
        self.starter = starter
        self.rules = rules
        self.facts = facts
    }

    /// Fields by section, those without one first; a section stands where its first field is declared.
    package func sections(_ fields: some Sequence<RecordField>) -> [RecordSection] {
        var sections = [RecordSection(title: nil, fields: [])]
        for field in fields {
            if let place = sections.firstIndex(where: { $0.title == field.section }) {
                sections[place].fields.append(field)
            } else {
                sections.append(RecordSection(title: field.section, fields: [field]))
            }
        }
        return sections.filter { !$0.fields.isEmpty }
    }

    package func field(_ id: String) -> RecordField? { fields.first { $0.id == id } }

    /// `PEST-12`
    package func number(_ number: Int64) -> String { "\(prefix)-\(number)" }
}

/// Fields that stand together under a heading.
package struct RecordSection: Sendable {
    package let title: Text?
    package fileprivate(set) var fields: [RecordField]
}

/// A way to look at the records of a type.
package enum RecordView: Sendable, Hashable {
    /// Columns by a choice field; `nil`: by state.
    case board(by: String?)
    /// A month with the records on their days.
    case calendar(on: String)
    /// Bars from one day to another.
    case timeline(from: String, to: String)
    /// Two scales or choices against each other, a cell per pair.
    case matrix(across: String, down: String)
    /// A field for each answer of a choice, the weightiest first in it; another choice may colour the entries.
    case quadrants(by: String, weight: String, tone: String?)
    /// A web with a corner for each of at least three scales, and the mean of all under a name. Where high scores speak against
    /// us it is turned round.
    case spider(of: [String], total: Text, isReversed: Bool)
    /// Rings by one choice, the first innermost, sectors by another, points by weight; a third may colour the points.
    case radar(rings: String, sectors: String, weight: String, tone: String?)
}
