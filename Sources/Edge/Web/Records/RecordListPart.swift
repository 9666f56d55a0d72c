import Kernel
import Records

/// The list of a type: search, filters, saved views, table, pages.
struct RecordListPart {
    let desk: RecordDesk
    let type: RecordType
    let visit: Visit
    let reader: RecordAuthor

    /// Columns that a list has room for: the title's neighbours first, long texts never.
    var columns: [RecordField] {
        type.fields.dropFirst().filter { field in
            guard reader.may(.view, type, field) else { return false }
            switch field.kind {
            case .longText, .web, .links: return false
            default: return true
            }
        }.prefix(6).map { $0 }
    }

    func table(_ slice: RecordSlice) -> HTML {
        div(.class("table-scroll"), .attribute("tabindex", "0"), .role("region"), .label(type.name)) {
            rows(slice)
        }
    }

    private func rows(_ slice: RecordSlice) -> HTML {
        Web.table(.class("data-table record-table")) {
            HTMLTags.caption { type.name }
            thead {
                tr {
                    if RecordBulkPart.isOffered(type, reader) {
                        th(.scope("col"), .class("tick")) { RecordBulkPart.tickAll }
                    }
                    heading("number", Text(zh: "编号", en: "No."))
                    heading("title", type.fields[0].name)
                    for field in columns { heading(field.id, field.name, figure: field.isFigure) }
                    heading("state", Text(zh: "状态", en: "State"))
                    heading("changed_at", Text(zh: "最近修改", en: "Changed"))
                }
            }
            tbody { for record in slice.records { row(record, slice.names) } }
        }
    }

    /// One record; its cells can be changed in place by whoever may (`records.js`), one of them being so just now.
    func row(_ record: Record, _ names: RecordNames, editing edit: RecordCellEditor? = nil) -> HTML {
        let currency = desk.records.currency
        return tr(.attribute("data-path", RecordDesk.path(record)), .id("row-\(record.number)")) {
            if RecordBulkPart.isOffered(type, reader) { td(.class("tick")) { RecordBulkPart.tick(record) } }
            td(.class("num nowrap quiet")) { record.code }
            for field in [type.fields[0]] + columns {
                td(
                    .class("digits").when(field.isFigure),
                    .attribute("data-field", field.id).when(mayChange(record, field)),
                    .attribute("tabindex", "-1").when(mayChange(record, field))
                ) {
                    if let edit, edit.field.id == field.id {
                        edit.html
                    } else if field.id == "title" {
                        a(.href(RecordDesk.path(record))) { record.title }
                    } else {
                        RecordCell(field: field, value: record[field.id], names: names, currency: currency).html
                    }
                }
            }
            td { Self.state(record) }
            td(.class("num nowrap quiet")) { Figure.moment(record.changedAt, in: visit.app.zone) }
        }
    }

    private func mayChange(_ record: Record, _ field: RecordField) -> Bool {
        reader.may(.edit, type, field) && !record.isLocked
    }

    static func state(_ record: Record) -> HTML {
        if record.archivedAt != nil { return badge(Text(zh: "已归档", en: "Archived")) }
        return RecordCell.tone(record.stateName, record.type.states.state(record.state)?.tone ?? .plain)
    }

    /// A heading that sorts: once up, once more down.
    private func heading(_ id: String, _ name: Text, figure: Bool = false) -> HTML {
        let now = visit.query.text("sort")
        let isUp = now == id
        let isDown = now == "-" + id
        return th(
            .scope("col"), .class("digits").when(figure),
            .attribute("aria-sort", isUp ? "ascending" : "descending").when(isUp || isDown)
        ) {
            a(.class("sort-link"), .href(visit.address(setting: "sort", to: isUp ? "-" + id : id))) {
                name
                if isUp || isDown { icon(isUp ? "chevron-up" : "chevron-down") }
            }
        }
    }

    /// Search and the filters in use; the others behind one button.
    func filters(_ address: RecordAddress) -> HTML {
        let chips = address.chips(visit)
        let kept = visit.query.pairs.filter { $0.name == "view" }
        return queryForm(RecordDesk.path(type), .class("filter-bar"), .role("search")) {
            for pair in kept { input(.type("hidden"), .name(pair.name), .value(pair.value)) }
            div(.class("search-box")) {
                icon("search")
                input(
                    .class("form-control"), .type("search"), .name("q"), .value(visit.query.text("q")),
                    .label(Text(zh: "搜索", en: "Search")),
                    .placeholder(Text(zh: "标题、内容或编号", en: "Title, text or number")))
            }
            choiceFilter("state", Text(zh: "状态", en: "State"), type.states.states.map { ($0.id, $0.name) })
            for field in type.fields where !field.kind.choiceList.isEmpty && reader.may(.view, type, field) {
                choiceFilter(field.id, field.name, field.kind.choiceList.map { ($0.id, $0.name) })
            }
            button(.class("btn"), .type("submit")) { Text(zh: "筛选", en: "Filter") }
            if !chips.isEmpty {
                div(.class("chip-row")) {
                    for chip in chips {
                        a(.class("chip"), .href(chip.without), .title(Text(zh: "去掉此条件", en: "Take this filter away"))) {
                            chip.text
                            icon("x")
                        }
                    }
                }
            }
        }
    }

    private func choiceFilter(_ name: String, _ label: Text, _ options: [(String, Text)]) -> HTML {
        let chosen = visit.query.all(name)
        return select(.class("form-select"), .name(name), .label(label)) {
            option(.value("")) { label + Text(zh: "：全部", en: ": all") }
            for (value, text) in options { option(.value(value), .selected(chosen.contains(value))) { text } }
        }
    }

    /// Kept filters, and a form that keeps the present ones.
    func views(_ views: [SavedView]) -> HTML {
        let encoded = FieldValues(
            visit.query.pairs.filter { $0.name != "page" && !$0.value.isEmpty }.map { ($0.name, $0.value) }
        ).encoded
        return div(.class("view-row")) {
            for view in views {
                a(
                    .class("chip chip-view"), .href("\(RecordDesk.path(type))?\(view.query)"),
                    .current(view.query == encoded)
                ) {
                    icon(view.isShared ? "users" : "bookmark")
                    view.name
                }
            }
            if !encoded.isEmpty {
                details(.class("inline-details")) {
                    summary(.class("btn btn-small")) { Text(zh: "保存此视图", en: "Keep this view") }
                    postForm(RecordDesk.path(type) + "/views", .class("inline-form")) {
                        input(.type("hidden"), .name("query"), .value(encoded))
                        input(
                            .class("form-control"), .name("name"), .required,
                            .label(Text(zh: "视图名称", en: "Name of the view")), .placeholder(Text(zh: "视图名称", en: "Name"))
                        )
                        HTMLTags.label(.class("field-check")) {
                            input(.type("checkbox"), .name("shared"), .value("1"))
                            span { Text(zh: "与同事共享", en: "Share") }
                        }
                        submitButton(Text(zh: "保存", en: "Keep"))
                    }
                }
            }
            if let own = views.first(where: { $0.isOwn && $0.query == encoded }) {
                postForm("\(RecordDesk.path(type))/views/\(own.id)/remove") {
                    button(.class("btn btn-small btn-quiet"), .type("submit")) {
                        Text(zh: "删除此视图", en: "Remove this view")
                    }
                }
            }
        }
    }
}

extension RecordField {
    /// Numbers stand at the right.
    var isFigure: Bool {
        switch kind {
        case .number, .money, .share: true
        default: false
        }
    }
}
