/// Reads a request's text (GraphQL specification of October 2021, section 2): operations and fragments. Definitions of types are no
/// request and are refused.
package struct Parser {
    private var lexer: Lexer
    private var token: Token
    private var sets = 0
    private var depth = 0

    /// Problems, with their place: `graphql.syntax`, `graphql.too_long`, `graphql.too_deep`.
    package static func parse(_ source: SourceText) throws(RequestFault) -> Document {
        do {
            if source.bytes.count > Limits.bytes { throw Misplaced(.tooLong, at: 0) }
            var parser = try Parser(source)
            return try parser.document()
        } catch let fault as Misplaced {
            throw RequestFault([Fault(fault.problem, at: [source.location(fault.at)])])
        } catch { throw RequestFault([Fault(error)]) }
    }

    private init(_ source: SourceText) throws {
        lexer = Lexer(source)
        token = try lexer.next()
    }

    private mutating func document() throws -> Document {
        var document = Document()
        repeat {
            if isNext("{") || ["query", "mutation", "subscription"].contains(keyword) {
                document.operations.append(try operation())
            } else if keyword == "fragment" {
                document.fragments.append(try fragment())
            } else {
                throw unexpected()
            }
        } while token.kind != .end
        return document
    }

    private mutating func operation() throws -> Operation {
        let at = token.start
        if isNext("{") {
            return Operation(
                kind: .query, name: nil, variables: [], directives: [], selections: try selectionSet(), at: at)
        }
        guard let kind = Operation.Kind(rawValue: try name().text) else { throw unexpected() }
        return Operation(
            kind: kind, name: token.kind == .name ? try name() : nil,
            variables: isNext("(") ? try many("(", ")") { try $0.variableDefinition() } : [],
            directives: try directives(), selections: try selectionSet(), at: at)
    }

    private mutating func variableDefinition() throws -> VariableDefinition {
        let at = token.start
        let name = try variable()
        try expect(":")
        return VariableDefinition(
            name: name, type: try type(), standard: try take("=") ? try value(isConstant: true) : nil,
            directives: try directives(isConstant: true), at: at)
    }

    private mutating func variable() throws -> Name {
        let at = token.start
        try expect("$")
        return Name(text: try name().text, at: at)
    }

    private mutating func type() throws -> WrittenType {
        try deeper { parser in
            let inner: WrittenType
            if try parser.take("[") {
                let item = try parser.type()
                try parser.expect("]")
                inner = WrittenType(reference: .list(item.reference), name: item.name)
            } else {
                let name = try parser.name()
                inner = WrittenType(reference: .named(name.text), name: name)
            }
            return try parser.take("!") ? WrittenType(reference: .nonNull(inner.reference), name: inner.name) : inner
        }
    }

    private mutating func selectionSet() throws -> SelectionSet {
        try deeper { parser in
            let at = parser.token.start
            parser.sets += 1
            let id = parser.sets
            return SelectionSet(id: id, selections: try parser.many("{", "}") { try $0.selection() }, at: at)
        }
    }

    private mutating func selection() throws -> Selection {
        token.kind == .spread ? try spread() : .field(try field())
    }

    private mutating func field() throws -> Field {
        let at = token.start
        let first = try name()
        let second = try take(":") ? try name() : nil
        return Field(
            alias: second == nil ? nil : first, name: second ?? first, arguments: try arguments(),
            directives: try directives(), selections: isNext("{") ? try selectionSet() : nil, at: at)
    }

    private mutating func spread() throws -> Selection {
        let at = token.start
        try advance()
        if token.kind == .name, token.text != "on" {
            return .spread(Spread(name: try name(), directives: try directives(), at: at))
        }
        var type: Name?
        if token.kind == .name {
            try advance()
            type = try name()
        }
        return .inline(
            InlineFragment(type: type, directives: try directives(), selections: try selectionSet(), at: at))
    }

    private mutating func fragment() throws -> Fragment {
        let at = token.start
        try advance()
        if keyword == "on" { throw unexpected() }
        let name = try name()
        guard keyword == "on" else { throw unexpected() }
        try advance()
        return Fragment(
            name: name, type: try self.name(), directives: try directives(), selections: try selectionSet(), at: at)
    }

    private mutating func directives(isConstant: Bool = false) throws -> [Directive] {
        var all: [Directive] = []
        while isNext("@") {
            let at = token.start
            try advance()
            all.append(Directive(name: try name(), arguments: try arguments(isConstant: isConstant), at: at))
        }
        return all
    }

    private mutating func arguments(isConstant: Bool = false) throws -> [Argument] {
        isNext("(") ? try many("(", ")") { try $0.argument(isConstant: isConstant) } : []
    }

    private mutating func argument(isConstant: Bool) throws -> Argument {
        let name = try name()
        try expect(":")
        return Argument(name: name, value: try value(isConstant: isConstant))
    }
}

// MARK: Values

extension Parser {
    private mutating func value(isConstant: Bool) throws -> Value {
        let at = token.start
        return Value(kind: try deeper { try $0.valueKind(isConstant: isConstant) }, at: at)
    }

    private mutating func valueKind(isConstant: Bool) throws -> Value.Kind {
        let found = token
        switch found.kind {
        case .punctuator("["): return .list(try any("[", "]") { try $0.value(isConstant: isConstant) })
        case .punctuator("{"): return .object(try any("{", "}") { try $0.argument(isConstant: isConstant) })
        case .punctuator("$") where !isConstant: return .variable(try variable().text)
        case .int:
            try advance()
            return .int(found.text)
        case .float:
            try advance()
            return .float(found.text)
        case .string:
            try advance()
            return .string(found.text)
        case .name:
            try advance()
            return word(found.text)
        default: throw unexpected()
        }
    }

    private func word(_ text: String) -> Value.Kind {
        switch text {
        case "true": .bool(true)
        case "false": .bool(false)
        case "null": .null
        default: .word(text)
        }
    }
}

// MARK: Tokens

extension Parser {
    private mutating func advance() throws { token = try lexer.next() }

    private func isNext(_ sign: Character) -> Bool { token.kind == .punctuator(sign) }

    private var keyword: String { token.kind == .name ? token.text : "" }

    private func unexpected() -> Misplaced { Misplaced(.unexpected(token.shown), at: token.start) }

    private mutating func take(_ sign: Character) throws -> Bool {
        guard isNext(sign) else { return false }
        try advance()
        return true
    }

    private mutating func expect(_ sign: Character) throws {
        if try !take(sign) { throw Misplaced(.expected(String(sign), found: token.shown), at: token.start) }
    }

    private mutating func name() throws -> Name {
        let found = token
        guard found.kind == .name else { throw Misplaced(.expected("Name", found: found.shown), at: found.start) }
        try advance()
        return Name(text: found.text, at: found.start)
    }

    private mutating func any<T>(_ open: Character, _ close: Character, _ item: (inout Parser) throws -> T) throws
        -> [T]
    {
        try expect(open)
        var all: [T] = []
        while try !take(close) { all.append(try item(&self)) }
        return all
    }

    /// At least one.
    private mutating func many<T>(_ open: Character, _ close: Character, _ item: (inout Parser) throws -> T) throws
        -> [T]
    {
        try expect(open)
        var all: [T] = []
        repeat { all.append(try item(&self)) } while try !take(close)
        return all
    }

    /// Nesting is bounded, so that no text can exhaust the stack.
    private mutating func deeper<T>(_ body: (inout Parser) throws -> T) throws -> T {
        depth += 1
        defer { depth -= 1 }
        if depth > Limits.nesting { throw Misplaced(.tooDeep(Limits.nesting), at: token.start) }
        return try body(&self)
    }
}
