import Collecting
import Kernel
import Records

/// The result of one import on its page.
struct ImportResultPart {
    let job: Int64
    let order: ImportOrder
    let outcome: ImportOutcome

    func page(_ visit: Visit) -> Page {
        let title = outcome.isTrial ? Text(zh: "试运行结果", en: "Trial run") : Text(zh: "导入结果", en: "Import result")
        return Page(title, pretitle: Text(zh: "数据 · 导入", en: "Data · Import"), lead: Text(verbatim: outcome.file)) {
            headline
            for text in outcome.notices { notice(.warning, text) }
            card(outcome.target.name) { figures }
            if !outcome.reasons.isEmpty { reasons }
            next(visit)
        }
    }

    private var headline: HTML {
        let counts = outcome.counts
        if outcome.wasLoadedBefore {
            return notice(
                .warning,
                Text(
                    zh: "同样内容的文件此前已经导入（批次 \(outcome.loadID ?? 0)），没有任何改动。",
                    en: "The same content was imported before (load \(outcome.loadID ?? 0)); nothing was changed."))
        }
        if outcome.isTrial {
            return notice(
                counts.quarantined == 0 ? .success : .warning,
                Text(
                    zh: "试运行已检查全部 \(Figure.grouped(counts.read)) 行，没有写入任何数据。",
                    en: "All \(Figure.grouped(counts.read)) rows were checked; nothing was written."))
        }
        if counts.quarantined == 0 {
            return notice(.success, Text(zh: "全部行都已处理。", en: "Every row was taken in."))
        }
        return notice(
            .warning,
            Text(
                zh: "有 \(Figure.grouped(counts.quarantined)) 行不合要求，已隔离，其余行已处理。",
                en:
                    "\(Figure.grouped(counts.quarantined)) rows did not fit and were quarantined; the others were taken in."
            ))
    }

    private var figures: HTML {
        let counts = outcome.counts
        return facts([
            (Text(zh: "读取", en: "Read"), HTML(verbatim: Figure.grouped(counts.read))),
            (Text(zh: "新增", en: "New"), HTML(verbatim: Figure.grouped(counts.inserted))),
            (Text(zh: "更新", en: "Updated"), HTML(verbatim: Figure.grouped(counts.updated))),
            (Text(zh: "未变", en: "Unchanged"), HTML(verbatim: Figure.grouped(counts.unchanged + counts.kept))),
            (Text(zh: "隔离", en: "Quarantined"), HTML(verbatim: Figure.grouped(counts.quarantined))),
            (Text(zh: "自动新建的条目", en: "Entries made up for codes"), HTML(verbatim: Figure.grouped(outcome.stubs))),
        ])
    }

    private var reasons: HTML {
        let title = Text(zh: "隔离原因", en: "Why rows did not fit")
        return card(title, flush: true) {
            DataTable(
                title, rows: outcome.reasons,
                columns: [
                    .init(Text(zh: "原因", en: "Reason")) { $0.text },
                    .init(Text(zh: "行数", en: "Rows"), figure: true) { Figure.grouped($0.rows) },
                    .init(Text(zh: "行号举例", en: "Such as rows")) { row in
                        row.examples.map(String.init).joined(separator: ", ")
                    },
                ]
            ).html
        }
    }

    /// The mapping as it was tried, with all that was changed in it.
    private var backToMapping: String {
        var query = FieldValues([("target", outcome.target.rawValue), ("mapping", "job:\(job)")])
        if let sheet = order.sheet { query["sheet"] = sheet }
        return ImportPages.path + "/uploads/" + order.upload + "?" + query.encoded
    }

    private func next(_ visit: Visit) -> HTML {
        let path = ImportResultPages.address(job)
        return div(.class("stack")) {
            if outcome.hasQuarantine {
                p(.class("quiet")) {
                    Text(
                        zh: "下载隔离文件，按其中注明的原因修改后重新导入即可；已导入的行不会重复。",
                        en:
                            "Fetch the quarantined rows, mend them as their reasons say and import the file again; rows already imported are not repeated."
                    )
                }
            }
            div(.class("row-wrap")) {
                if outcome.hasQuarantine {
                    a(.class("btn"), .href(path + "/quarantine")) {
                        icon("download")
                        Text(zh: "下载隔离文件", en: "Fetch quarantined rows")
                    }
                }
                if outcome.isTrial, !outcome.wasLoadedBefore {
                    a(.class("btn"), .href(backToMapping)) {
                        Text(zh: "返回修改", en: "Back to the mapping")
                    }
                    postForm(path + "/confirm") { submitButton(Text(zh: "正式导入", en: "Import now")) }
                } else {
                    a(.class("btn"), .href(ImportPages.path)) { Text(zh: "继续导入", en: "Import another file") }
                    if visit.may(.view, .board) {
                        a(.class("btn btn-primary"), .href("/")) { Text(zh: "查看经营看板", en: "See the board") }
                    }
                }
            }
        }
    }
}
