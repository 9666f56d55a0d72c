import Kernel
import Records

/// What the list offers for many records: a tick before each, and what to do with those that are ticked.
enum RecordBulkPart {
    private static let form = "bulk"

    /// Moves that need an approval are asked for, a request each.
    static func asks(_ type: RecordType, _ reader: RecordAuthor) -> [StateMove] {
        type.states.moves.filter { $0.needsApproval && reader.may(.edit, type) }
    }

    static func moves(_ type: RecordType, _ reader: RecordAuthor) -> [StateMove] {
        type.states.moves.filter { reader.may($0.action, type) && !$0.needsApproval }
    }

    static func fields(_ type: RecordType, _ reader: RecordAuthor) -> [RecordField] {
        type.fields.dropFirst().filter { reader.may(.edit, type, $0) }
    }

    static func isOffered(_ type: RecordType, _ reader: RecordAuthor) -> Bool {
        reader.may(.edit, type) || !moves(type, reader).isEmpty
    }

    static func tick(_ record: Record) -> HTML {
        input(
            .type("checkbox"), .name("record"),
            .value(RecordChoice(number: record.number, version: record.version).text), .attribute("form", form),
            .label(Text(zh: "选择 \(record.code)", en: "Choose \(record.code)")))
    }

    static let tickAll = input(
        .type("checkbox"), .attribute("data-tick-all", form), .label(Text(zh: "选择本页全部", en: "Choose all on this page")))

    /// One line over the list; the next page asks for the value.
    static func bar(_ type: RecordType, _ total: Int, _ visit: Visit, _ reader: RecordAuthor) -> HTML {
        guard isOffered(type, reader) else { return HTML() }
        let query = FieldValues(visit.query.pairs.filter { $0.name != "page" }.map { ($0.name, $0.value) })
        return postForm(RecordBulkPages.path(type), .id(form), .class("bulk-bar d-print-none")) {
            input(.type("hidden"), .name("query"), .value(query.encoded))
            span(.class("quiet"), .attribute("data-ticked", Text(zh: "已选 # 条", en: "# chosen"))) {
                Text(zh: "勾选记录后：", en: "With those ticked:")
            }
            select(.class("form-select"), .name("what"), .required, .label(Text(zh: "批量操作", en: "What to do"))) {
                option(.value("")) { Text(zh: "批量操作…", en: "Change…") }
                actions(type, reader)
            }
            HTMLTags.label(.class("field-check")) {
                input(.type("checkbox"), .name("all"), .value("1"))
                span {
                    Text(
                        zh: "全部 \(Figure.grouped(total)) 条符合条件的记录", en: "All \(Figure.grouped(total)) that match")
                }
            }
            button(.class("btn btn-small"), .type("submit")) { Text(zh: "下一步", en: "Next") }
        }
    }

    private static func actions(_ type: RecordType, _ reader: RecordAuthor) -> HTML {
        let fields = fields(type, reader)
        let moves = moves(type, reader)
        let asks = asks(type, reader)
        return HTML {
            if !fields.isEmpty {
                optgroup(.attribute("label", Text(zh: "修改字段", en: "Set a field"))) {
                    for field in fields { option(.value("set:\(field.id)")) { field.name } }
                }
            }
            if !moves.isEmpty {
                optgroup(.attribute("label", Text(zh: "变更状态", en: "Change the state"))) {
                    for move in moves { option(.value("move:\(move.id)")) { move.name } }
                }
            }
            if !asks.isEmpty {
                optgroup(.attribute("label", Text(zh: "提交审批", en: "Ask for approval"))) {
                    for move in asks { option(.value("ask:\(move.id)")) { move.name } }
                }
            }
            if reader.may(.edit, type) { option(.value("archive")) { Text(zh: "归档", en: "Archive") } }
        }
    }
}
