package import Kernel

/// Why a question that a person typed is not run.
package enum ReadOnlySQLProblem: Problem, Hashable {
    case empty, severalStatements
    /// Not a SELECT or one of its kin, or a PIVOT that would have to look for its columns.
    case notAQuestion
    case wrongSyntax(reason: String)
    case tooDeep
    case tableUnknown(String)
    case functionRefused(String)
    /// A source of rows of a kind that is not known to be harmless.
    case sourceRefused(String)

    package var code: String {
        switch self {
        case .empty: "query.empty"
        case .severalStatements: "query.several_statements"
        case .notAQuestion: "query.not_a_question"
        case .wrongSyntax: "query.wrong_syntax"
        case .tooDeep: "query.too_deep"
        case .tableUnknown: "query.table_unknown"
        case .functionRefused: "query.function_refused"
        case .sourceRefused: "query.source_refused"
        }
    }

    package var kind: ProblemKind { .invalid }

    package var text: Text {
        switch self {
        case .empty: Text(zh: "没有 SQL。请给出一条 SELECT 语句。", en: "There is no SQL. Give one SELECT statement.")
        case .severalStatements:
            Text(zh: "一次只能执行一条查询，请分开执行。", en: "Only one question can be asked at a time. Ask them one by one.")
        case .notAQuestion:
            Text(
                zh: "此处只能查询，不能修改数据或设置。请使用 SELECT、WITH、DESCRIBE、SUMMARIZE、SHOW TABLES 或 EXPLAIN；PIVOT 须用 IN (…) 写明各列。",
                en: """
                    Only questions can be asked here; nothing can be changed or set. Use SELECT, WITH, DESCRIBE, SUMMARIZE, SHOW TABLES \
                    or EXPLAIN; a PIVOT must name its columns with IN (…).
                    """)
        case .wrongSyntax(let reason): Text(zh: "SQL 语法有误：\(reason)", en: "The SQL is not well formed: \(reason)")
        case .tooDeep:
            Text(zh: "语句嵌套过深，请拆分后再执行。", en: "The statement is nested too deeply. Take it apart.")
        case .tableUnknown(let name):
            Text(
                zh: "数据仓库中没有表 \(name)。查询只能读取仓库中的表，不能读取文件；请用 SHOW TABLES 查看有哪些表，文件请先用 yunchou import 导入。",
                en: """
                    The warehouse has no table \(name). A question reads the warehouse's tables, never files: SHOW TABLES lists the tables, \
                    and yunchou import brings a file in.
                    """)
        case .functionRefused(let name):
            Text(
                zh: "查询中不能使用函数 \(name)：它会读取仓库以外的内容或改变状态。请改为查询仓库中的表。",
                en:
                    "The function \(name) cannot be used here: it reads what is outside the warehouse, or changes something. Ask the warehouse's tables."
            )
        case .sourceRefused(let name):
            Text(
                zh: "查询中不能使用 \(name)。请用 SELECT 查询仓库中的表，或用 SHOW TABLES 查看有哪些表。",
                en: "\(name) cannot be used here. SELECT from the warehouse's tables; SHOW TABLES lists them.")
        }
    }
}
