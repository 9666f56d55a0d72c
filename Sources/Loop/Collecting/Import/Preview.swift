package import Kernel

/// What a file holds and how it would be read, before anything is written.
package struct Preview: Sendable {
    package let file: String
    package let format: FileFormat
    package let encoding: TextEncoding
    package let byteCount: Int64
    package let headings: [String]
    /// The first rows as texts.
    package let rows: [[String]]
    /// The best guess; `nil` where no table fits the headings.
    package let mapping: Mapping?
    /// How sure each guess is, by column.
    package let guesses: [ColumnGuess]
    /// What the reader should look at before importing.
    package let warnings: [Text]
}

/// A column of a file and the field it probably fills.
package struct ColumnGuess: Sendable, Hashable {
    package let column: String
    package let field: String?
    package let certainty: Certainty

    package enum Certainty: String, Sendable, CaseIterable {
        /// The heading is the field's name or a usual spelling of it.
        case sure
        /// The heading contains a usual spelling.
        case likely
        case none
    }
}
