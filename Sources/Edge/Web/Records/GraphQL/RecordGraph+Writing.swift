import GraphQL
import Kernel
import Records
import Store

/// How records are changed: made, changed from a version, moved to another state; spoken about, archived, sent for approval.
extension RecordGraph {
    mutating func addWriting(_ type: RecordType) {
        let name = Self.name(type)
        let values = InputDefinition("values", .sure(name + "Values"))
        addValues(type)
        addMutation("create_\(type.id)", name, Text(zh: "新建", en: "Make a new one: ") + type.name, [values]) { call in
            try await call.context.desk.records.create(type, texts: Self.texts(call), by: call.context.reader)
        }
        addMutation(
            "update_\(type.id)", name,
            Text(zh: "修改，只改给出的字段；null 清空：", en: "Change the fields given, null empties one: ") + type.name,
            [Self.number, Self.version, values]
        ) { call in
            try await call.context.desk.records.change(
                try await Self.record(type, call), from: call.arguments.int("version") ?? 0, texts: Self.texts(call),
                by: call.context.reader)
        }
        if type.states.moves.isEmpty { return }
        types.append(
            .enumeration(
                EnumType(
                    name + "Move", type.name,
                    type.states.moves.map { EnumType.Member($0.id, $0.name) })))
        addMutation(
            "move_\(type.id)", name, Text(zh: "执行状态操作：", en: "Move to another state: ") + type.name,
            [
                Self.number, Self.version, InputDefinition("move", .sure(name + "Move")),
                InputDefinition("reason", "String"),
            ]
        ) { call in
            try await call.context.desk.records.move(
                try await Self.record(type, call), from: call.arguments.int("version") ?? 0,
                call.arguments.text("move") ?? "", reason: call.arguments.text("reason"), by: call.context.reader)
        }
    }

    private static let number = InputDefinition("number", .sure("Int"))
    private static let code = InputDefinition("code", .sure("String"), Text(zh: "如 PEST-12", en: "Such as PEST-12"))
    private static let version = InputDefinition(
        "version", .sure("Int"), Text(zh: "修改所依据的版本", en: "The version that the change starts from"))

    private mutating func addMutation(
        _ field: String, _ type: String, _ description: Text, _ arguments: [InputDefinition],
        _ act: @escaping @Sendable (Call<Asker>) async throws -> Record
    ) {
        mutations.append(FieldDefinition(field, .named(type), description, arguments: arguments, cost: 50))
        resolvers["Mutation", field] = { call in
            let record = try await act(call)
            return call.parents.map { _ in .object(record, type: Self.name(record.type)) }
        }
    }

    private static func record(_ type: RecordType, _ call: Call<Asker>) async throws -> Record {
        try await call.context.desk.records.find(
            type, number: call.arguments.int("number") ?? 0, for: call.context.reader)
    }

    /// Values as forms and REST take them, read by the record engine, so that all three refuse the same.
    private static func texts(_ call: Call<Asker>) -> [String: String] {
        guard case .object(let members) = call.arguments["values"] else { return [:] }
        return Dictionary(members.map { ($0.name, $0.value.written) }) { _, last in last }
    }

    private mutating func addValues(_ type: RecordType) {
        let fields = type.fields.map { field in
            // Records are named by their codes or titles, people by their names.
            let value = TypeReference.named(field.kind.linkTarget == nil ? valueType(type, field) : "String")
            return InputDefinition(field.id, field.kind.isSeveral ? .list(.nonNull(value)) : value, field.name)
        }
        types.append(.input(InputType(Self.name(type) + "Values", type.name, fields: fields)))
    }

    mutating func addCommonWriting() {
        addMutation(
            "comment", "Record", Text(zh: "发表评论，可用 @姓名 提醒同事", en: "Say something about a record; @name tells somebody"),
            [Self.code, InputDefinition("text", .sure("String"))]
        ) { call in
            let record = try await Self.record(call)
            try await call.context.desk.records.comment(
                call.arguments.text("text") ?? "", on: record, by: call.context.reader)
            return record
        }
        addMutation(
            "archive", "Record", Text(zh: "归档或恢复", en: "Archive a record or bring it back"),
            [Self.code, Self.version, InputDefinition("archived", .sure("Boolean"), standard: true)]
        ) { call in
            try await call.context.desk.records.setArchived(
                call.arguments.flag("archived"), try await Self.record(call),
                from: call.arguments.int("version") ?? 0, by: call.context.reader)
        }
        addMutation(
            "request_approval", "Record", Text(zh: "提交审批", en: "Ask for the approval of a move"),
            [
                Self.code, Self.version, InputDefinition("move", .sure("String")), InputDefinition("note", "String"),
            ]
        ) { call in
            let record = try await Self.record(call)
            try await call.context.desk.approvals.request(
                call.arguments.text("move") ?? "", of: record, from: call.arguments.int("version") ?? 0,
                note: call.arguments.text("note") ?? "", by: call.context.reader)
            return record
        }
    }
}
