/// A request's text, read: what it wants done, and the fragments that it uses. Every part knows the offset of its first byte.
package struct Document: Sendable {
    package internal(set) var operations: [Operation] = []
    package internal(set) var fragments: [Fragment] = []
}

package struct Operation: Sendable {
    package enum Kind: String, Sendable { case query, mutation, subscription }

    package let kind: Kind
    package let name: Name?
    let variables: [VariableDefinition]
    let directives: [Directive]
    let selections: SelectionSet
    let at: Int
}

package struct Fragment: Sendable {
    let name: Name
    let type: Name
    let directives: [Directive]
    let selections: SelectionSet
    let at: Int
}

package struct Name: Sendable, Hashable {
    package let text: String
    let at: Int
}

struct VariableDefinition: Sendable {
    let name: Name
    let type: WrittenType
    let standard: Value?
    let directives: [Directive]
    let at: Int
}

/// A type as a variable's definition names it.
struct WrittenType: Sendable {
    let reference: TypeReference
    let name: Name
}

struct SelectionSet: Sendable {
    /// Its place among all of the document: what was found out about it is kept under this number.
    let id: Int
    let selections: [Selection]
    let at: Int
}

enum Selection: Sendable {
    case field(Field)
    case spread(Spread)
    case inline(InlineFragment)
}

struct Field: Sendable {
    let alias: Name?
    let name: Name
    let arguments: [Argument]
    let directives: [Directive]
    let selections: SelectionSet?
    let at: Int

    /// What the answer calls it.
    var key: String { (alias ?? name).text }
}

struct Spread: Sendable {
    let name: Name
    let directives: [Directive]
    let at: Int
}

struct InlineFragment: Sendable {
    let type: Name?
    let directives: [Directive]
    let selections: SelectionSet
    let at: Int
}

struct Directive: Sendable {
    let name: Name
    let arguments: [Argument]
    let at: Int
}

struct Argument: Sendable {
    let name: Name
    let value: Value
}

/// A value as it is written.
struct Value: Sendable {
    indirect enum Kind: Sendable {
        case variable(String)
        case int(String)
        case float(String)
        case string(String)
        case bool(Bool)
        case null
        case word(String)
        case list([Value])
        case object([Argument])
    }

    let kind: Kind
    let at: Int
}

/// A problem at a place of the text.
struct Misplaced: Error {
    let problem: GraphQLProblem
    let at: Int

    init(_ problem: GraphQLProblem, at offset: Int) {
        self.problem = problem
        at = offset
    }
}
