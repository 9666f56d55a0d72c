import Collecting
import Foundation
import Kernel
import Records
import Store

/// A person's own exports in the background: how far they are, and their files while they are kept. Everybody who may
/// export anything has them, also without the right to see all jobs.
enum ExportPages {
    static let path = "/me/exports"
    private static let title = Text(zh: "我的导出", en: "My exports")

    static func file(_ job: Int64) -> String { "\(path)/\(job)/file" }

    static func routes(_ app: AppContext) -> [Route] {
        [
            .get(path, .signedIn) { visit in .page(page(try await own(visit), visit)) },
            .get(path + "/events", .signedIn) { visit in try events(visit) },
            .get(path + "/:job/file", .signedIn) { visit in try await send(visit) },
            .post(path + "/:job/cancel", .signedIn) { visit in
                let job = try await owned(visit)
                try await visit.app.jobs.cancel(job.id, by: try visit.author())
                return Reply.redirect(to: path).flashing(Text(zh: "已请求取消。", en: "Asked to cancel."))
            },
        ]
    }

    /// What the job is to export, if it is one and this person asked for it.
    static func order(of job: Job, for signed: SignedIn?) throws -> ExportOrder? {
        guard job.kind == ExportJob.id, let signed else { return nil }
        let order = try job.payload(as: ExportOrder.self)
        return order.account == signed.account.id ? order : nil
    }

    private static func own(_ visit: Visit) async throws -> [Job] {
        try await visit.app.jobs.latest(500, kind: ExportJob.id)
            .filter { try order(of: $0, for: visit.signed) != nil }
    }

    /// Another's job is told apart from none by nothing.
    private static func owned(_ visit: Visit) async throws -> Job {
        let job = try await visit.app.jobs.find(try visit.number("job"))
        guard try order(of: job, for: visit.signed) != nil else { throw WebProblem.pageUnknown }
        return job
    }

    private static func send(_ visit: Visit) async throws -> Reply {
        let job = try await owned(visit)
        guard let order = try order(of: job, for: visit.signed) else { throw WebProblem.pageUnknown }
        let file = ExportShelf(files: visit.app.files).file(ofJob: job.id, order.format)
        guard job.state == .done, ExportShelf(files: visit.app.files).has(file) else { throw WebProblem.exportGone }
        let author = try visit.author()
        let audit = visit.app.store.audit
        try await visit.app.store.write {
            try audit.append(
                $0, author: author, action: "export.fetch", subject: order.sheet.id, detail: ["job": String(job.id)])
        }
        return try FileReply.download(file.path, as: order.fileName, type: order.format.contentType)
    }

    private static func events(_ visit: Visit) throws -> Reply {
        let jobs = visit.app.jobs
        let reader = visit.reader
        return .events { outlet in
            try await outlet.follow(jobs.changes(), clock: visit.app.clock) { job in
                guard let order = try order(of: job, for: visit.signed) else { return true }
                try await outlet.send("part", ExportParts.row(job, order, visit).string(for: reader))
                return true
            }
        }
    }

    private static func page(_ jobs: [Job], _ visit: Visit) -> Page {
        Page(
            title, pretitle: Text(zh: "我的账户", en: "My account"),
            lead: Text(
                zh: "行数较多的列表在后台导出，文件保留 \(ExportShelf.keptDays) 天，只有您本人可以下载。",
                en:
                    "Long lists are exported in the background. Files are kept for \(ExportShelf.keptDays) days; only you can fetch them."
            )
        ) {
            if jobs.isEmpty {
                card {
                    emptyState(
                        "download", Text(zh: "还没有后台导出", en: "No exports in the background"),
                        Text(
                            zh: "在任一列表点击“导出”：较短的列表立即下载，超过 \(Figure.grouped(visit.app.exportLimit)) 行的会出现在这里。",
                            en:
                                "Choose Export on any list: short ones come at once, those over \(Figure.grouped(visit.app.exportLimit)) rows appear here."
                        ))
                }
            } else {
                element("live-region", [.src(path + "/events")]) {
                    card(flush: true) { ExportParts.table(jobs, visit) }
                }
            }
        }.footnote(Text(zh: "时区：\(visit.app.zone.identifier)", en: "Time zone: \(visit.app.zone.identifier)"))
    }
}
