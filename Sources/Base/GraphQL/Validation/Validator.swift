import Kernel

/// Whether a request can be answered by a schema (GraphQL specification of October 2021, section 5). All that is wrong is said at once.
package struct Validator {
    let schema: Schema
    let document: Document
    let fragments: [String: Fragment]
    private let source: SourceText
    private var faults: [Fault] = []
    /// What each operation and fragment uses, by `use`.
    var uses: [String: Uses] = [:]
    var current = ""

    /// What one operation or fragment uses directly.
    struct Uses {
        var fragments: [Spread] = []
        var variables: [VariableUse] = []
    }

    struct VariableUse {
        let name: String
        let at: Int
        let type: TypeReference
        let hasStandard: Bool
    }

    /// Problems with their places, 50 at most.
    package static func check(_ document: Document, _ schema: Schema, _ source: SourceText) throws(RequestFault) {
        do { try Shape.check(document) } catch let fault as Misplaced {
            throw RequestFault([Fault(fault.problem, at: [source.location(fault.at)])])
        } catch { throw RequestFault([Fault(error)]) }
        var validator = Validator(document, schema, source)
        validator.checkAll()
        if !validator.faults.isEmpty { throw RequestFault(Array(validator.faults.prefix(Limits.faults))) }
    }

    private init(_ document: Document, _ schema: Schema, _ source: SourceText) {
        self.document = document
        self.schema = schema
        self.source = source
        fragments = Dictionary(document.fragments.map { ($0.name.text, $0) }) { first, _ in first }
    }

    mutating func fault(_ problem: GraphQLProblem, at offset: Int, _ more: Int...) {
        // Places are counted from the beginning of the text; nobody reads the two hundredth of them.
        guard faults.count < Limits.faults else { return }
        faults.append(Fault(problem, at: ([offset] + more).map(source.location)))
    }

    private mutating func checkAll() {
        checkOperations()
        checkFragments()
        for operation in document.operations { check(operation) }
        for fragment in document.fragments { check(fragment) }
        checkUnusedFragments()
        for (index, operation) in document.operations.enumerated() { checkVariables(of: operation, Self.key(index)) }
        if faults.isEmpty { checkOverlaps() }
    }

    static func key(_ operation: Int) -> String { "operation \(operation)" }
    static func key(_ fragment: String) -> String { "fragment \(fragment)" }

    private mutating func checkOperations() {
        let named = document.operations.compactMap(\.name)
        checkTwice(named, Text(zh: "操作", en: "operation"))
        if document.operations.count > 1 {
            for operation in document.operations where operation.name == nil {
                fault(.anonymousNotAlone, at: operation.at)
            }
        }
    }

    private mutating func checkFragments() {
        checkTwice(document.fragments.map(\.name), Text(zh: "片段", en: "fragment"))
    }

    /// Each name once.
    mutating func checkTwice(_ names: [Name], _ what: Text) {
        var seen: [String: Int] = [:]
        for name in names {
            if let first = seen[name.text] { fault(.twice(what, name.text), at: first, name.at) }
            seen[name.text] = seen[name.text] ?? name.at
        }
    }

    private mutating func check(_ operation: Operation) {
        current = Self.key(document.operations.firstIndex { $0.at == operation.at } ?? 0)
        uses[current] = Uses()
        let root = schema.root(operation.kind)
        if root == nil { fault(.kindUnknown(operation.kind.rawValue), at: operation.at) }
        check(operation.directives, at: operation.kind.rawValue.uppercased())
        for variable in operation.variables { check(variable.directives, at: "VARIABLE_DEFINITION") }
        check(operation.selections, on: root)
    }

    private mutating func check(_ fragment: Fragment) {
        current = Self.key(fragment.name.text)
        uses[current] = Uses()
        check(fragment.directives, at: "FRAGMENT_DEFINITION")
        check(fragment.selections, on: composite(fragment.type))
    }

    /// The type that a fragment is on.
    mutating func composite(_ name: Name) -> ObjectType? {
        guard let type = schema.type(name.text) else {
            fault(.typeUnknown(name.text), at: name.at)
            return nil
        }
        if type.composite == nil { fault(.fragmentOnScalar(name.text), at: name.at) }
        return type.composite
    }

    private mutating func checkUnusedFragments() {
        var reached: Set<String> = []
        for index in document.operations.indices { reached.formUnion(fragments(from: Self.key(index))) }
        for fragment in document.fragments where !reached.contains(fragment.name.text) {
            fault(.fragmentUnused(fragment.name.text), at: fragment.at)
        }
    }

    /// All fragments that an operation uses, directly or through others.
    func fragments(from key: String) -> Set<String> {
        var reached: Set<String> = []
        var open = uses[key]?.fragments ?? []
        while let spread = open.popLast() {
            if reached.insert(spread.name.text).inserted { open += uses[Self.key(spread.name.text)]?.fragments ?? [] }
        }
        return reached
    }
}
