/// Values reach a database by binding only. A text that begins as SQL may take in names and pieces of SQL, and then the code
/// inside `\(…)` has to say so by its own last word: `\(table)`, `\(column.name)`, `\(metric.sql)`, never `\(customerName)`.
enum SQLRule {
    private static let openings = [
        "SELECT ", "INSERT ", "UPDATE ", "DELETE ", "WITH ", "CREATE ", "DROP ", "ALTER ", "COPY ", "ATTACH ", "FROM ",
        "WHERE ", "AND ", "ORDER BY ", "GROUP BY ",
    ]
    private static let endings = [
        "sql", "table", "tables", "column", "columns", "clause", "clauses", "placeholders", "condition", "conditions",
        "expression", "expressions",
        "identifier", "rawvalue", "quoted", "select", "schema", "grain", "lines", "body", "id", "name", "names",
        "fields", "keys", "view",
    ]

    static func check(_ file: SourceFile) -> [Violation] {
        file.literals.filter { isSQL($0.text) }.flatMap { literal in
            literal.interpolations.filter { !saysWhatItIs($0) }.map { inside in
                Violation(
                    path: file.path, line: literal.line,
                    rule:
                        "SQL takes in `\(inside)`: bind a value with `?`; call a name or a piece of SQL by such a word")
            }
        }
    }

    static func isSQL(_ text: String) -> Bool {
        let start = text.drop { $0 == " " || $0 == "\n" }
        return openings.contains { start.hasPrefix($0) || start.hasPrefix($0.dropLast() + "\n") }
    }

    static func saysWhatItIs(_ inside: String) -> Bool {
        let words = Lexer(inside).tokens.filter(\.isWord).map { $0.text.lowercased() }
        return words.contains { word in endings.contains { word.hasSuffix($0) } }
    }
}
