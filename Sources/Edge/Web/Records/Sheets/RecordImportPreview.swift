import Collecting
import Kernel
import Records

/// What importing a file would do; the last step before it is done.
struct RecordImportPreview {
    let desk: RecordDesk
    let upload: Upload
    let plan: RecordImportPlan

    /// Of each kind, so many rows are shown.
    private static let most = 100
    private var type: RecordType { plan.type }

    var page: Page {
        var page = Page(
            Text(zh: "核对导入内容", en: "Check the import"), pretitle: type.name, lead: Text(verbatim: upload.name)
        ) {
            card { RecordImportCounts(counts).html }
            if !plan.unknown.isEmpty { notice(.warning, unknownColumns) }
            if total > 0 { confirm } else { nothing }
            if !plan.refused.isEmpty { refused }
            if !plan.changed.isEmpty { changed }
            if !plan.made.isEmpty { made }
        }
        page.marked = desk.area(of: type).map(RecordDesk.path)
        return page
    }

    private var counts: [String: Int] {
        [
            "new": plan.made.count, "changed": plan.changed.count, "unchanged": plan.unchanged,
            "refused": plan.refused.count,
        ]
    }

    private var total: Int { plan.made.count + plan.changed.count }

    private var unknownColumns: Text {
        Text(
            zh: "以下列不属于“\(type.name.zh)”，内容不会写入：\(plan.unknown.joined(separator: "、"))。",
            en: "These columns are none of “\(type.name.en)” and are left out: \(plan.unknown.joined(separator: ", "))."
        )
    }

    private var confirm: HTML {
        postForm(RecordSheetPages.path(type, upload) + "/apply", .class("form-foot")) {
            submitButton(
                Text(
                    zh: "写入（新建 \(plan.made.count) 条，修改 \(plan.changed.count) 条）",
                    en: "Write (\(plan.made.count) new, \(plan.changed.count) changed)"))
            a(.class("btn"), .href(RecordSheetPages.path(type))) { Text(zh: "换一份文件", en: "Another file") }
        }
    }

    private var nothing: HTML {
        div(.class("form-foot")) {
            span {
                plan.refused.isEmpty
                    ? Text(zh: "文件内容与现有记录完全一致，无需写入。", en: "The file says what the records say: nothing to write.")
                    : Text(
                        zh: "没有可写入的行，请按下列原因修改后重新导入。",
                        en: "No row can be written. Mend them as said below and import again.")
            }
            a(.class("btn"), .href(RecordSheetPages.path(type))) { Text(zh: "换一份文件", en: "Another file") }
            a(.class("btn"), .href(RecordDesk.path(type))) { Text(zh: "返回列表", en: "Back to the list") }
        }
    }

    private var refused: HTML {
        card(
            Text(zh: "不予写入的行", en: "Rows that are not taken"), note: shown(plan.refused.count),
            actions: a(
                .class("btn btn-small"), .href(RecordSheetPages.path(type, upload) + "/refused"), .flag("download")
            ) {
                icon("download")
                Text(zh: "下载这些行", en: "Fetch these rows")
            }, flush: true
        ) {
            DataTable(
                Text(zh: "不予写入的行", en: "Rows that are not taken"),
                rows: plan.refused.prefix(Self.most).flatMap { row, troubles in troubles.map { (row.number, $0) } },
                columns: [
                    .init(Text(zh: "行", en: "Row"), figure: true) { HTML(verbatim: String($0.0)) },
                    .init(Text(zh: "列", en: "Column")) { HTML($0.1.name) },
                    .init(Text(zh: "原因", en: "Reason")) { HTML($0.1.text) },
                ]
            ).html
        }
    }

    private var changed: HTML {
        let names = plan.names
        let currency = desk.records.currency
        return card(Text(zh: "修改", en: "Changes"), note: shown(plan.changed.count), flush: true) {
            DataTable(
                Text(zh: "修改", en: "Changes"), rows: Array(plan.changed.prefix(Self.most)),
                columns: [
                    .init(Text(zh: "行", en: "Row"), figure: true) { HTML(verbatim: String($0.row.number)) },
                    .init(Text(zh: "记录", en: "Record")) { one in
                        a(.class("record-link"), .href(RecordDesk.path(one.record))) {
                            span(.class("record-code")) { one.record.code }
                            one.record.title
                        }
                    },
                    .init(Text(zh: "改动", en: "What changes")) { one in
                        RecordPage.differences(one.changes, names, currency)
                    },
                ]
            ).html
        }
    }

    private var made: HTML {
        let type = type
        let names = plan.names
        let currency = desk.records.currency
        return card(Text(zh: "新建", en: "New"), note: shown(plan.made.count), flush: true) {
            DataTable(
                Text(zh: "新建", en: "New"), rows: Array(plan.made.prefix(Self.most)),
                columns: [
                    .init(Text(zh: "行", en: "Row"), figure: true) { HTML(verbatim: String($0.row.number)) },
                    .init(type.fields[0].name) { one in
                        if case .text(let title) = one.values["title"] { HTML(verbatim: title) } else { HTML() }
                    },
                    .init(Text(zh: "其他内容", en: "The rest")) { one in
                        RecordPage.differences(
                            FieldChange.between(
                                ["title": one.values["title"]].compactMapValues { $0 }, one.values, type),
                            names, currency)
                    },
                ]
            ).html
        }
    }

    private func shown(_ count: Int) -> Text? {
        count > Self.most
            ? Text(zh: "共 \(count) 行，此处显示前 \(Self.most) 行。", en: "\(count) rows; the first \(Self.most) are shown.")
            : nil
    }
}
