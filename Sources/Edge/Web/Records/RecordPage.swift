import Kernel
import Planning
import Records

/// One record: its fields, what it is linked with, what was said about it, and how it became what it is.
struct RecordPage {
    let desk: RecordDesk
    let record: Record
    let names: RecordNames
    let incoming: [Record]
    let history: [RecordVersion]
    let comments: [RecordComment]
    let requests: [ApprovalRequest]
    let files: [RecordFile]
    /// Ended cases that are like this one, for a kind that has an archive.
    let precedents: [ArchiveStore.Precedent]
    /// Practices that suit it, for a kind that begins something.
    let practices: [PracticeStore.Suited]
    let reader: RecordAuthor
    let visit: Visit

    var page: Page {
        var page = Page(
            Text(verbatim: record.title),
            pretitle: (desk.area(of: record.type)?.name ?? record.type.name) + Text(verbatim: " · ") + record.type.name
                + Text(verbatim: " · \(record.code)")
        ) {
            div(.class("record-columns")) {
                div(.class("stack")) {
                    for section in sections { card(section.title) { rows(section.fields) } }
                    if !incoming.isEmpty { card(Text(zh: "引用本记录的内容", en: "What links here")) { linked } }
                    if mayEdit || !files.isEmpty {
                        card(Text(zh: "附件", en: "Files")) { RecordFilePart(page: self).html }
                    }
                    card(Text(zh: "讨论", en: "Discussion")) { talk }
                }
                div(.class("stack")) {
                    card { steps }
                    if !requests.isEmpty { card(Text(zh: "审批", en: "Approvals")) { asked } }
                    if !precedents.isEmpty {
                        card(Text(zh: "相似的过往案例", en: "Similar past cases")) { ArchivePages.precedents(precedents) }
                    }
                    if !practices.isEmpty {
                        card(Text(zh: "可借鉴的最佳实践", en: "Practices that may suit")) {
                            ArchivePages.practices(practices)
                        }
                    }
                    card(Text(zh: "修改历史", en: "History")) { past }
                }
            }
        }.actions { actions }
        page.marked = desk.area(of: record.type).map(RecordDesk.path)
        return page
    }

    private var currency: Currency { desk.records.currency }
    private var path: String { RecordDesk.path(record) }
    var mayEdit: Bool { reader.may(.edit, record.type) && !record.isLocked }

    private var sections: [RecordSection] {
        record.type.sections(record.type.fields.dropFirst().filter { reader.may(.view, record.type, $0) })
    }

    private func rows(_ fields: [RecordField]) -> HTML {
        dl(.class("record-facts")) {
            for field in fields {
                div(.class("record-wide").when(isLong(field))) {
                    dt { field.name }
                    dd { RecordCell(field: field, value: record[field.id], names: names, currency: currency).html }
                }
            }
        }
    }

    private func isLong(_ field: RecordField) -> Bool {
        switch field.kind {
        case .longText, .links, .choices: true
        case .text: if case .text(let text) = record[field.id] { text.count > 40 } else { false }
        default: false
        }
    }

    private var actions: HTML {
        HTML {
            if record.type.id == "handbook_version" {
                a(.class("btn"), .href(HandbookPages.path(record))) {
                    icon("book")
                    Text(zh: "查看手册内容", en: "The document")
                }
            }
            if mayEdit {
                a(.class("btn btn-primary"), .href(path + "/edit"), .attribute("data-shortcut", "e")) {
                    icon("edit")
                    Text(zh: "编辑", en: "Edit")
                }
            }
        }
    }

    private var steps: HTML {
        let moves = record.type.states.moves(from: record.state).filter { reader.may($0.action, record.type) }
        return div(.class("stack-tight")) {
            facts([
                (Text(zh: "状态", en: "State"), RecordListPart.state(record)),
                (Text(zh: "版本", en: "Version"), HTML(verbatim: String(record.version))),
                (Text(zh: "创建", en: "Added"), stamp(record.createdBy, record.createdAt)),
                (Text(zh: "最近修改", en: "Changed"), stamp(record.changedBy, record.changedAt)),
            ])
            if record.archivedAt == nil {
                for move in moves { step(move) }
            }
            if reader.may(.edit, record.type) { archive }
        }
    }

    private var asked: HTML {
        ul(.class("plain-list")) {
            for request in requests {
                li {
                    a(.href(ApprovalPages.path(request))) {
                        record.type.states.moves.first { $0.id == request.move }?.name ?? Text(verbatim: request.move)
                    }
                    ApprovalPages.state(request)
                    span(.class("quiet num")) { Figure.moment(request.requestedAt, in: visit.app.zone) }
                }
            }
        }
    }

    private func step(_ move: StateMove) -> HTML {
        let missing = move.needs.filter { record[$0] == nil }.compactMap { record.type.field($0)?.name }
        let isAsked = move.needsApproval && requests.contains { $0.state == .open }
        if isAsked { return HTML() }
        return postForm("\(path)/\(move.needsApproval ? "request" : "move")/\(move.id)", .class("stack-tight")) {
            input(.type("hidden"), .name("version"), .value(String(record.version)))
            if move.needsApproval {
                input(
                    .class("form-control"), .name("note"), .label(Text(zh: "提交说明", en: "Note")),
                    .placeholder(Text(zh: "提交说明（可选）", en: "Note (optional)")))
            }
            if move.needsReason {
                input(
                    .class("form-control"), .name("reason"), .required, .label(Text(zh: "理由", en: "Reason")),
                    .placeholder(Text(zh: "理由（必填）", en: "Reason (required)")))
            }
            button(.class("btn btn-wide"), .type("submit"), .disabled.when(!missing.isEmpty)) {
                move.needsApproval ? Text(zh: "提交审批：", en: "Ask for approval: ") + move.name : move.name
            }
            if !missing.isEmpty {
                p(.class("field-help")) {
                    Text(
                        zh: "尚缺：\(missing.map(\.zh).joined(separator: "、"))",
                        en: "Still missing: \(missing.map(\.en).joined(separator: ", "))")
                }
            }
        }
    }

    private var archive: HTML {
        let isArchived = record.archivedAt != nil
        return postForm("\(path)/archive") {
            input(.type("hidden"), .name("version"), .value(String(record.version)))
            input(.type("hidden"), .name("archived"), .value(isArchived ? "0" : "1"))
            button(.class("btn btn-quiet btn-wide"), .type("submit")) {
                icon(isArchived ? "arrow-back-up" : "archive")
                isArchived ? Text(zh: "取消归档", en: "Bring back") : Text(zh: "归档", en: "Archive")
            }
        }
    }

    private func stamp(_ author: String, _ at: Instant) -> HTML {
        HTML {
            RecordPage.person(author)
            span(.class("cell-sub num")) { Figure.moment(at, in: visit.app.zone) }
        }
    }

    /// `account:7:林静` → 林静
    static func person(_ author: String) -> HTML {
        switch author {
        case "system": HTML(Text(zh: "系统", en: "System"))
        case "command-line": HTML(Text(zh: "命令行", en: "Command line"))
        default: HTML(verbatim: author.split(separator: ":", maxSplits: 2).last.map(String.init) ?? author)
        }
    }

    private var linked: HTML {
        ul(.class("plain-list")) {
            for other in incoming {
                li {
                    a(.class("record-link"), .href(RecordDesk.path(other))) {
                        span(.class("record-code")) { other.code }
                        other.title
                    }
                    span(.class("quiet")) { other.type.name }
                }
            }
        }
    }

    private var talk: HTML {
        div(.class("stack-tight")) {
            for comment in comments {
                article(.class("comment")) {
                    header {
                        strong { comment.author }
                        span(.class("quiet num")) { Figure.moment(comment.at, in: visit.app.zone) }
                    }
                    p(.class("long-text")) { comment.text }
                }
            }
            postForm(path + "/comments", .class("stack-tight")) {
                element(
                    "textarea",
                    [
                        .class("form-control"), .name("text"), .attribute("rows", 2), .attribute("maxlength", 5_000),
                        .required, .label(Text(zh: "评论", en: "Comment")),
                        .placeholder(Text(zh: "写下评论，用 @账号名 提醒同事", en: "Write a comment; @name tells a colleague")),
                    ])
                div(.class("form-foot")) { button(.class("btn"), .type("submit")) { Text(zh: "发表", en: "Send") } }
            }
        }
    }

    private var past: HTML {
        ol(.class("history")) {
            for version in history {
                li {
                    div(.class("history-head")) {
                        strong { Self.action(version.action, record.type) }
                        span(.class("quiet")) { RecordPage.person(version.author) }
                        span(.class("quiet num")) { Figure.moment(version.at, in: visit.app.zone) }
                    }
                    if let reason = version.reason { p(.class("cell-sub")) { reason } }
                    if version.action == "change" { changes(version) }
                }
            }
        }
    }

    private func changes(_ version: RecordVersion) -> HTML {
        Self.differences(version.changes, names, currency)
    }

    /// Each field with what it held and what it holds.
    static func differences(_ changes: [FieldChange], _ names: RecordNames, _ currency: Currency) -> HTML {
        dl(.class("diff")) {
            for change in changes {
                dt { change.field.name }
                dd {
                    element("del", []) {
                        RecordCell(field: change.field, value: change.before, names: names, currency: currency).html
                    }
                    icon("arrow-right")
                    element("ins", []) {
                        RecordCell(field: change.field, value: change.after, names: names, currency: currency).html
                    }
                }
            }
        }
    }

    static func action(_ id: String, _ type: RecordType) -> Text {
        switch id {
        case "starter": Text(zh: "采用参考内容", en: "Taken from the samples")
        case "create": Text(zh: "新建", en: "Added")
        case "change": Text(zh: "修改", en: "Changed")
        case "archive": Text(zh: "归档", en: "Archived")
        case "restore": Text(zh: "取消归档", en: "Brought back")
        case "attach": Text(zh: "添加附件", en: "File added")
        case "detach": Text(zh: "移除附件", en: "File removed")
        default: type.states.moves.first { $0.id == id }?.name ?? Text(verbatim: id)
        }
    }
}
