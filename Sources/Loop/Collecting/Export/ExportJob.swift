package import Engine
package import Foundation
package import Kernel
package import Store

/// What an export in the background is asked for. The rows are those its owner could see when she asked.
package struct ExportOrder: Sendable, Codable {
    package let sheet: ExportSheet
    package let format: ExportFormat
    /// The account that may fetch the file.
    package let account: Int64

    package init(sheet: ExportSheet, format: ExportFormat, account: Int64) {
        self.sheet = sheet
        self.format = format
        self.account = account
    }

    package var fileName: String { sheet.name + "." + format.rawValue }
}

/// What an export leaves behind.
package struct ExportOutcome: Sendable, Codable {
    package let rows: Int64
    package let bytes: Int64
    package let expiresAt: Instant
}

/// Exports that take longer than a person waits for: with progress, cancel, and a file to be fetched for some days.
package enum ExportJob {
    package static let id = "export"
    package static let sweepID = "export.sweep"

    /// What the kinds of exports are called.
    package static let names = [
        id: Text(zh: "导出数据", en: "Export"), sweepID: Text(zh: "清理过期导出文件", en: "Remove expired exports"),
    ]

    /// - Parameter stored: the lists of the store that may be exported.
    package static func kinds(
        _ engine: Engine, _ store: Store, files: URL, stored: StoredLists = StoredLists()
    ) -> [JobKind] {
        let shelf = ExportShelf(files: files)
        let export = JobKind(id, name: Text(zh: "导出数据", en: "Export"), lane: "export") {
            (order: ExportOrder, run: JobRun) in
            let file = shelf.file(ofJob: run.job.id, order.format)
            let rows = try await Exporter(engine, stored: stored)
                .write(order.sheet, to: file, as: order.format, progress: run.progress)
            let size = try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? NSNumber
            let detail = ["format": order.format.rawValue, "rows": String(rows), "job": String(run.job.id)]
            let author = run.job.author
            try await store.write {
                try store.audit.append(
                    $0, author: .system, action: "data.export", subject: order.sheet.id,
                    detail: detail.merging(["for": author]) { first, _ in first })
            }
            let expiry = store.clock.now() + .seconds(86_400 * ExportShelf.keptDays)
            return ExportOutcome(rows: rows, bytes: size?.int64Value ?? 0, expiresAt: expiry)
        }
        let sweep = JobKind(sweepID, name: Text(zh: "清理过期导出文件", en: "Remove expired exports"), lane: "export") {
            (_: [String: String], _: JobRun) in try shelf.sweep(now: store.clock.now())
        }
        return [export, sweep]
    }

    /// Every night, in the business zone.
    package static func sweeping(_ jobs: JobStore) -> ScheduledTask {
        ScheduledTask(sweepID, name: Text(zh: "清理过期导出文件", en: "Remove expired exports"), .daily(at: .hour(4))) {
            db, _ in
            try jobs.enqueue(db, sweepID, [String: String](), key: sweepID, by: .system)
        }
    }
}
