import Collecting
import Kernel
import Records
import Store

/// The pieces of job pages that are sent again, by server-sent events, whenever a job changes.
enum JobParts {
    static func name(_ job: Job, _ visit: Visit) -> Text { visit.app.jobNames[job.kind] ?? Text(verbatim: job.kind) }

    static func table(_ jobs: [Job], _ visit: Visit) -> HTML {
        div(.class("table-scroll"), .attribute("tabindex", "0"), .role("region"), .label(Text(zh: "任务", en: "Jobs"))) {
            Web.table(.class("data-table")) {
                thead {
                    tr {
                        for title in [
                            Text(zh: "任务", en: "Job"), Text(zh: "状态", en: "State"), Text(zh: "进度", en: "Progress"),
                            Text(zh: "开始", en: "Queued"),
                        ] { th(.scope("col")) { title } }
                    }
                }
                tbody(.attribute("data-live-list", "")) { for job in jobs { row(job, visit) } }
            }
        }
    }

    static func row(_ job: Job, _ visit: Visit) -> HTML {
        tr(.id("job-row-\(job.id)")) {
            td {
                a(.href("/settings/jobs/\(job.id)")) { name(job, visit) }
                span(.class("cell-sub num")) { "#\(job.id)" }
            }
            td { badge(job.state.name, tone(job.state)) }
            td { progress(job) }
            td { span(.class("num nowrap quiet")) { Figure.moment(job.queuedAt, in: visit.app.zone) } }
        }
    }

    static func panel(_ job: Job, _ visit: Visit) -> HTML {
        div(.id("job-\(job.id)"), .class("stack")) {
            card(nil) {
                div(.class("stack")) {
                    div(.class("row-wrap")) { badge(job.state.name, tone(job.state)) }
                    if let failure = job.failure { notice(.danger, failure.text) }
                    progress(job)
                    details(job, visit)
                }
            }
            actions(job, visit)
        }
    }

    private static func details(_ job: Job, _ visit: Visit) -> HTML {
        let zone = visit.app.zone
        let moment = { (instant: Instant?) in HTML(verbatim: instant.map { Figure.moment($0, in: zone) } ?? "—") }
        return facts([
            (Text(zh: "排队时间", en: "Queued"), moment(job.queuedAt)),
            (Text(zh: "开始时间", en: "Started"), moment(job.startedAt)),
            (Text(zh: "结束时间", en: "Ended"), moment(job.finishedAt)),
            (Text(zh: "执行次数", en: "Attempts"), HTML(verbatim: String(job.attempt))),
        ])
    }

    private static func actions(_ job: Job, _ visit: Visit) -> HTML {
        let path = "/settings/jobs/\(job.id)"
        let mayEdit = visit.may(.edit, .job)
        return div(.class("row-wrap")) {
            if job.errorFile != nil {
                a(.class("btn"), .href(path + "/errors")) {
                    icon("download")
                    Text(zh: "下载问题行", en: "Rows that did not fit")
                }
            }
            if mayEdit, !job.state.isFinal {
                postForm(path + "/cancel", .confirm(Text(zh: "确定取消这个任务吗？", en: "Cancel this job?"))) {
                    button(.class("btn btn-danger"), .type("submit"), .flag("disabled", job.isCancelAsked)) {
                        job.isCancelAsked ? Text(zh: "正在取消…", en: "Cancelling …") : Text(zh: "取消任务", en: "Cancel")
                    }
                }
            }
            if mayEdit, job.state == .failed || job.state == .cancelled {
                postForm(path + "/retry") {
                    button(.class("btn"), .type("submit")) {
                        icon("refresh")
                        Text(zh: "重试", en: "Try again")
                    }
                }
            }
            if job.state == .done, job.kind == ImportOrder.job {
                if ImportDesk.leadsToResult(job, visit) {
                    a(.class("btn btn-primary"), .href(ImportResultPages.address(job.id))) {
                        Text(zh: "查看导入结果", en: "See what was imported")
                    }
                }
            } else if job.state == .done, job.kind == ExportJob.id {
                if ownsExport(job, visit) {
                    a(.class("btn btn-primary"), .href(ExportPages.path)) { Text(zh: "下载导出文件", en: "Fetch the file") }
                }
            } else if job.state == .done {
                a(.class("btn btn-primary"), .href("/")) { Text(zh: "查看总览", en: "See the overview") }
            }
        }
    }

    private static func ownsExport(_ job: Job, _ visit: Visit) -> Bool {
        do { return try ExportPages.order(of: job, for: visit.signed) != nil } catch { return false }
    }

    static func progress(_ job: Job) -> HTML {
        let report = job.progress
        let share = job.state == .done ? 1 : report.total > 0 ? Double(report.done) / Double(report.total) : 0
        let count = Figure.grouped(report.done) + (report.total > 0 ? " / " + Figure.grouped(report.total) : "")
        return div(.class("progress-line")) {
            shareBar(share, tone: job.state == .failed ? "bad" : job.state == .done ? "good" : "primary")
            span(.class("quiet num")) {
                report.step
                if report.done > 0 { " · " + count }
            }
        }
    }

    static func tone(_ state: JobState) -> BadgeTone {
        switch state {
        case .queued, .cancelled: .neutral
        case .running: .busy
        case .done: .good
        case .failed: .bad
        }
    }
}
