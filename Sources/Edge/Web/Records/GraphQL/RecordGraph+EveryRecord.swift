import GraphQL
import Kernel
import Records

/// What all kinds share: single values, the interface of every record, its versions, comments, files and moves.
extension RecordGraph {
    static let most = 500

    static let size = InputDefinition(
        "size", .sure("Int"), Text(zh: "最多返回多少条，1 至 500", en: "How many at most, 1 to 500"), standard: 50)

    mutating func addCommon() {
        addScalars()
        addParts()
        types.append(
            .interface(
                ObjectType("Record", Text(zh: "任意类型的记录", en: "A record of any kind"), fields: Self.common)))
    }

    private mutating func addScalars() {
        func add(_ name: String, _ description: Text) {
            types.append(
                .scalar(
                    ScalarType(name, description) { value in
                        switch value {
                        case .string, .int, .double: value
                        default: nil
                        }
                    }))
        }
        add(
            "Money",
            Text(
                zh: "金额，精确小数文本，如 \"1234.50\"（\(currency.code)）",
                en: "An amount as an exact decimal, \"1234.50\" (\(currency.code))"))
        add("Share", Text(zh: "百分比文本，如 \"12.5%\"", en: "A share in percent, \"12.5%\""))
        add("Day", Text(zh: "日期，如 \"2026-11-21\"", en: "A day, \"2026-11-21\""))
        add("Instant", Text(zh: "时刻（UTC，ISO 8601）", en: "A moment in UTC, ISO 8601"))
    }

    /// Fields of every record, besides those declared.
    static let common = [
        FieldDefinition("type", .sure("String"), Text(zh: "类型代码", en: "The kind's code name")),
        FieldDefinition("code", .sure("String"), Text(zh: "编号，如 PEST-12", en: "Its code, such as PEST-12")),
        FieldDefinition("number", .sure("Int"), Text(zh: "在本类型中的序号", en: "Its number within the kind")),
        FieldDefinition(
            "version", .sure("Int"), Text(zh: "版本号，修改时须注明", en: "Its version, which a change has to name")),
        FieldDefinition("title", .sure("String"), Text(zh: "标题", en: "Its title")),
        FieldDefinition("state", .sure("String"), Text(zh: "状态代码", en: "Its state's code")),
        FieldDefinition("state_name", .sure("String"), Text(zh: "状态名称", en: "Its state in words")),
        FieldDefinition("archived", .sure("Boolean"), Text(zh: "是否已归档", en: "Whether it is archived")),
        FieldDefinition("created_at", .sure("Instant")), FieldDefinition("created_by", .sure("String")),
        FieldDefinition("changed_at", .sure("Instant")), FieldDefinition("changed_by", .sure("String")),
        FieldDefinition(
            "moves", .all("RecordMove"), Text(zh: "现在可执行的操作", en: "What can be done with it now"), entries: 5),
        FieldDefinition(
            "history", .all("RecordVersion"), Text(zh: "各版本，新的在前", en: "Its versions, the newest first"),
            arguments: [size], cost: 5, entries: 50, sizedBy: "size"),
        FieldDefinition(
            "comments", .all("RecordComment"), Text(zh: "评论，旧的在前", en: "Comments on it, the oldest first"),
            arguments: [size], cost: 5, entries: 50, sizedBy: "size"),
        FieldDefinition("files", .all("RecordFile"), Text(zh: "附件", en: "Its files"), cost: 5, entries: 10),
        FieldDefinition(
            "linked_from", .all("Record"), Text(zh: "引用它的记录", en: "Records that name it"),
            arguments: [
                InputDefinition(
                    "types", .list(.sure("String")), Text(zh: "只要这些类型", en: "Only of these kinds, by code name")),
                size,
            ], cost: 10, entries: 50, sizedBy: "size"),
    ]

    private mutating func addParts() {
        let text = TypeReference.sure("String")
        types += [
            .object(
                ObjectType(
                    "RecordMove", Text(zh: "状态操作", en: "A step to another state"),
                    fields: [
                        FieldDefinition("id", text), FieldDefinition("name", text), FieldDefinition("to", text),
                        FieldDefinition("needs_reason", .sure("Boolean")),
                        FieldDefinition("needs_approval", .sure("Boolean")),
                    ])),
            .object(
                ObjectType(
                    "RecordVersion", Text(zh: "记录的一个版本", en: "One version of a record"),
                    fields: [
                        FieldDefinition("version", .sure("Int")), FieldDefinition("action", text),
                        FieldDefinition("state", text), FieldDefinition("author", text),
                        FieldDefinition("at", .sure("Instant")), FieldDefinition("reason", "String"),
                        FieldDefinition("changes", .all("FieldChange"), cost: 3, entries: 5),
                    ])),
            .object(
                ObjectType(
                    "FieldChange", Text(zh: "一个字段的改动", en: "What became of a field"),
                    fields: [
                        FieldDefinition("field", text), FieldDefinition("name", text),
                        FieldDefinition("before", "String"), FieldDefinition("after", "String"),
                    ])),
            .object(
                ObjectType(
                    "RecordComment", Text(zh: "评论", en: "Something said about a record"),
                    fields: [
                        FieldDefinition("author", text), FieldDefinition("text", text),
                        FieldDefinition("at", .sure("Instant")), FieldDefinition("mentions", .all("String")),
                    ])),
            .object(
                ObjectType(
                    "RecordFile", Text(zh: "附件", en: "A file of a record"),
                    fields: [
                        FieldDefinition("id", .sure("ID")), FieldDefinition("name", text),
                        FieldDefinition("bytes", .sure("Int")), FieldDefinition("added_by", text),
                        FieldDefinition("added_at", .sure("Instant")),
                        FieldDefinition("path", text, Text(zh: "下载地址", en: "Where it can be fetched")),
                    ])),
        ]
        answerParts()
    }

    private mutating func answerParts() {
        let move = StateMove.self
        resolvers.each("RecordMove", "id", of: move) { move, _ in .text(move.id) }
        resolvers.each("RecordMove", "name", of: move) { move, call in .text(move.name[call.language]) }
        resolvers.each("RecordMove", "to", of: move) { move, _ in .text(move.to) }
        resolvers.each("RecordMove", "needs_reason", of: move) { move, _ in .leaf(.bool(move.needsReason)) }
        resolvers.each("RecordMove", "needs_approval", of: move) { move, _ in .leaf(.bool(move.needsApproval)) }
        let version = RecordVersion.self
        resolvers.each("RecordVersion", "version", of: version) { version, _ in .leaf(.int(version.version)) }
        resolvers.each("RecordVersion", "action", of: version) { version, _ in .text(version.action) }
        resolvers.each("RecordVersion", "state", of: version) { version, _ in .text(version.state) }
        resolvers.each("RecordVersion", "author", of: version) { version, _ in .text(version.author) }
        resolvers.each("RecordVersion", "at", of: version) { version, _ in .text(version.at.iso8601) }
        resolvers.each("RecordVersion", "reason", of: version) { version, _ in .text(version.reason) }
        resolvers["RecordVersion", "changes"] = RecordAnswers.changes
        let change = RecordAnswers.Change.self
        resolvers.each("FieldChange", "field", of: change) { change, _ in .text(change.field.id) }
        resolvers.each("FieldChange", "name", of: change) { change, call in .text(change.field.name[call.language]) }
        resolvers.each("FieldChange", "before", of: change) { change, _ in .text(change.before) }
        resolvers.each("FieldChange", "after", of: change) { change, _ in .text(change.after) }
        let comment = RecordComment.self
        resolvers.each("RecordComment", "author", of: comment) { comment, _ in .text(comment.author) }
        resolvers.each("RecordComment", "text", of: comment) { comment, _ in .text(comment.text) }
        resolvers.each("RecordComment", "at", of: comment) { comment, _ in .text(comment.at.iso8601) }
        resolvers.each("RecordComment", "mentions", of: comment) { comment, _ in
            .list(comment.mentions.map { .text($0) })
        }
        let file = RecordAnswers.File.self
        resolvers.each("RecordFile", "id", of: file) { file, _ in .text(String(file.file.id)) }
        resolvers.each("RecordFile", "name", of: file) { file, _ in .text(file.file.name) }
        resolvers.each("RecordFile", "bytes", of: file) { file, _ in .leaf(.int(file.file.bytes)) }
        resolvers.each("RecordFile", "added_by", of: file) { file, _ in .text(file.file.addedBy) }
        resolvers.each("RecordFile", "added_at", of: file) { file, _ in .text(file.file.addedAt.iso8601) }
        resolvers.each("RecordFile", "path", of: file) { file, _ in .text(file.path) }
    }
}
