import Kernel

/// One SELECT, and nothing that could write: the text is wrapped as a subquery, so that only something that
/// yields rows can stand in it, and a second statement is refused before it reaches the engine.
struct ReadOnlySQL {
    let text: String

    init(_ sql: String) throws(QueryProblem) {
        var body = sql
        while let last = body.last, last.isWhitespace || last == ";" { body.removeLast() }
        guard !body.isEmpty else { throw .empty }
        guard !ReadOnlySQL.hasSeparator(body) else { throw .severalStatements }
        text = "SELECT * FROM (\n\(body)\n) AS answer"
    }

    /// Whether a semicolon stands outside quotes and comments.
    private static func hasSeparator(_ sql: String) -> Bool {
        var rest = Substring(sql)
        while let first = rest.first {
            switch first {
            case ";": return true
            case "'", "\"":
                rest = rest.dropFirst()
                rest = rest.drop { $0 != first }.dropFirst()
            case "-" where rest.hasPrefix("--"):
                rest = rest.drop { !$0.isNewline }
            case "/" where rest.hasPrefix("/*"):
                guard let end = rest.firstRange(of: "*/") else { return true }
                rest = rest[end.upperBound...]
            case "$":
                return true
            default:
                rest = rest.dropFirst()
            }
        }
        return false
    }
}

enum QueryProblem: Problem {
    case empty, severalStatements

    var code: String { self == .empty ? "query.empty" : "query.several_statements" }
    var kind: ProblemKind { .invalid }
    var text: Text {
        switch self {
        case .empty: Text(zh: "没有 SQL。请给出一条 SELECT 语句。", en: "There is no SQL. Give one SELECT statement.")
        case .severalStatements:
            Text(
                zh: "只能执行一条 SELECT 语句，且不能含有分号或 $ 引号。请分开执行。",
                en: "Only one SELECT can be run, without semicolons or $-quotes. Run the statements one by one.")
        }
    }
}
