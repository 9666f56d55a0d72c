/// How much one request may ask for. Far above what people's programs need, far below what slows others down.
package enum Limits {
    /// Of the query text.
    package static let bytes = 100_000
    package static let tokens = 15_000
    /// How deep selections, lists and objects may stand in each other in the text.
    static let nesting = 100
    /// How many fields may stand in each other, fragments opened.
    package static let depth = 15
    /// How many fields a request has when its fragments are opened.
    package static let fields = 5_000
    /// A list costs what its entries cost, times how many may come.
    package static let cost = 100_000
    /// Values in an answer.
    static let values = 500_000
    /// How often lists of types may stand in each other when the schema itself is asked.
    static let introspection = 3
    /// Faults that are told at once.
    static let faults = 50
}
