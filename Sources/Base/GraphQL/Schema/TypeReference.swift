/// A type as fields and arguments name it: `[PestCard!]!`.
package indirect enum TypeReference: Sendable, Hashable, CustomStringConvertible {
    case named(String)
    case list(TypeReference)
    case nonNull(TypeReference)

    package var description: String {
        switch self {
        case .named(let name): name
        case .list(let item): "[\(item)]"
        case .nonNull(let inner): "\(inner)!"
        }
    }

    /// The name at its heart.
    package var name: String {
        switch self {
        case .named(let name): name
        case .list(let inner), .nonNull(let inner): inner.name
        }
    }

    var isNonNull: Bool { if case .nonNull = self { true } else { false } }
    /// Without a mark that it must be there.
    var nullable: TypeReference { if case .nonNull(let inner) = self { inner } else { self } }

    /// `[Thing!]!`: a list that is always there, and so are its entries.
    package static func all(_ name: String) -> TypeReference { .nonNull(.list(.nonNull(.named(name)))) }
    /// `Thing!`
    package static func sure(_ name: String) -> TypeReference { .nonNull(.named(name)) }
}

extension TypeReference: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) { self = .named(value) }
}
