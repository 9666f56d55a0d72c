import Collecting
import Foundation
import Kernel
import Store

/// Brings an uploaded file in, and then up to date what is computed from it.
struct ImportWork {
    let program: Program

    func run(_ order: ImportOrder, _ run: JobRun) async throws -> ImportOutcome {
        if let done = try run.job.checkpoint(as: ImportOutcome.self) {
            try await AfterLoad(program: program).run(run.progress)
            return done
        }
        let outcome = try await load(order, run)
        // A kill between the load and its note leaves a second attempt that finds everything there already.
        guard outcome.changedAnything || (run.job.attempt > 1 && !order.isTrial) else { return outcome }
        try await run.save(checkpoint: outcome)
        try await AfterLoad(program: program).run(run.progress)
        return outcome
    }

    private func load(_ order: ImportOrder, _ run: JobRun) async throws -> ImportOutcome {
        let files = URL(fileURLWithPath: program.folder.files)
        let shelf = UploadShelf(files: files, clock: program.clock)
        let upload = try shelf.find(order.upload)
        var importer = Importer(program.warehouse, clock: program.clock, folder: files)
        importer.sheet = order.sheet
        let report = try await importer.run(
            shelf.file(of: upload), named: order.name, mapping: order.mapping, isTrial: order.isTrial,
            progress: run.progress)
        if let quarantine = report.quarantine { try shelf.keep(quarantine: quarantine, ofJob: run.job.id) }
        return ImportOutcome(report)
    }
}
