import Kernel
import Records

/// The list of a type in its views.
enum RecordLists {
    static func page(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        let reader = try RecordDesk.author(visit)
        let address = RecordAddress(desk: desk, type: type, reader: reader)
        let query = try await address.query(visit.query)
        let view = type.views.first { RecordViews.name($0, of: type).id == visit.query.text("view") }
        let place = PageOfList(visit.query)
        let slice = try await desk.records.list(
            type, query, from: view == nil ? place.offset : 0, limit: view == nil ? place.size : RecordViews.most,
            for: reader)
        let views = try await desk.records.views(type, for: reader)
        let part = RecordListPart(desk: desk, type: type, visit: visit, reader: reader)
        var page = Page(type.name, pretitle: desk.area(of: type)?.name, lead: type.meaning) {
            if !type.views.isEmpty { switcher(type, view, visit) }
            part.filters(address)
            part.views(views)
            if slice.total == 0 {
                card { empty(type, visit, reader) }
            } else if let view {
                RecordViews(desk: desk, type: type, visit: visit, reader: reader).html(view, slice)
            } else {
                RecordBulkPart.bar(type, slice.total, visit, reader)
                card(flush: true) {
                    part.table(slice)
                    place.links(total: slice.total, visit)
                }
                if reader.may(.edit, type) { p(.class("field-help d-print-none")) { cellHelp } }
            }
        }.actions {
            RecordExport.menu(type, visit, reader)
            if reader.may(.edit, type) {
                a(.class("btn"), .href(RecordSheetPages.path(type))) {
                    icon("file-import")
                    Text(zh: "导入", en: "Import")
                }
                a(.class("btn btn-primary"), .href(RecordDesk.path(type) + "/new"), .attribute("data-shortcut", "n")) {
                    icon("plus")
                    Text(zh: "新建\(type.name.zh)", en: "New \(type.name.en.lowercased())")
                }
            }
        }
        page.marked = desk.area(of: type).map(RecordDesk.path)
        return .page(page)
    }

    private static let cellHelp = Text(
        zh: "双击单元格（或选中后按 Enter）即可修改：Enter 保存，Tab 保存并到下一格，Esc 放弃。",
        en: "Double-click a cell, or press Enter on it, to change it: Enter saves, Tab saves and goes on, Esc gives up."
    )

    private static func switcher(_ type: RecordType, _ chosen: RecordView?, _ visit: Visit) -> HTML {
        let list = (
            title: Text(zh: "列表", en: "List"), address: visit.address(setting: "view", to: nil), isChosen: chosen == nil
        )
        return tabs(
            [list]
                + type.views.map { view in
                    let name = RecordViews.name(view, of: type)
                    return (
                        title: name.name, address: visit.address(setting: "view", to: name.id), isChosen: chosen == view
                    )
                }, label: Text(zh: "视图", en: "Views"))
    }

    private static func empty(_ type: RecordType, _ visit: Visit, _ reader: RecordAuthor) -> HTML {
        let isFiltered = visit.query.pairs.contains {
            !["view", "page", "sort", "month"].contains($0.name) && !$0.value.isEmpty
        }
        if isFiltered {
            return emptyState(
                "search", Text(zh: "没有符合条件的记录", en: "Nothing matches"),
                Text(zh: "减少筛选条件，或清空搜索。", en: "Take filters away, or clear the search.")
            ) {
                a(.class("btn"), .href(RecordDesk.path(type))) { Text(zh: "查看全部", en: "Show all") }
            }
        }
        return emptyState("file-text", Text(zh: "还没有\(type.name.zh)", en: "Nothing here yet"), type.meaning) {
            if reader.may(.edit, type) {
                a(.class("btn btn-primary"), .href(RecordDesk.path(type) + "/new")) {
                    Text(zh: "新建第一条", en: "Add the first")
                }
                if !type.starter.isEmpty {
                    postForm(RecordDesk.path(type) + "/starter") {
                        button(.class("btn"), .type("submit")) {
                            Text(zh: "采用 \(type.starter.count) 条参考内容", en: "Begin with \(type.starter.count) samples")
                        }
                    }
                }
            }
        }
    }

    static func saveView(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        let query = visit.form.text("query")
        try await desk.records.save(
            view: visit.form.text("name"), query: query, shared: visit.form.text("shared") == "1", of: type,
            by: try RecordDesk.author(visit))
        return Reply.redirect(to: RecordDesk.path(type) + "?" + FieldValues(encoded: query).encoded).flashing(
            Text(zh: "视图已保存。", en: "The view is kept."))
    }

    static func removeView(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        try await desk.records.remove(view: try visit.number("view"), by: try RecordDesk.author(visit))
        return Reply.redirect(to: RecordDesk.path(type)).flashing(Text(zh: "视图已删除。", en: "The view is removed."))
    }
}
