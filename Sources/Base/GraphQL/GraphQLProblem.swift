package import Kernel

/// What a program got wrong when it asked.
package struct GraphQLProblem: Problem, Hashable {
    package let code: String
    package let kind: ProblemKind
    package let text: Text

    private init(_ code: String, _ kind: ProblemKind = .invalid, zh: String, en: String) {
        self.code = "graphql." + code
        self.kind = kind
        text = Text(zh: zh, en: en)
    }

    /// A bug of ours, found at the start.
    static func schema(_ what: String) -> GraphQLProblem {
        GraphQLProblem("schema", .unavailable, zh: "GraphQL 模式有误：\(what)", en: "The GraphQL schema is wrong: \(what).")
    }
}

// MARK: The text

extension GraphQLProblem {
    static func unexpected(_ found: String) -> GraphQLProblem {
        GraphQLProblem("syntax", zh: "语法错误：此处不应出现 \(found)。", en: "Syntax error: \(found) cannot stand here.")
    }
    static func expected(_ what: String, found: String) -> GraphQLProblem {
        GraphQLProblem(
            "syntax", zh: "语法错误：此处应为 \(what)，实为 \(found)。", en: "Syntax error: expected \(what), found \(found).")
    }
    static func numberBroken(_ found: String) -> GraphQLProblem {
        GraphQLProblem("syntax", zh: "语法错误：数字中不应出现 \(found)。", en: "Syntax error: \(found) cannot stand in a number.")
    }
    static let stringOpen = GraphQLProblem(
        "syntax", zh: "语法错误：字符串没有结束引号。", en: "Syntax error: this string does not end.")
    static let escapeUnknown = GraphQLProblem(
        "syntax", zh: "语法错误：字符串中有无法识别的转义。", en: "Syntax error: this string has an unknown escape.")
}

// MARK: Limits

extension GraphQLProblem {
    static let tooLong = GraphQLProblem(
        "too_long", .tooLarge, zh: "查询过长：最多 \(Limits.bytes) 字节、\(Limits.tokens) 个词。请拆成几次查询。",
        en: "The query is too long: \(Limits.bytes) bytes and \(Limits.tokens) tokens at most. Ask in parts.")
    static func tooDeep(_ limit: Int) -> GraphQLProblem {
        GraphQLProblem(
            "too_deep", .tooLarge, zh: "查询嵌套过深：最多 \(limit) 层。请拆成几次查询。",
            en: "The query nests too deeply: \(limit) levels at most. Ask in parts.")
    }
    static func tooManyFields(_ count: Int) -> GraphQLProblem {
        GraphQLProblem(
            "too_costly", .tooLarge, zh: "查询字段过多：展开片段后最多 \(Limits.fields) 个。请拆成几次查询。",
            en: "The query has too many fields: \(Limits.fields) at most, with its fragments opened. Ask in parts.")
    }
    static func tooCostly(_ cost: Int) -> GraphQLProblem {
        GraphQLProblem(
            "too_costly", .tooLarge,
            zh: "查询代价 \(cost) 超过上限 \(Limits.cost)。请减少字段、缩小 size 或拆成几次查询。",
            en:
                "The query costs \(cost), over the limit of \(Limits.cost). Ask for less fields, a smaller size, or in parts."
        )
    }
    static let tooLarge = GraphQLProblem(
        "too_large", .tooLarge, zh: "结果过大：最多 \(Limits.values) 个值。请缩小 size 或拆成几次查询。",
        en: "The answer is too large: \(Limits.values) values at most. Ask for a smaller size or in parts.")
    static let introspectionTooDeep = GraphQLProblem(
        "too_deep", .tooLarge, zh: "对模式自身的查询嵌套过深：类型列表最多嵌套 \(Limits.introspection - 1) 层。",
        en: "The schema is asked too deeply: lists of types may nest \(Limits.introspection - 1) times at most.")
}

// MARK: What is asked for

extension GraphQLProblem {
    static func fieldUnknown(_ field: String, on type: String, like others: [String]) -> GraphQLProblem {
        GraphQLProblem(
            "unknown_field", zh: "类型 \(type) 没有字段 \(field)。" + hint(others).zh,
            en: "\(type) has no field \(field)." + hint(others).en)
    }
    static func typeUnknown(_ name: String) -> GraphQLProblem {
        GraphQLProblem("unknown_type", zh: "没有类型 \(name)。", en: "There is no type \(name).")
    }
    static func fragmentUnknown(_ name: String) -> GraphQLProblem {
        GraphQLProblem("unknown_fragment", zh: "没有片段 \(name)。", en: "There is no fragment \(name).")
    }
    static func fragmentUnused(_ name: String) -> GraphQLProblem {
        GraphQLProblem(
            "unused_fragment", zh: "片段 \(name) 没有用到，请删除。", en: "The fragment \(name) is used nowhere: take it out.")
    }
    static func fragmentCycle(_ name: String, through others: [String]) -> GraphQLProblem {
        let way = others.isEmpty ? "" : " (\(others.joined(separator: ", ")))"
        return GraphQLProblem(
            "fragment_cycle", zh: "片段 \(name) 直接或间接包含自身\(way)。", en: "The fragment \(name) contains itself\(way).")
    }
    static func fragmentOnScalar(_ type: String) -> GraphQLProblem {
        GraphQLProblem(
            "fragment_type", zh: "片段不能用于没有字段的类型 \(type)。", en: "A fragment cannot be on \(type), which has no fields.")
    }
    static func spreadImpossible(_ fragment: String, on type: String) -> GraphQLProblem {
        GraphQLProblem(
            "fragment_type", zh: "\(type) 不可能是 \(fragment)，此处片段永不成立。",
            en: "\(type) can never be \(fragment): the fragment cannot stand here.")
    }
    static func selectionMissing(_ field: String, _ type: String) -> GraphQLProblem {
        GraphQLProblem(
            "selection", zh: "字段 \(field) 的类型为 \(type)，请在 { } 中写明要哪些字段。",
            en: "\(field) is of type \(type): say in { } which of its fields you want.")
    }
    static func selectionSurplus(_ field: String, _ type: String) -> GraphQLProblem {
        GraphQLProblem(
            "selection", zh: "字段 \(field) 的类型为 \(type)，没有下级字段，不能写 { }。",
            en: "\(field) is of type \(type) and has no fields: take the { } out.")
    }
    static func fieldsConflict(_ key: String) -> GraphQLProblem {
        GraphQLProblem(
            "fields_conflict", zh: "同一处有两个不同的 \(key)。请用别名区分。",
            en: "Two different fields are called \(key) here. Give one of them an alias.")
    }

    private static func hint(_ others: [String]) -> Text {
        others.isEmpty
            ? Text(zh: "", en: "")
            : Text(
                zh: "是否指 \(others.joined(separator: "、"))？", en: " Did you mean \(others.joined(separator: ", "))?")
    }
}

// MARK: Operations, arguments, variables

extension GraphQLProblem {
    static let operationsMissing = GraphQLProblem(
        "operation", zh: "请求中没有要执行的操作。", en: "The request holds no operation.")
    static let operationUnnamed = GraphQLProblem(
        "operation", zh: "请求中有多个操作，请在 operationName 中写明执行哪一个。",
        en: "The request holds several operations: name one in operationName.")
    static let anonymousNotAlone = GraphQLProblem(
        "operation", zh: "没有名称的操作只能单独出现。", en: "An operation without a name must stand alone.")
    static func operationUnknown(_ name: String) -> GraphQLProblem {
        GraphQLProblem("operation", zh: "请求中没有名为 \(name) 的操作。", en: "The request holds no operation \(name).")
    }
    static func kindUnknown(_ kind: String) -> GraphQLProblem {
        GraphQLProblem("operation", zh: "这里没有 \(kind) 类操作。", en: "There are no operations of the kind \(kind) here.")
    }
    package static let mutationByGet = GraphQLProblem(
        "mutation_by_get", zh: "GET 只能查询。修改请用 POST。", en: "GET only reads. Send changes by POST.")
    static func twice(_ what: Text, _ name: String) -> GraphQLProblem {
        GraphQLProblem("twice", zh: "\(what.zh) \(name) 出现了两次。", en: "The \(what.en) \(name) stands there twice.")
    }
    static func directiveUnknown(_ name: String) -> GraphQLProblem {
        GraphQLProblem("directive", zh: "没有指令 @\(name)。", en: "There is no directive @\(name).")
    }
    static func directiveMisplaced(_ name: String) -> GraphQLProblem {
        GraphQLProblem("directive", zh: "指令 @\(name) 不能用在此处。", en: "The directive @\(name) cannot stand here.")
    }
    static func argumentUnknown(_ name: String, of field: String) -> GraphQLProblem {
        GraphQLProblem("unknown_argument", zh: "\(field) 没有参数 \(name)。", en: "\(field) takes no argument \(name).")
    }
    static func argumentMissing(_ name: String, _ type: TypeReference, of field: String) -> GraphQLProblem {
        GraphQLProblem(
            "argument_missing", zh: "\(field) 缺少参数 \(name)（\(type)）。",
            en: "\(field) needs the argument \(name) (\(type)).")
    }
    static func valueWrong(_ value: String, _ type: String) -> GraphQLProblem {
        GraphQLProblem("wrong_value", zh: "\(value) 不是 \(type) 类型的值。", en: "\(value) is no value of the type \(type).")
    }
    static func inputUnknown(_ field: String, _ type: String) -> GraphQLProblem {
        GraphQLProblem("wrong_value", zh: "\(type) 没有字段 \(field)。", en: "\(type) has no field \(field).")
    }
    static func inputMissing(_ field: String, _ type: String) -> GraphQLProblem {
        GraphQLProblem("wrong_value", zh: "\(type) 缺少字段 \(field)。", en: "\(type) needs its field \(field).")
    }
    static func variableUnknown(_ name: String) -> GraphQLProblem {
        GraphQLProblem("variable", zh: "变量 $\(name) 没有声明。", en: "The variable $\(name) is not declared.")
    }
    static func variableUnused(_ name: String) -> GraphQLProblem {
        GraphQLProblem(
            "variable", zh: "变量 $\(name) 没有用到，请删除。", en: "The variable $\(name) is used nowhere: take it out.")
    }
    static func variableNoInput(_ name: String, _ type: TypeReference) -> GraphQLProblem {
        GraphQLProblem(
            "variable", zh: "变量 $\(name) 的类型 \(type) 不能作为输入。",
            en: "$\(name) cannot be of type \(type): that is no input.")
    }
    static func variableUnfit(_ name: String, _ type: TypeReference, for place: TypeReference) -> GraphQLProblem {
        GraphQLProblem(
            "variable", zh: "变量 $\(name)（\(type)）不能用在需要 \(place) 的地方。",
            en: "$\(name) of type \(type) cannot stand where \(place) is needed.")
    }
    static func variableMissing(_ name: String, _ type: TypeReference) -> GraphQLProblem {
        GraphQLProblem(
            "variable_missing", zh: "缺少变量 $\(name)（\(type)）的值。", en: "The variable $\(name) (\(type)) has no value.")
    }
    static func variableWrong(_ name: String, _ why: Text) -> GraphQLProblem {
        GraphQLProblem("variable_wrong", zh: "变量 $\(name)：\(why.zh)", en: "The variable $\(name): \(why.en)")
    }
}
