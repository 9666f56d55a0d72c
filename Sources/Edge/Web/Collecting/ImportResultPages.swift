import Collecting
import Foundation
import Kernel
import Records
import Store

/// What became of an import: how many rows went where, why some did not fit, and what to do next.
enum ImportResultPages {
    static func address(_ job: Int64) -> String { ImportPages.path + "/results/\(job)" }

    static func routes(_ app: AppContext) -> [Route] {
        let path = ImportPages.path + "/results/:job"
        return [
            .get(path, .allowed(.import, .sourceData)) { visit in
                let (job, order) = try await ImportDesk.job(visit)
                guard let outcome = try job.result(as: ImportOutcome.self) else {
                    return .redirect(to: "/settings/jobs/\(job.id)")
                }
                return .page(ImportResultPart(job: job.id, order: order, outcome: outcome).page(visit))
            },
            .get(path + "/quarantine", .allowed(.import, .sourceData)) { visit in
                let (job, order) = try await ImportDesk.job(visit)
                let stem = (order.name as NSString).deletingPathExtension
                return try FileReply.download(
                    ImportDesk.shelf(visit).quarantine(ofJob: job.id).path, as: "quarantine-\(job.id)-\(stem).csv",
                    type: "text/csv; charset=utf-8")
            },
            .post(path + "/confirm", .allowed(.import, .sourceData)) { visit in
                var order = try await ImportDesk.job(visit).order
                order.isTrial = false
                let upload = try ImportDesk.shelf(visit).find(order.upload)
                let look = try await ImportDesk.look(upload, sheet: order.sheet, visit)
                return try await ImportDesk.begin(order, look.headings, visit)
            },
        ]
    }
}
