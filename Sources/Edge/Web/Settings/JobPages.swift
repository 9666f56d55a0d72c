import Foundation
import Kernel
import Records
import Store

/// Long work: how far it has come, live; cancel, retry, and the file of rows that did not fit.
enum JobPages {
    static func routes(_ app: AppContext) -> [Route] {
        [
            .get(
                "/settings/jobs", .allowed(.view, .job),
                menu: MenuEntry(.settings, Text(zh: "后台任务", en: "Jobs"), order: 50)
            ) { visit in .page(list(try await visit.app.jobs.latest(100), visit)) },
            SettingFiles.jobs().route,
            .get("/settings/jobs/events", .allowed(.view, .job)) { visit in events(visit, of: nil) },
            .get("/settings/jobs/:job", .allowed(.view, .job)) { visit in
                .page(page(try await visit.app.jobs.find(try visit.number("job")), visit))
            },
            .get("/settings/jobs/:job/events", .allowed(.view, .job)) { visit in
                events(visit, of: try await visit.app.jobs.find(try visit.number("job")))
            },
            .get("/settings/jobs/:job/errors", .allowed(.view, .job)) { visit in
                let job = try await visit.app.jobs.find(try visit.number("job"))
                guard let path = job.errorFile else { throw WebProblem.pageUnknown }
                return try FileReply.download(path, as: "job-\(job.id)-errors.csv", type: "text/csv; charset=utf-8")
            },
            .post("/settings/jobs/:job/cancel", .allowed(.edit, .job)) { visit in
                let id = try visit.number("job")
                try await visit.app.jobs.cancel(id, by: try visit.author())
                return Reply.redirect(to: "/settings/jobs/\(id)").flashing(Text(zh: "已请求取消。", en: "Asked to cancel."))
            },
            .post("/settings/jobs/:job/retry", .allowed(.edit, .job)) { visit in
                let id = try visit.number("job")
                try await visit.app.jobs.retry(id, by: try visit.author())
                return Reply.redirect(to: "/settings/jobs/\(id)").flashing(
                    Text(zh: "任务已重新排队。", en: "The job is queued again."))
            },
        ]
    }

    /// Each change of the one job, or of any, as the part of the page that shows it. Ends with the one job.
    private static func events(_ visit: Visit, of job: Job?) -> Reply {
        let jobs = visit.app.jobs
        let reader = visit.reader
        return .events { outlet in
            let changes = jobs.changes()
            if let job {
                let now = try await jobs.find(job.id)
                try await outlet.send("part", JobParts.panel(now, visit).string(for: reader))
                if now.state.isFinal { return try await outlet.send("end", "") }
            }
            try await outlet.follow(changes, clock: visit.app.clock) { change in
                guard let job else {
                    try await outlet.send("part", JobParts.row(change, visit).string(for: reader))
                    return true
                }
                if change.id != job.id { return true }
                try await outlet.send("part", JobParts.panel(change, visit).string(for: reader))
                if change.state.isFinal { try await outlet.send("end", "") }
                return !change.state.isFinal
            }
        }
    }

    private static func list(_ jobs: [Job], _ visit: Visit) -> Page {
        Page(
            Text(zh: "后台任务", en: "Jobs"), pretitle: Step.settings.name,
            lead: Text(
                zh: "导入、生成和计算等耗时工作在后台进行，关闭页面不受影响。",
                en: "Imports and long computations run in the background; closing the page does not stop them.")
        ) {
            if jobs.isEmpty {
                card(nil) {
                    emptyState(
                        "history", Text(zh: "还没有任务", en: "No jobs yet"),
                        Text(
                            zh: "导入数据或生成演示公司后，可以在这里查看进度。",
                            en: "Progress shows here once data are imported or the demonstration company is made."))
                }
            } else {
                element("live-region", [.src("/settings/jobs/events")]) {
                    card(nil, flush: true) { JobParts.table(jobs, visit) }
                }
            }
        }.actions { SettingFiles.jobs().menu(visit) }
    }

    private static func page(_ job: Job, _ visit: Visit) -> Page {
        Page(JobParts.name(job, visit), pretitle: Text(zh: "后台任务 · \(job.id)", en: "Jobs · \(job.id)")) {
            element("live-region", job.state.isFinal ? [] : [.src("/settings/jobs/\(job.id)/events")]) {
                JobParts.panel(job, visit)
            }
        }
    }
}
