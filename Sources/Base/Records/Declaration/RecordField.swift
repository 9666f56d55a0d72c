package import Kernel

/// One field of a record type.
package struct RecordField: Sendable, Identifiable {
    /// Column name, form field name and API name.
    package let id: String
    package let name: Text
    package let kind: FieldKind
    package let isRequired: Bool
    package let help: Text?
    /// The group of fields it stands in on the form and page; `nil`: with the rest.
    package let section: Text?
    /// Rights of its own, where it is more delicate than the record: who may not view this resource does not see the value.
    package let resource: Resource?

    package init(
        _ id: String, _ name: Text, _ kind: FieldKind, required: Bool = false, help: Text? = nil, section: Text? = nil,
        resource: Resource? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        isRequired = required
        self.help = help
        self.section = section
        self.resource = resource
    }
}

/// What a field holds. It decides the column, the check, the input and how a value reads.
package enum FieldKind: Sendable, Hashable {
    /// One line, so many characters at most.
    case text(limit: Int)
    /// Several lines, 20,000 characters at most.
    case longText
    case choice([Choice])
    /// Any number of the choices.
    case choices([Choice])
    case number(NumberForm)
    /// Whole steps, such as a score from 1 to 5.
    case scale(ClosedRange<Int>)
    /// In the company's currency, kept in its smallest unit.
    case money
    /// A part of a whole, typed in percent, kept as 0…1.
    case share
    case day
    case flag
    /// Somebody with an account.
    case person
    /// Any number of people with accounts.
    case people
    /// Another record of that type.
    case link(to: String)
    /// Any number of records of that type.
    case links(to: String)
    /// A metric of the registry, by its id.
    case metric
    /// A sales region, by its code. A type with such a field is seen by region managers only as far as their regions go.
    case region
    /// An address that begins with http:// or https://.
    case web

    package static let longLimit = 20_000
    /// One line of up to 500 characters.
    package static let line = FieldKind.text(limit: 500)
}

/// How a number is written and what it may be.
package struct NumberForm: Sendable, Hashable {
    package let unit: Text?
    package let range: ClosedRange<Double>
    package let decimals: Int

    package init(unit: Text? = nil, in range: ClosedRange<Double> = -1e15...1e15, decimals: Int = 2) {
        self.unit = unit
        self.range = range
        self.decimals = decimals
    }
}

/// One answer of a choice field.
package struct Choice: Sendable, Hashable, Identifiable {
    package let id: String
    package let name: Text
    package let tone: Tone

    package init(_ id: String, _ name: Text, _ tone: Tone = .plain) {
        self.id = id
        self.name = name
        self.tone = tone
    }

    /// How it looks, never without its word.
    package enum Tone: String, Sendable { case plain, good, warning, danger, info }
}

extension FieldKind {
    package var choiceList: [Choice] {
        switch self {
        case .choice(let list), .choices(let list): list
        default: []
        }
    }

    /// The type that it links to.
    package var linkTarget: String? {
        switch self {
        case .link(let type), .links(let type): type
        default: nil
        }
    }
}
