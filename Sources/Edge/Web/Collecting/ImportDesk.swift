import Collecting
import Kernel
import Records
import Store

/// What the pages of imports work with, and who may see which upload.
enum ImportDesk {
    static func shelf(_ visit: Visit) -> UploadShelf { UploadShelf(files: visit.app.files, clock: visit.app.clock) }
    static func kept(_ visit: Visit) -> KeptMappingStore { KeptMappingStore(visit.app.store) }

    /// The upload the address names. Whoever may not see it is told what a stranger is told: there is none.
    static func upload(_ visit: Visit) throws -> Upload {
        let upload = try shelf(visit).find(visit["upload"])
        guard isFor(upload.account, visit) else { throw UploadProblem.missing }
        return upload
    }

    static func look(_ upload: Upload, sheet: String?, _ visit: Visit) async throws -> FileLook {
        let importer = Importer(visit.app.warehouse, clock: visit.app.clock, folder: visit.app.files)
        return try await shelf(visit).look(at: upload, sheet: sheet, with: importer)
    }

    /// The import job the address names, with its order; for others than its sender and administrators there is none.
    static func job(_ visit: Visit) async throws -> (job: Job, order: ImportOrder) {
        try await job(try visit.number("job"), visit)
    }

    static func job(_ number: Int64, _ visit: Visit) async throws -> (job: Job, order: ImportOrder) {
        let job = try await visit.app.jobs.find(number)
        guard let order = try order(of: job), isFor(order.account, visit) else { throw WebProblem.pageUnknown }
        return (job, order)
    }

    /// Does the job's page lead this person to the result?
    static func leadsToResult(_ job: Job, _ visit: Visit) -> Bool {
        do {
            guard let order = try order(of: job) else { return false }
            return visit.may(.import, .sourceData) && isFor(order.account, visit)
        } catch { return false }
    }

    /// Queues the import; a real one is remembered for the file's headings.
    static func begin(_ order: ImportOrder, _ headings: [String], _ visit: Visit) async throws -> Reply {
        let parts = [ImportOrder.job, order.upload, order.mapping.target.rawValue, order.sheet ?? ""]
        let key = order.isTrial ? nil : parts.joined(separator: ".")
        let job = try await visit.app.jobs.enqueue(ImportOrder.job, order, key: key, by: try visit.author())
        if !order.isTrial { try await kept(visit).used(order.mapping, for: headings, by: try visit.author()) }
        return .redirect(to: "/settings/jobs/\(job.id)")
    }

    private static func order(of job: Job) throws -> ImportOrder? {
        job.kind == ImportOrder.job ? try job.payload(as: ImportOrder.self) : nil
    }

    private static func isFor(_ account: Int64, _ visit: Visit) -> Bool {
        visit.signed?.account.id == account || visit.may(.administer, .sourceData)
    }
}
