package import Kernel

/// One type of a schema.
package enum NamedType: Sendable {
    case scalar(ScalarType)
    case object(ObjectType)
    case interface(ObjectType)
    case enumeration(EnumType)
    case input(InputType)

    package var name: String {
        switch self {
        case .scalar(let type): type.name
        case .object(let type), .interface(let type): type.name
        case .enumeration(let type): type.name
        case .input(let type): type.name
        }
    }

    var description: Text? {
        switch self {
        case .scalar(let type): type.description
        case .object(let type), .interface(let type): type.description
        case .enumeration(let type): type.description
        case .input(let type): type.description
        }
    }

    /// The fields of objects and interfaces; `nil` for what has none to select.
    var composite: ObjectType? {
        switch self {
        case .object(let type), .interface(let type): type
        default: nil
        }
    }

    var isInput: Bool {
        switch self {
        case .scalar, .enumeration, .input: true
        case .object, .interface: false
        }
    }
}

/// Single values. Answers carry them as JSON; what comes in is read here.
package struct ScalarType: Sendable {
    package let name: String
    package let description: Text?
    /// The value as resolvers get it; `nil` for what is none of this type.
    let read: @Sendable (JSON) -> JSON?

    package init(_ name: String, _ description: Text?, read: @escaping @Sendable (JSON) -> JSON?) {
        self.name = name
        self.description = description
        self.read = read
    }
}

/// An object type or an interface.
package struct ObjectType: Sendable {
    package let name: String
    package let description: Text?
    package let interfaces: [String]
    package let fields: [FieldDefinition]
    private let places: [String: Int]

    package init(_ name: String, _ description: Text?, interfaces: [String] = [], fields: [FieldDefinition]) {
        self.name = name
        self.description = description
        self.interfaces = interfaces
        self.fields = fields
        places = Dictionary(fields.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }

    package func field(_ name: String) -> FieldDefinition? { places[name].map { fields[$0] } }
}

package struct FieldDefinition: Sendable {
    package let name: String
    package let description: Text?
    package let arguments: [InputDefinition]
    package let type: TypeReference
    /// What asking for it costs, for each object that it is asked of.
    let cost: Int
    /// How many entries its list may have; the argument of that name says so, where there is one.
    let entries: Int
    let sizedBy: String?

    package init(
        _ name: String, _ type: TypeReference, _ description: Text? = nil, arguments: [InputDefinition] = [],
        cost: Int = 1, entries: Int = 1, sizedBy: String? = nil
    ) {
        self.name = name
        self.type = type
        self.description = description
        self.arguments = arguments
        self.cost = cost
        self.entries = entries
        self.sizedBy = sizedBy
    }
}

/// An argument, or a field of an input object.
package struct InputDefinition: Sendable {
    package let name: String
    package let description: Text?
    package let type: TypeReference
    package let standard: JSON?

    package init(_ name: String, _ type: TypeReference, _ description: Text? = nil, standard: JSON? = nil) {
        self.name = name
        self.type = type
        self.description = description
        self.standard = standard
    }

    var isRequired: Bool { type.isNonNull && standard == nil }
}

package struct EnumType: Sendable {
    package struct Member: Sendable {
        package let name: String
        package let description: Text?

        package init(_ name: String, _ description: Text?) {
            self.name = name
            self.description = description
        }
    }

    package let name: String
    package let description: Text?
    package let members: [Member]

    package init(_ name: String, _ description: Text?, _ members: [Member]) {
        self.name = name
        self.description = description
        self.members = members
    }
}

package struct InputType: Sendable {
    package let name: String
    package let description: Text?
    package let fields: [InputDefinition]

    package init(_ name: String, _ description: Text?, fields: [InputDefinition]) {
        self.name = name
        self.description = description
        self.fields = fields
    }
}
