/// How large a request is once its fragments are opened, found out before anything else is done with it.
struct Shape {
    private let fragments: [String: Fragment]
    private var sizes: [String: Size] = [:]

    struct Size {
        var fields = 0
        var depth = 0

        /// Sums end here: a few fragments can hold each other so often that no number would do.
        static let most = 1_000_000
    }

    /// Problems: `graphql.fragment_cycle`, `graphql.too_deep`, `graphql.too_costly`. Fragments that are not there count as nothing.
    static func check(_ document: Document) throws {
        var shape = Shape(document)
        for fragment in document.fragments { try shape.checkCycle(fragment) }
        for operation in document.operations {
            let size = shape.size(operation.selections)
            if size.depth > Limits.depth { throw Misplaced(.tooDeep(Limits.depth), at: operation.at) }
            if size.fields > Limits.fields { throw Misplaced(.tooManyFields(size.fields), at: operation.at) }
            try shape.checkIntrospection(operation.selections, lists: nil)
        }
    }

    private init(_ document: Document) {
        fragments = Dictionary(document.fragments.map { ($0.name.text, $0) }) { first, _ in first }
    }

    private func checkCycle(_ fragment: Fragment) throws {
        var seen: Set<String> = []
        var open = Self.spreads(fragment.selections)
        while let spread = open.popLast() {
            if spread.name.text == fragment.name.text {
                throw Misplaced(.fragmentCycle(fragment.name.text, through: seen.sorted()), at: spread.at)
            }
            guard seen.insert(spread.name.text).inserted, let next = fragments[spread.name.text] else { continue }
            open += Self.spreads(next.selections)
        }
    }

    static func spreads(_ set: SelectionSet) -> [Spread] {
        set.selections.flatMap { selection -> [Spread] in
            switch selection {
            case .field(let field): field.selections.map(spreads) ?? []
            case .spread(let spread): [spread]
            case .inline(let inline): spreads(inline.selections)
            }
        }
    }

    private mutating func size(_ set: SelectionSet) -> Size {
        var sum = Size()
        for selection in set.selections {
            let part = size(selection)
            sum.fields = min(sum.fields + part.fields, Size.most)
            sum.depth = max(sum.depth, part.depth)
        }
        return sum
    }

    private mutating func size(_ selection: Selection) -> Size {
        switch selection {
        case .inline(let inline): return size(inline.selections)
        case .spread(let spread):
            if let known = sizes[spread.name.text] { return known }
            let found = fragments[spread.name.text].map { size($0.selections) } ?? Size()
            sizes[spread.name.text] = found
            return found
        case .field(let field):
            var inner = field.selections.map { size($0) } ?? Size()
            // The schema asked for itself has a limit of its own.
            inner.depth = field.isIntrospection ? 1 : inner.depth + 1
            inner.fields = min(inner.fields + 1, Size.most)
            return inner
        }
    }

    /// Lists of types within lists of types grow without end: `fields { type { fields { type { fields`.
    private func checkIntrospection(_ set: SelectionSet, lists: Int?) throws {
        for selection in set.selections {
            switch selection {
            case .inline(let inline): try checkIntrospection(inline.selections, lists: lists)
            case .spread(let spread):
                if let next = fragments[spread.name.text] { try checkIntrospection(next.selections, lists: lists) }
            case .field(let field):
                var lists = field.isIntrospection ? 0 : lists
                if let depth = lists, Introspection.growing.contains(field.name.text) { lists = depth + 1 }
                if lists ?? 0 >= Limits.introspection { throw Misplaced(.introspectionTooDeep, at: field.at) }
                if let inner = field.selections { try checkIntrospection(inner, lists: lists) }
            }
        }
    }
}

extension Field {
    fileprivate var isIntrospection: Bool { name.text == "__schema" || name.text == "__type" }
}
