package import Kernel

/// Why a record cannot be written or read as asked, and what to do.
package enum RecordProblem: Problem {
    case unknownType(String)
    case unknownRecord(String)
    /// One or more fields; all of them are said at once.
    case fields([FieldTrouble])
    /// Somebody else was faster. `mine` has the fields that the writer wanted to change, `theirs` what stands there now.
    case stale(code: String, by: String, mine: RecordValues, theirs: RecordValues)
    case locked(code: String, state: Text)
    case moveUnknown(code: String, move: String, state: Text)
    case moveNeeds(code: String, fields: [Text])
    case moveNeedsReason(code: String)
    /// Open records stand in its way; a reason makes it all the same.
    case moveBlocked(code: String, by: [String])
    case stillLinked(code: String, from: [String])
    case unknownFilter(String)
    /// The type of this name comes without content.
    case starterNone(Text)
    case starterTaken(Text)
    case commentEmpty
    case viewNameUnfit
    case tooMany(had: Int, limit: Int)
    case fileUnknown
    case fileEmpty
    /// A bug of ours in a declaration, found at the start.
    case declaration(String)

    package var code: String {
        switch self {
        case .unknownType: "record.unknown_type"
        case .unknownRecord: "record.unknown_record"
        case .fields: "record.fields"
        case .stale: "record.stale"
        case .locked: "record.locked"
        case .moveUnknown: "record.move_unknown"
        case .moveNeeds: "record.move_needs"
        case .moveNeedsReason: "record.move_needs_reason"
        case .moveBlocked: "record.move_blocked"
        case .stillLinked: "record.still_linked"
        case .unknownFilter: "record.unknown_filter"
        case .starterNone: "record.starter_none"
        case .starterTaken: "record.starter_taken"
        case .commentEmpty: "record.comment_empty"
        case .viewNameUnfit: "record.view_name_unfit"
        case .tooMany: "record.too_many"
        case .fileUnknown: "record.file_unknown"
        case .fileEmpty: "record.file_empty"
        case .declaration: "record.declaration"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .unknownType, .unknownRecord, .starterNone, .fileUnknown: .missing
        case .stale, .locked, .moveUnknown, .stillLinked, .starterTaken: .conflict
        case .declaration: .unavailable
        default: .invalid
        }
    }

    package var place: ProblemPlace? {
        switch self {
        case .fields(let troubles): troubles.first.map { ProblemPlace(field: $0.field) }
        case .moveNeedsReason, .moveBlocked: ProblemPlace(field: "reason")
        case .unknownFilter(let field): ProblemPlace(field: field)
        default: nil
        }
    }

    package var text: Text {
        switch self {
        case .unknownType(let id): Text(zh: "没有“\(id)”这种记录。", en: "There is no kind of record named \(id).")
        case .unknownRecord(let code):
            Text(zh: "没有编号为 \(code) 的记录，或您无权查看。", en: "There is no record \(code), or you may not see it.")
        case .fields(let troubles):
            Text(
                zh: troubles.map { "\($0.name.zh)：\($0.text.zh)" }.joined(separator: " "),
                en: troubles.map { "\($0.name.en): \($0.text.en)" }.joined(separator: " "))
        case .stale(let code, let by, _, _):
            Text(
                zh: "\(code) 已被 \(by) 修改，您的修改尚未保存。请对照两份内容后再保存。",
                en:
                    "\(code) was changed by \(by) meanwhile; your changes are not saved yet. Compare both and save again."
            )
        case .locked(let code, let state):
            Text(
                zh: "\(code) 处于“\(state.zh)”状态，不能修改。", en: "\(code) cannot be changed: it is \(state.en.lowercased()).")
        case .moveUnknown(let code, let move, let state):
            Text(
                zh: "\(code) 处于“\(state.zh)”状态，不能执行“\(move)”。",
                en: "\(code) is \(state.en.lowercased()): \(move) is not possible.")
        case .moveNeeds(let code, let fields):
            Text(
                zh: "请先填写 \(code) 的：\(fields.map(\.zh).joined(separator: "、"))。",
                en: "First fill in of \(code): \(fields.map(\.en).joined(separator: ", ")).")
        case .moveNeedsReason(let code):
            Text(zh: "请填写对 \(code) 执行此操作的理由。", en: "Give the reason for this step of \(code).")
        case .moveBlocked(let code, let open):
            Text(
                zh: "\(code) 仍有未了结的 \(open.joined(separator: "、"))。如仍要继续，请填写理由，理由将与这些编号一并记录。",
                en:
                    "\(open.joined(separator: ", ")) of \(code) are still open. To go on all the same, give the reason; it is kept with these codes."
            )
        case .stillLinked(let code, let from):
            Text(
                zh: "\(code) 仍被 \(from.joined(separator: "、")) 引用，不能归档。请先解除引用。",
                en: "\(code) is still used by \(from.joined(separator: ", ")). Take those links away first.")
        case .unknownFilter(let field): Text(zh: "不能按“\(field)”筛选或排序。", en: "\(field) is nothing to filter or sort by.")
        case .starterNone(let type):
            Text(
                zh: "“\(type.zh)”没有自带的示范内容，请直接新建。",
                en: "“\(type.en)” comes without starter content: make a new record instead.")
        case .starterTaken(let type):
            Text(
                zh: "“\(type.zh)”的示范内容已经取用过，不会重复添加；已归档的可在列表中恢复。",
                en:
                    "The starter content of “\(type.en)” was taken over before and is not added twice. What was archived can be restored from the list."
            )
        case .commentEmpty: Text(zh: "请填写评论内容（最多 5,000 字）。", en: "Write the comment first (5,000 characters at most).")
        case .viewNameUnfit: Text(zh: "视图名称须为 1 至 80 个字符。", en: "A view's name has 1 to 80 characters.")
        case .tooMany(let had, let limit):
            Text(
                zh: "一次最多处理 \(limit) 条记录，现选了 \(had) 条。请先筛选再分次处理。",
                en: "At most \(limit) records at a time; \(had) are chosen. Filter the list and do them in parts.")
        case .fileUnknown:
            Text(zh: "没有这个附件，可能已被移除。请刷新页面。", en: "There is no such file; it may have been removed. Reload the page.")
        case .fileEmpty: Text(zh: "文件是空的，请检查后重新上传。", en: "The file is empty. Check it and send it again.")
        case .declaration(let what): Text(zh: "记录类型声明有误：\(what)", en: "A record type is declared wrongly: \(what)")
        }
    }
}
