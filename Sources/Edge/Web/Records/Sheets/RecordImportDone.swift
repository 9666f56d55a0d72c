import Collecting
import Kernel
import Records

/// How an import ended.
struct RecordImportDone {
    let desk: RecordDesk
    let type: RecordType
    let upload: Upload
    let counts: [String: Int]
    /// Whether the rows that were not taken can still be fetched.
    let hasFile: Bool

    var page: Page {
        var page = Page(Text(zh: "导入完成", en: "Imported"), pretitle: type.name, lead: Text(verbatim: upload.name)) {
            card {
                RecordImportCounts(counts).html
                if counts["refused", default: 0] > 0 {
                    notice(
                        .warning,
                        Text(
                            zh: "有 \(counts["refused", default: 0]) 行未写入。请下载这些行，按原因修改后重新导入。",
                            en:
                                "\(counts["refused", default: 0]) rows were not taken. Fetch them, mend them as the last column says, and import them."
                        ))
                }
                div(.class("form-foot")) {
                    a(.class("btn btn-primary"), .href(RecordDesk.path(type))) {
                        Text(zh: "查看列表", en: "To the list")
                    }
                    if hasFile {
                        a(.class("btn"), .href(RecordSheetPages.path(type, upload) + "/refused"), .flag("download")) {
                            icon("download")
                            Text(zh: "下载未写入的行", en: "Fetch the rows not taken")
                        }
                    }
                    a(.class("btn"), .href(RecordSheetPages.path(type))) { Text(zh: "再导入一份", en: "Import another") }
                }
            }
        }
        page.marked = desk.area(of: type).map(RecordDesk.path)
        return page
    }
}

/// New, changed, unchanged and refused rows, counted.
struct RecordImportCounts {
    private let counts: [String: Int]

    init(_ counts: [String: Int]) { self.counts = counts }

    private static let names: [(String, Text)] = [
        ("new", Text(zh: "新建", en: "New")), ("changed", Text(zh: "修改", en: "Changed")),
        ("unchanged", Text(zh: "无变化", en: "Unchanged")), ("refused", Text(zh: "不予写入", en: "Not taken")),
    ]

    var html: HTML {
        dl(.class("import-counts")) {
            for (id, name) in Self.names {
                div(.class("import-count \(id)")) {
                    dt { name }
                    dd(.class("num")) { Figure.grouped(counts[id, default: 0]) }
                }
            }
        }
    }
}
