import BenchShared
import Diagnosing
import Engine
import Foundation
import Kernel
import Warehouse

/// Our side: a warehouse in a file, as the product has it. The peer gets a copy of the file.
struct RFMBench {
    private let size: WorkSize
    private let folder: URL
    private let engine: Engine
    private let rfm: RFM
    private let peer: Peer
    private let asOf = Day(daysSince1970: 20_819)  // 2027-01-01
    private static let memoryMiB = 6144

    init(_ size: WorkSize) async throws {
        self.size = size
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("bench-rfm-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent("warehouse.duckdb")
        var engine = try await Self.open(file)
        _ = try await Warehouse.open(engine: engine, zone: .utc)
        for statement in BenchData.statements(size) { try await engine.execute(statement) }
        try await engine.execute("CHECKPOINT")
        await engine.close()
        let copy = folder.appendingPathComponent("peer.duckdb")
        try FileManager.default.copyItem(at: file, to: copy)
        engine = try await Self.open(file)
        self.engine = engine
        let instant = Instant(seconds: 1_800_000_000)
        let clock = Kernel.Clock(now: { instant }, sleepUntil: { _ in })
        rfm = try await RFM(try await Warehouse.open(engine: engine, zone: .utc), clock: clock)
        peer = try Peer("RFM/peer.py", [copy.path, String(Self.memoryMiB)])
    }

    private static func open(_ file: URL) async throws -> Engine {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        return try await Engine.open(
            .duckdb(
                path: file.path, library: try EngineLibrary.locate(), memoryLimitMiB: memoryMiB, threads: cores,
                spillFolder: file.deletingLastPathComponent().appendingPathComponent("spill").path))
    }

    func close() async throws {
        await engine.close()
        try peer.close()
        try FileManager.default.removeItem(at: folder)
    }

    func compare(rounds: Int) async throws -> Bool {
        say(Machine.description)
        say(
            "work: \(size.customers) customers, \(size.orders) orders of one line each; best of \(rounds) rounds, in turn"
        )
        say("peer: \(try peer.ask("version")[0])")
        var trial = Double.infinity
        var full = Double.infinity
        var byNumber = Double.infinity
        var byID = Double.infinity
        var answer = ""
        var theirs = ""
        for _ in 0..<rounds {
            trial = min(trial, try await seconds { try await rfm.run(asOf: asOf, standing: .trial) })
            answer = try await checksum()
            let reply = try peer.ask("score")
            (byNumber, theirs) = (min(byNumber, Double(reply[0]) ?? .infinity), reply[1])
            say("  a round: ours \(String(format: "%.2f s", trial)), SQL by hand \(String(format: "%.2f s", byNumber))")
            byID = min(byID, Double(try peer.ask("score-by-id")[0]) ?? .infinity)
        }
        full = try await seconds { try await rfm.run(asOf: asOf, standing: .provisional) }
        let again = try await seconds { try await rfm.run(asOf: asOf + 1, standing: .provisional) }
        let agree = answer == theirs
        say("answers \(agree ? "agree" : "differ: ours \(answer), the peer's \(theirs)")")
        show("ours, scores and totals stored", trial)
        show("SQL by hand, the same scores (ties by customer number)", byNumber, trial)
        show("SQL by hand, ties by row id (other scores among equals)", byID, trial)
        show("ours with both tier schemes and their first history", full)
        show("ours the day after: scores, and only changes of tier", again)
        if size.fitsPandas {
            show("pandas, data already in memory", Double(try peer.ask("pandas")[0]) ?? .infinity, trial)
        }
        let holds = agree && trial / byNumber <= 1.1
        say(holds ? "the ratio to SQL by hand holds (at most 1.10)" : "the ratio to SQL by hand does not hold")
        return holds
    }

    /// At once, so that a run that is stopped has said what it measured so far.
    private func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

    private func show(_ what: String, _ seconds: Double, _ ours: Double? = nil) {
        let ratio = ours.map { String(format: ", ratio %.2f", $0 / seconds) } ?? ""
        say("  \(what): \(String(format: "%.2f s", seconds))\(ratio)")
    }

    private func seconds(_ work: () async throws -> Void) async throws -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        try await work()
        return (clock.now - start).inSeconds
    }

    /// Customers, and a sum that changes with any customer's cell.
    private func checksum() async throws -> String {
        let row = try await engine.query(
            """
            SELECT count(*) AS n, CAST(sum(cell * (customer_id % 1009 + 1)) AS BIGINT) AS mixed FROM rfm_score
            WHERE run_id = (SELECT max(run_id) FROM rfm_run)
            """
        ).single()
        return "\(try row.int("n")) \(try row.int("mixed"))"
    }
}
