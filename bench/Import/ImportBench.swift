import BenchShared
import Collecting
import Engine
import Foundation
import Kernel
import Warehouse

/// Our side: an empty warehouse in a file on disk, as the product has it, for every round; the peer gets the same file to read.
struct ImportBench {
    let lines: Int
    private let folder: URL
    private let file: URL
    private let peer: Peer
    /// What an installation of the usual size gives the engine.
    private static let memoryMiB = 4096

    init(lines: Int) async throws {
        self.lines = lines
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("bench-import-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        file = folder.appendingPathComponent("lines.csv")
        let engine = try await Engine.open(.duckdb(path: nil, library: try EngineLibrary.locate()))
        try await engine.execute(OrderLineFile.statement(lines: lines, path: file.path))
        await engine.close()
        peer = try Peer("Import/peer.py", [file.path, folder.path, String(Self.memoryMiB)])
    }

    func close() throws {
        try peer.close()
        try FileManager.default.removeItem(at: folder)
    }

    func compare(rounds: Int) async throws -> Bool {
        let bytes = try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
        say(Machine.description)
        say("work: \(lines) order lines in a CSV of \(bytes / 1_000_000) MB; best of \(rounds) rounds, ours and the peers' in turn")
        say("peers: \(try peer.ask("version")[0])")
        var best = ImportTimes()
        var agree = true
        for round in 1...rounds {
            let (times, answer) = try await measure()
            let read = try peer.ask("read"), same = try peer.ask("same")
            best.take(times, reader: Double(read[0]) ?? .infinity, byHand: Double(same[0]) ?? .infinity)
            agree = agree && answer == same[1] && String(lines) == read[1]
            if answer != same[1] { say("  answers differ: ours \(answer), the peer's \(same[1])") }
            say("  round \(round): ours \(seconds(times.load)), reader \(read[0]) s, by hand \(same[0]) s")
        }
        return show(best, agree)
    }

    private func show(_ best: ImportTimes, _ agree: Bool) -> Bool {
        let rate = Double(lines) / best.load, ratio = best.load / best.reader
        say("answers \(agree ? "agree" : "differ")")
        say("  import end to end: \(seconds(best.load)), \(Int(rate)) lines a second (at least 300000)")
        say("  DuckDB's own reader, all columns typed, into a table on disk: \(seconds(best.reader)), ratio \(number(ratio)) (at most 2.00)")
        say("  the same job in SQL by hand: \(seconds(best.byHand)), ratio \(number(best.load / best.byHand))")
        say("  first roll-ups after it (not counted above): \(seconds(best.rollUps))")
        let holds = agree && rate >= 300_000 && ratio <= 2
        say(holds ? "rate and ratio hold" : "rate or ratio does not hold")
        return holds
    }

    /// One import into an empty warehouse, from opening the file to the closed transaction.
    private func measure() async throws -> (ImportTimes, answer: String) {
        let data = folder.appendingPathComponent("ours")
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        let engine = try await Engine.open(
            .duckdb(
                path: data.appendingPathComponent("warehouse.duckdb").path, library: try EngineLibrary.locate(),
                memoryLimitMiB: Self.memoryMiB, threads: ProcessInfo.processInfo.activeProcessorCount,
                spillFolder: data.appendingPathComponent("spill").path))
        let warehouse = try await Warehouse.open(engine: engine, zone: BusinessZone("Asia/Shanghai") ?? .utc)
        let importer = Importer(warehouse, clock: .system, folder: data.appendingPathComponent("files"))
        guard let mapping = try await importer.inspect(file, into: .orderLine).mapping else { throw CocoaError(.fileReadUnknown) }
        let watch = ContinuousClock()
        let load = try await watch.measure { _ = try await importer.run(file, mapping: mapping) }
        let rollUps = try await watch.measure { try await RollUpRefresh(warehouse: warehouse, clock: .system).run() }
        let answer = try await checksum(engine)
        await engine.close()
        try FileManager.default.removeItem(at: data)
        return (ImportTimes(load: load.inSeconds, rollUps: rollUps.inSeconds), answer)
    }

    /// Lines, orders, customers, products, and sums that change with any line.
    private func checksum(_ engine: Engine) async throws -> String {
        let row = try await engine.query(
            """
            SELECT concat_ws(' ', count(*), sum(amount_fen), sum(quantity * line_no), sum(unit_price_fen), sum(epoch(ordered_on)),
                (SELECT concat_ws(' ', count(*), sum(amount_fen), sum(epoch(ordered_at))) FROM order_header),
                (SELECT count(*) FROM customer), (SELECT count(*) FROM product)) AS answer
            FROM order_line
            """
        ).single()
        return try row.text("answer")
    }

    private func seconds(_ value: Double) -> String { number(value) + " s" }
    private func number(_ value: Double) -> String { String(format: "%.2f", value) }
    /// At once, so that a run that is stopped has said what it measured so far.
    private func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}
