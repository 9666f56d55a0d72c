/// The rows of a file or of a pasted table as they came: texts, with their numbers as the sender counts them.
package struct RecordGrid: Sendable {
    package struct Row: Sendable {
        package let number: Int
        package let cells: [String]

        package init(_ number: Int, _ cells: [String]) {
            self.number = number
            self.cells = cells
        }
    }

    package let rows: [Row]
    /// So many rows besides the headings, no more.
    package static let most = 10_000

    package init(_ rows: [Row]) { self.rows = rows }
}

/// What a spreadsheet would run as a formula is written with an apostrophe before it; a text that begins with apostrophes
/// before such a sign gets one more, so that taking one off always gives the text that was meant.
package enum SheetGuard {
    private static let starts: Set<Character> = ["=", "+", "-", "@", "\t", "\r"]

    /// For texts that begin with apostrophes; the writer of CSV guards the others itself.
    package static func guarded(_ text: String) -> String { text.hasPrefix("'") && isGuarded(text) ? "'" + text : text }
    static func bare(_ text: String) -> String { isGuarded(text) ? String(text.dropFirst()) : text }

    private static func isGuarded(_ text: String) -> Bool {
        guard text.first == "'" else { return false }
        return text.drop { $0 == "'" }.first.map { starts.contains($0) || $0 == "\r\n" } ?? false
    }
}
