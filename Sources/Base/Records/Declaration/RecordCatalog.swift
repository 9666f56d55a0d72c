import Kernel

/// All declared types, in the order in which people find them.
package struct RecordCatalog: Sendable {
    package let types: [RecordType]
    private let places: [String: Int]

    /// A wrong declaration is a bug of ours, said at the start: `RecordProblem.declaration`.
    package init(_ types: [RecordType]) throws {
        self.types = types
        places = Dictionary(types.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        for type in types { try check(type) }
        for type in types { try checkStarter(type) }
    }

    package func type(_ id: String) -> RecordType? { places[id].map { types[$0] } }

    /// Problem: `record.unknown_type`.
    package func require(_ id: String) throws -> RecordType {
        guard let type = type(id) else { throw RecordProblem.unknownType(id) }
        return type
    }

    /// Fields anywhere that point at this type.
    package func links(to type: String) -> [(type: RecordType, field: RecordField)] {
        types.flatMap { from in from.fields.filter { $0.kind.linkTarget == type }.map { (from, $0) } }
    }

    private func check(_ type: RecordType) throws {
        func wrong(_ what: String) -> RecordProblem { .declaration("\(type.id): \(what)") }
        if !Self.isName(type.id) { throw wrong("the id is no snake_case name") }
        if types.count(where: { $0.id == type.id }) > 1 { throw wrong("the id is taken") }
        if types.count(where: { $0.prefix == type.prefix }) > 1 { throw wrong("the prefix \(type.prefix) is taken") }
        for field in type.fields {
            if !Self.isName(field.id) || Self.reserved.contains(field.id) {
                throw wrong("\(field.id) cannot name a field")
            }
            if type.fields.count(where: { $0.id == field.id }) > 1 { throw wrong("two fields are named \(field.id)") }
            if let target = field.kind.linkTarget, self.type(target) == nil {
                throw wrong("\(field.id) links to no type")
            }
        }
        for move in type.states.moves {
            let known = move.from.union([move.to]).allSatisfy { type.states.state($0) != nil }
            if !known || !move.needs.allSatisfy({ type.field($0) != nil }) {
                throw wrong("the move \(move.id) names what is not there")
            }
            if let blockers = move.blockers, self.type(blockers.type)?.field(blockers.field)?.kind != .link(to: type.id)
            {
                throw wrong("the move \(move.id) waits for records that do not name it")
            }
        }
        if type.fields.contains(where: { Self.keywords.contains($0.id) }) {
            throw wrong("a field is named like a word of SQL")
        }
        for view in type.views where !view.fields.allSatisfy({ type.field($0) != nil }) {
            throw wrong("a view names no field")
        }
    }

    /// Starter content names fields and records that are there, and types whose content it needs do not need it in turn.
    private func checkStarter(_ type: RecordType) throws {
        for record in type.starter {
            for (id, value) in record.values.sorted(by: { $0.key < $1.key }) {
                func wrong(_ what: String) -> RecordProblem {
                    .declaration("\(type.id), starter record \(record.title.en): \(id) \(what)")
                }
                guard let field = type.field(id) else { throw wrong("is no field") }
                if !value.fits(field.kind) { throw wrong("cannot hold that kind of value") }
                guard case .linked(let titles) = value, let target = field.kind.linkTarget.flatMap({ self.type($0) })
                else { continue }
                for title in titles where !target.starter.contains(where: { $0.title.en == title }) {
                    throw wrong("names no record \(title)")
                }
            }
        }
        var reached = Set(starterNeeds(type))
        var open = Array(reached)
        while let id = open.popLast() {
            if id == type.id {
                throw RecordProblem.declaration("\(type.id): its starter content needs itself through other types")
            }
            let more = self.type(id).map { starterNeeds($0) } ?? []
            open += more.filter { reached.insert($0).inserted }
        }
    }

    /// Other types whose starter records those of this type are linked to.
    package func starterNeeds(_ type: RecordType) -> [String] {
        let linked = Set(
            type.starter.flatMap { record in
                record.values.filter { if case .linked = $0.value { true } else { false } }.keys
            })
        return type.fields.filter { linked.contains($0.id) }.compactMap(\.kind.linkTarget).filter { $0 != type.id }
    }

    /// Columns are written bare, so no field may be called so.
    private static let keywords: Set<String> = [
        "add", "all", "alter", "and", "as", "between", "case", "check", "collate", "commit", "constraint", "create",
        "default", "delete",
        "distinct", "drop", "else", "escape", "except", "exists", "foreign", "from", "group", "having", "in", "index",
        "insert", "intersect",
        "into", "is", "isnull", "join", "limit", "not", "notnull", "null", "on", "or", "order", "primary", "references",
        "returning",
        "select", "set", "table", "then", "to", "transaction", "union", "unique", "update", "using", "values", "when",
        "where",
    ]

    private static let reserved: Set<String> = [
        "record_id", "number", "version", "state", "created_at", "created_by", "changed_at", "changed_by",
        "archived_at",
        // What programs are told of every record beside its fields.
        "type", "code", "state_name", "archived", "moves", "history", "comments", "files", "linked_from",
    ]

    private static func isName(_ text: String) -> Bool {
        text.first?.isLetter == true
            && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
    }
}

extension RecordView {
    /// The fields that it reads.
    package var fields: [String] {
        switch self {
        case .board(let field): field.map { [$0] } ?? []
        case .calendar(let day): [day]
        case .timeline(let from, let to): [from, to]
        case .matrix(let across, let down): [across, down]
        case .quadrants(let field, let weight, let tone): [field, weight] + (tone.map { [$0] } ?? [])
        case .spider(let fields, _, _): fields
        case .radar(let rings, let sectors, let weight, let tone):
            [rings, sectors, weight] + (tone.map { [$0] } ?? [])
        }
    }
}
