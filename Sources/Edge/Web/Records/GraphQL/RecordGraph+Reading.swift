import GraphQL
import Kernel
import Records
import Store

/// How records are found: one by its number, lists with the same filters as pages and REST, and all kinds by words.
extension RecordGraph {
    struct Found: Sendable {
        let slice: RecordSlice
        let page: Int
        let size: Int
    }

    mutating func addReading(_ type: RecordType) {
        let name = Self.name(type)
        queries.append(
            FieldDefinition(
                type.id, .named(name), type.name, arguments: [InputDefinition("number", .sure("Int"))], cost: 10))
        resolvers["Query", type.id] = { call in
            let number = call.arguments.int("number") ?? 0
            let record = try await call.context.desk.records.find(type, number: number, for: call.context.reader)
            return call.parents.map { _ in .object(record, type: name) }
        }
        addFilter(type)
        addList(type)
    }

    private mutating func addList(_ type: RecordType) {
        let name = Self.name(type)
        queries.append(
            FieldDefinition(
                "\(type.id)_list", .sure(name + "List"), type.name,
                arguments: [
                    InputDefinition("filter", .named(name + "Filter")),
                    InputDefinition("search", "String", Text(zh: "标题或文字中含有", en: "Words in title or texts")),
                    InputDefinition(
                        "sort", .named(name + "Sort"),
                        Text(zh: "默认按修改时间，新的在前", en: "By last change, the newest first, unless said")),
                    InputDefinition("descending", "Boolean", Text(zh: "倒序", en: "The largest first")),
                    InputDefinition("archived", "Boolean", Text(zh: "含已归档", en: "Archived ones too")),
                    InputDefinition("page", .sure("Int"), Text(zh: "从 1 起", en: "From 1"), standard: 1), Self.size,
                ], cost: 20, entries: 50, sizedBy: "size"))
        resolvers["Query", "\(type.id)_list"] = { call in
            let found = try await Self.found(type, call)
            return call.parents.map { _ in .object(found, type: name + "List") }
        }
        types.append(
            .object(
                ObjectType(
                    name + "List", type.name,
                    fields: [
                        FieldDefinition("total", .sure("Int"), Text(zh: "符合条件的总数", en: "How many there are in all")),
                        FieldDefinition("page", .sure("Int")), FieldDefinition("size", .sure("Int")),
                        FieldDefinition("records", .all(name)),
                    ])))
        let of = Found.self
        resolvers.each(name + "List", "total", of: of) { found, _ in .leaf(.int(Int64(found.slice.total))) }
        resolvers.each(name + "List", "page", of: of) { found, _ in .leaf(.int(Int64(found.page))) }
        resolvers.each(name + "List", "size", of: of) { found, _ in .leaf(.int(Int64(found.size))) }
        resolvers.each(name + "List", "records", of: of) { found, _ in
            .list(found.slice.records.map { .object($0, type: name) })
        }
        let sorts = ["number", "state", "changed_at", "created_at"] + type.fields.filter(\.kind.isSortable).map(\.id)
        types.append(
            .enumeration(
                EnumType(
                    name + "Sort", Text(zh: "排序字段", en: "What to sort by"),
                    sorts.map { EnumType.Member($0, type.field($0)?.name) })))
    }

    private static func found(_ type: RecordType, _ call: Call<Asker>) async throws -> Found {
        let size = try RecordAnswers.size(call)
        let page = Int(min(max(call.arguments.int("page") ?? 1, 1), 1_000_000))
        let filter = RecordFilter(type: type, records: call.context.desk.records)
        var query = RecordQuery(
            try await filter.conditions(call.arguments["filter"]), search: call.arguments.text("search") ?? "",
            showsArchived: call.arguments.flag("archived"))
        if let sort = call.arguments.text("sort") {
            query.sort = RecordSort(sort, ascending: !call.arguments.flag("descending"))
        }
        let slice = try await call.context.desk.records.list(
            type, query, from: (page - 1) * size, limit: size, for: call.context.reader)
        return Found(slice: slice, page: page, size: size)
    }

    // MARK: Filters

    /// One input type for each kind of value: any of several, between two, or empty.
    private mutating func addFilter(_ type: RecordType) {
        let name = Self.name(type)
        var fields = [InputDefinition("state", .list(.sure("String")), Text(zh: "状态之一", en: "One of these states"))]
        for field in type.fields {
            // Records are named by their codes, people by their names.
            let value = field.kind.linkTarget == nil ? valueType(type, field) : "String"
            fields.append(InputDefinition(field.id, .named(filter(value)), field.name))
        }
        types.append(.input(InputType(name + "Filter", type.name, fields: fields)))
    }

    private mutating func filter(_ value: String) -> String {
        let name = value + "Condition"
        if types.contains(where: { $0.name == name }) { return name }
        var fields = [InputDefinition("any", .list(.sure(value)), Text(zh: "任一值", en: "One of these"))]
        if ["Int", "Float", "Money", "Share", "Day"].contains(value) {
            fields.append(InputDefinition("from", .named(value), Text(zh: "不小于", en: "This or more")))
            fields.append(InputDefinition("to", .named(value), Text(zh: "不大于", en: "This or less")))
        }
        fields.append(InputDefinition("empty", "Boolean", Text(zh: "未填写", en: "Not filled in")))
        types.append(.input(InputType(name, nil, fields: fields)))
        return name
    }

    // MARK: Across kinds

    mutating func addEverywhere() {
        queries += [
            FieldDefinition(
                "record", "Record", Text(zh: "按编号查找任意记录", en: "Any record by its code"),
                arguments: [InputDefinition("code", .sure("String"), Text(zh: "如 PEST-12", en: "Such as PEST-12"))],
                cost: 10
            ),
            FieldDefinition(
                "search", .all("Record"), Text(zh: "全文搜索各类记录", en: "Records of all kinds by their words"),
                arguments: [InputDefinition("text", .sure("String")), Self.size], cost: 50, entries: 50, sizedBy: "size"
            ),
        ]
        resolvers["Query", "record"] = { call in
            let record = try await Self.record(call)
            return call.parents.map { _ in .object(record, type: Self.name(record.type)) }
        }
        resolvers["Query", "search"] = { call in
            let found = try await call.context.desk.records.search(
                call.arguments.text("text") ?? "", for: call.context.reader, limit: try RecordAnswers.size(call))
            let objects = found.map { Resolved.object($0, type: Self.name($0.type)) }
            return call.parents.map { _ in .list(objects) }
        }
        addCommonWriting()
    }

    /// By the argument `code`. Problem: `record.unknown_record`.
    static func record(_ call: Call<Asker>) async throws -> Record {
        let code = call.arguments.text("code") ?? ""
        let parts = code.split(separator: "-")
        let desk = call.context.desk
        guard parts.count == 2, let number = Int64(parts[1]),
            let type = desk.records.catalog.types.first(where: { $0.prefix == parts[0].uppercased() })
        else { throw RecordProblem.unknownRecord(code) }
        return try await desk.records.find(type, number: number, for: call.context.reader)
    }
}

extension FieldKind {
    var isSortable: Bool { if case .links = self { false } else { true } }
}
