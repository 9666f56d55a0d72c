import Collecting
import Kernel
import Store

/// The rows of a person's exports, sent again by server-sent events whenever one changes.
enum ExportParts {
    static func table(_ jobs: [Job], _ visit: Visit) -> HTML {
        let titles = [
            Text(zh: "文件", en: "File"), Text(zh: "状态", en: "State"), Text(zh: "进度", en: "Progress"),
            Text(zh: "开始", en: "Asked"), Text(zh: "操作", en: "Action"),
        ]
        return div(
            .class("table-scroll"), .attribute("tabindex", "0"), .role("region"),
            .label(Text(zh: "我的导出", en: "My exports"))
        ) {
            Web.table(.class("data-table")) {
                thead { tr { for title in titles { th(.scope("col")) { title } } } }
                tbody(.attribute("data-live-list", "")) {
                    for job in jobs { row(job, visit) }
                }
            }
        }
    }

    private static func row(_ job: Job, _ visit: Visit) -> HTML {
        do {
            guard let order = try ExportPages.order(of: job, for: visit.signed) else { return HTML() }
            return row(job, order, visit)
        } catch { return HTML() }
    }

    static func row(_ job: Job, _ order: ExportOrder, _ visit: Visit) -> HTML {
        tr(.id("export-row-\(job.id)")) {
            td {
                order.fileName
                span(.class("cell-sub")) { order.sheet.statement }
            }
            td { badge(job.state.name, JobParts.tone(job.state)) }
            td {
                JobParts.progress(job)
                if let failure = job.failure { span(.class("cell-sub")) { failure.text } }
            }
            td { span(.class("num nowrap quiet")) { Figure.moment(job.queuedAt, in: visit.app.zone) } }
            td { action(job, order, visit) }
        }
    }

    /// Fetch, cancel, or why there is no file any more.
    static func action(_ job: Job, _ order: ExportOrder, _ visit: Visit) -> HTML {
        if !job.state.isFinal {
            return postForm("\(ExportPages.path)/\(job.id)/cancel") {
                button(.class("btn btn-small"), .type("submit"), .flag("disabled", job.isCancelAsked)) {
                    Text(zh: "取消", en: "Cancel")
                }
            }
        }
        guard job.state == .done else { return HTML() }
        let shelf = ExportShelf(files: visit.app.files)
        guard shelf.has(shelf.file(ofJob: job.id, order.format)) else {
            return span(.class("quiet")) { Text(zh: "已过期删除", en: "Expired and removed") }
        }
        return a(.class("btn btn-small btn-primary"), .href(ExportPages.file(job.id)), .flag("download")) {
            icon("download")
            Text(zh: "下载", en: "Fetch")
        }
    }
}
