import Almanac
package import Kernel

/// Content that comes with the program: taken over once, when somebody asks for it, and hers from then on.
package struct StarterRecord: Sendable {
    package let title: Text
    package let values: [String: StarterValue]

    package init(_ title: Text, _ values: [String: StarterValue] = [:]) {
        self.title = title
        self.values = values
    }
}

/// What a starter record fills in. Literals do for codes, numbers and flags: `["kind": "price", "strength": 4, "is_sure": true]`.
package enum StarterValue: Sendable, Hashable {
    case text(Text)
    /// An answer of a choice field, or a metric's id.
    case code(String)
    case codes([String])
    /// Numbers and scores; money in whole units of the currency; a share as a part of one.
    case number(Double)
    case flag(Bool)
    /// So many days after the day on which the content is taken over.
    case day(Int)
    /// The next such day of a year, today counted: 11 November for Double 11.
    case next(month: Int, day: Int)
    /// The next day of an occasion of the almanac, today counted, by its id: `mid_autumn`.
    case nextOccasion(String)
    /// Starter records of the linked type, by their English titles.
    case linked([String])

    package static func text(zh: String, en: String) -> StarterValue { .text(Text(zh: zh, en: en)) }
}

extension StarterValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral
{
    package init(stringLiteral value: String) { self = .code(value) }
    package init(integerLiteral value: Int) { self = .number(Double(value)) }
    package init(floatLiteral value: Double) { self = .number(value) }
    package init(booleanLiteral value: Bool) { self = .flag(value) }
    package init(arrayLiteral elements: String...) { self = .codes(elements) }
}

extension StarterValue {
    /// Whether a field of this kind can take it; what it says is checked when it is written.
    func fits(_ kind: FieldKind) -> Bool {
        switch (self, kind) {
        case (.text, .text), (.text, .longText), (.code, .choice), (.code, .metric), (.code, .web), (.codes, .choices):
            true
        case (.number, .number), (.number, .scale), (.number, .money), (.number, .share): true
        case (.flag, .flag), (.day, .day), (.next, .day), (.linked, .links): true
        case (.nextOccasion(let id), .day): Occasion.named(id) != nil
        case (.linked(let titles), .link): titles.count == 1
        default: false
        }
    }
}
