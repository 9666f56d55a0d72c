import Engine
import Foundation
import Kernel
import Warehouse

/// One import of one file: first with the engine's own reader; where that stumbles over a row, with ours.
struct LoadAttempt: Sendable {
    let importer: Importer
    let url: URL
    let name: String
    let mapping: Mapping
    let scan: FileScan
    let contentHash: String
    let started: Instant
    let isTrial: Bool
    let progress: WorkProgress

    private var warehouse: Warehouse { importer.warehouse }

    /// File, sheet and mapping together: the same file read in another way is not the same load. What a mapping is called
    /// makes no difference.
    private var fingerprint: String {
        get throws {
            let hash = ContentHash()
            var nameless = mapping
            nameless.name = ""
            hash.update([UInt8](try nameless.json()))
            hash.update(Array((importer.sheet ?? "").utf8))
            return contentHash + "/" + hash.finish().prefix(16)
        }
    }

    /// A load of the same content that left nothing in quarantine.
    func earlierLoad() async throws -> LoadReport? {
        let table = try await warehouse.engine.query(
            "SELECT max(load_id) AS load_id FROM load WHERE kind = 'import' AND quarantined = 0 AND content_hash = ?",
            [.text(try fingerprint)])
        guard let id = try table.single().optionalInt("load_id") else { return nil }
        return LoadReport(
            file: name, target: mapping.target, mapping: mapping.name, counts: LoadCounts(), loadID: id, stubs: [:],
            reasons: [],
            quarantine: nil, notices: [], isTrial: isTrial, wasLoadedBefore: true,
            elapsed: importer.clock.now() - started)
    }

    func run() async throws -> LoadReport {
        do {
            return try await attempt(directly: true)
        } catch is DirectReadingFailed {
            return try await attempt(directly: false)
        }
    }

    private func attempt(directly: Bool) async throws -> LoadReport {
        do {
            return try await warehouse.engine.withSession { session in
                let source = try await importer.open(session, url, name, scan, directly: directly)
                return try await source.removingTemporary { try await load(session, source) }
            }
        } catch let trial as TrialOver {
            return trial.report
        }
    }

    /// Reads and checks into temporary tables; then writes in one transaction. The gate keeps other loads out of both.
    private func load(_ session: EngineSession, _ source: ImportSource) async throws -> LoadReport {
        let work = try await prepare(session, source)
        try progress.report(scan.byteCount / 5, of: scan.byteCount, ImportStep.reading.text)
        do {
            try await work.read()
        } catch let problem as EngineProblem where source.temporary == nil && problem.code == "engine.failed" {
            if case .delimited = source.format { throw DirectReadingFailed() }
            throw problem
        }
        try progress.report(scan.byteCount / 2, of: scan.byteCount, ImportStep.checking.text)
        let steps = LoadSteps(work: work)
        try await steps.check()
        try progress.report(scan.byteCount / 5 * 3, of: scan.byteCount, ImportStep.writing.text)
        let stubs = StubWriter(work: work)
        try await stubs.prepare()
        return try await session.transaction {
            let report = try await write(work, steps, stubs)
            if isTrial { throw TrialOver(report: report) }
            return report
        }
    }

    private func write(_ work: LoadWork, _ steps: LoadSteps, _ stubWriter: StubWriter) async throws -> LoadReport {
        let stubs = try await stubWriter.write()
        var counts = try await steps.write()
        try await steps.count(&counts)
        let quarantine = Quarantine(work: work, folder: importer.quarantineFolder)
        let reasons = counts.quarantined > 0 ? try await quarantine.summary() : []
        let isKept = counts.quarantined > 0 && !isTrial
        let place = isKept ? try await quarantine.write() : nil
        let changes = counts.changesAnything || !stubs.isEmpty
        if changes { try await record(work, counts) }
        let days = changes ? try await work.touched.range() : nil
        try progress.report(scan.byteCount, of: scan.byteCount, ImportStep.writing.text)
        return LoadReport(
            file: name, target: mapping.target, mapping: mapping.name, counts: counts,
            loadID: changes ? work.loadID : nil,
            stubs: stubs, reasons: reasons, quarantine: place, notices: try await steps.notices(), isTrial: isTrial,
            wasLoadedBefore: false, elapsed: importer.clock.now() - started, firstDay: days?.first, lastDay: days?.last,
            headings: work.source.headings)
    }

    private func prepare(_ session: EngineSession, _ source: ImportSource) async throws -> LoadWork {
        let fields = try MappingCheck(mapping: mapping, source: source).fields(
            zone: warehouse.zone, currency: warehouse.currency, now: started)
        let id = try await session.query("SELECT coalesce(max(load_id), 0) + 1 AS n FROM load").single().int("n")
        return LoadWork(
            session: session, mapping: mapping, source: source, typed: TypedSQL(source: source, fields: fields),
            loadID: id,
            startedAt: started, currency: mapping.currency ?? warehouse.currency.code)
    }

    /// The load's own row, in the same transaction as what it brought.
    private func record(_ work: LoadWork, _ counts: LoadCounts) async throws {
        try await work.session.execute(
            "INSERT INTO load VALUES (?, 'import', ?, ?, ?, ?, ?, ?)",
            [
                .int(work.loadID), .text(name), .text(try fingerprint), .instant(started),
                .instant(importer.clock.now()),
                .int(counts.inserted + counts.updated), .int(counts.quarantined),
            ])
    }

    /// The engine's reader met a row that does not fit.
    private struct DirectReadingFailed: Error {}
    /// Ends a transaction without keeping it.
    private struct TrialOver: Error { let report: LoadReport }
}
