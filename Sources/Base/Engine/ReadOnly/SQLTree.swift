internal import Foundation

/// The engine's own reading of a text: every part of it that says what is read or done, wherever it stands.
struct SQLTree {
    let statementCount: Int
    /// Every object of the tree. Text constants are not objects, so nothing that is quoted in the question counts.
    private let parts: [[String: Any]]

    /// - Parameter json: what `json_serialize_sql` answered.
    init(json: String) throws {
        let root: Any
        do { root = try JSONSerialization.jsonObject(with: Data(json.utf8)) } catch { throw ReadOnlySQLProblem.tooDeep }
        guard let tree = root as? [String: Any] else { throw ReadOnlySQLProblem.notAQuestion }
        if tree["error"] as? Bool != false {
            let isOtherStatement = tree["error_type"] as? String == "not implemented"
            throw isOtherStatement
                ? ReadOnlySQLProblem.notAQuestion : .wrongSyntax(reason: tree["error_message"] as? String ?? "")
        }
        guard let statements = tree["statements"] as? [Any] else { throw ReadOnlySQLProblem.notAQuestion }
        statementCount = statements.count
        parts = SQLTree.objects(in: statements)
    }

    /// Not recursive: a text may be nested more deeply than a thread's stack.
    private static func objects(in root: [Any]) -> [[String: Any]] {
        var waiting = root
        var found: [[String: Any]] = []
        while let next = waiting.popLast() {
            if let object = next as? [String: Any] {
                found.append(object)
                waiting += object.values
            } else if let items = next as? [Any] {
                waiting += items
            }
        }
        return found
    }

    // MARK: What is allowed

    private static let nodes: Set = ["SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE"]
    private static let sources: Set = [
        "BASE_TABLE", "SUBQUERY", "JOIN", "TABLE_FUNCTION", "EXPRESSION_LIST", "EMPTY", "PIVOT", "SHOW_REF", "CTE",
    ]
    private static let tableFunctions: Set = ["range", "generate_series", "unnest", "json_each", "json_tree", "repeat"]
    private static let catalogueViews: Set = ["tables", "columns", "schemata", "key_column_usage", "table_constraints"]
    private static let listings: Set = ["\"tables\"", "__show_tables_expanded"]
    /// They differ from call to call, but change nothing.
    private static let harmlessFunctions: Set = [
        "random", "uuid", "uuidv4", "uuidv7", "gen_random_uuid", "error", "current_query",
    ]
    /// They tell about the machine or hold up a thread.
    private static let refusedFunctions: Set = [
        "current_setting", "getvariable", "getenv", "sleep_ms", "pg_sleep", "nextval", "currval", "write_log", "query",
        "query_table", "json_execute_serialized_sql",
    ]

    /// Every query and every source of rows is of a kind that we know; what a later engine adds is refused until we do.
    func checkKinds() throws(ReadOnlySQLProblem) {
        for part in parts {
            guard let kind = part["type"] as? String, part["class"] == nil else { continue }
            if part["cte_map"] != nil {
                guard SQLTree.nodes.contains(kind) else { throw .notAQuestion }
            } else if part["sample"] != nil {
                guard SQLTree.sources.contains(kind) else { throw .sourceRefused(kind.lowercased()) }
            }
        }
    }

    /// Tables are the warehouse's own or named in a WITH; a name that the engine could take for a file is neither.
    func checkTables(known: Set<String>) throws(ReadOnlySQLProblem) {
        let named = namesOfWith
        for part in parts(of: "BASE_TABLE") {
            let catalogue = part.name("catalog_name")
            let schema = part.name("schema_name")
            let table = part.name("table_name")
            let isKnown =
                switch schema {
                case "": known.contains(table) || named.contains(table)
                case "main": known.contains(table)
                case "information_schema": SQLTree.catalogueViews.contains(table)
                default: false
                }
            let place = [catalogue, schema, table].filter { !$0.isEmpty }.joined(separator: ".")
            guard isKnown, catalogue.isEmpty else { throw .tableUnknown(place) }
        }
        for part in parts(of: "SHOW_REF") where part["query"] is NSNull || part["query"] == nil {
            guard SQLTree.listings.contains(part.name("table_name")) else {
                throw .sourceRefused("show " + part.name("table_name"))
            }
        }
    }

    /// - Parameter changing: functions that the engine says do more than compute.
    func checkFunctions(changing: Set<String>) throws(ReadOnlySQLProblem) {
        for part in parts(of: "TABLE_FUNCTION") {
            let name = (part["function"] as? [String: Any])?.name("function_name") ?? ""
            guard SQLTree.tableFunctions.contains(name) else { throw .functionRefused(name) }
        }
        let refused = SQLTree.refusedFunctions.union(changing.subtracting(SQLTree.harmlessFunctions))
        for part in parts where part["function_name"] != nil {
            let name = part.name("function_name")
            guard !refused.contains(name) else { throw .functionRefused(name) }
        }
    }

    private func parts(of kind: String) -> [[String: Any]] {
        parts.filter { $0["type"] as? String == kind && $0["class"] == nil }
    }

    /// A plain word only: the engine looks for a file where a name holds a point or a slash.
    private var namesOfWith: Set<String> {
        var names: Set<String> = []
        for part in parts {
            guard let entries = (part["cte_map"] as? [String: Any])?["map"] as? [[String: Any]] else { continue }
            names.formUnion(entries.map { $0.name("key") })
        }
        return names.filter { $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } }
    }
}

extension [String: Any] {
    /// A name, in lower case: the engine's names know no difference of case.
    fileprivate func name(_ key: String) -> String { (self[key] as? String ?? "").lowercased() }
}
