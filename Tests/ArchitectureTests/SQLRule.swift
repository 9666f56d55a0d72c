/// Values reach a database by binding only. SQL may take in names and pieces of SQL; where a value stands, inside quotes or after
/// a comparison, it may take in nothing but what a declaration or an enum spells: `'\(table.id)'`, `= \(unit.rawValue)`.
enum SQLRule {
    private static let openings = [
        "SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "CREATE", "DROP", "ALTER", "COPY", "ATTACH", "FROM", "WHERE",
        "AND", "OR", "ORDER BY", "GROUP BY", "HAVING", "JOIN", "VALUES",
    ]
    private static let comparisons = ["'", "=", "<", ">", " LIKE", " ILIKE", " BETWEEN", "%"]
    private static let spelled = ["rawvalue", "id", "column", "key", "sql", "code", "name", "placeholders", "field"]

    /// Imports build long statements from pieces of the type `SQLText`, whose interpolation takes only other pieces and quoted
    /// values: there the compiler checks more than this rule could.
    private static let typed = "Sources/Loop/Collecting/Import/"

    static func check(_ file: SourceFile) -> [Violation] {
        if file.path.hasPrefix(typed) { return [] }
        return file.literals.filter { isSQL($0.text) }.flatMap { literal in
            values(in: literal).filter { !isSpelled($0) }.map { inside in
                Violation(
                    path: file.path, line: literal.line,
                    rule: "SQL takes in the value `\(inside)`: bind it with `?`")
            }
        }
    }

    static func isSQL(_ text: String) -> Bool {
        let start = text.drop { $0 == " " || $0 == "\n" || $0 == "(" }
        return openings.contains { start.hasPrefix($0 + " ") || start.hasPrefix($0 + "\n") }
    }

    /// The interpolations that stand where a value stands.
    private static func values(in literal: TextLiteral) -> [String] {
        let pieces = literal.text.split(separator: "\u{FFFC}", omittingEmptySubsequences: false)
        return zip(pieces, literal.interpolations).filter { before, _ in
            var end = before
            while let last = end.last, last == " " || last == "\n" || last == "(" { end.removeLast() }
            let isQuoted = before.last == "'" || before.last == "%"
            return isQuoted || comparisons.dropFirst().contains { end.uppercased().hasSuffix($0) }
        }.map(\.1)
    }

    /// Whether the last word says that it is a name: `table.id`, not `customerName`.
    private static func isSpelled(_ inside: String) -> Bool {
        let words = Lexer(inside).tokens.filter(\.isWord).map { $0.text.lowercased() }
        return words.last.map(spelled.contains) ?? false
    }
}
