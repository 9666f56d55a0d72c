import Collecting
import Engine
import Foundation
import Kernel
import TestKit
import Testing
import Warehouse

/// `YUNCHOU_BENCH=import` (rows in `YUNCHOU_BENCH_ROWS`, 3,000,000 by default): a file of order lines end to end, against the
/// engine's own reader making a table of the same file in the same database in the same run.
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["YUNCHOU_BENCH"] == "import"))
struct ImportSpeedTests {
    private static let rows = Int64(ProcessInfo.processInfo.environment["YUNCHOU_BENCH_ROWS"] ?? "") ?? 3_000_000

    @Test("DA-01 order lines come in at 300,000 a second or more, in at most twice the time of the engine's own reader")
    func lines() async throws {
        let folder = try TemporaryFolder()
        let engine = try await Engine.open(.duckdb(path: folder.file("w.duckdb"), library: try EngineLibrary.locate(), threads: 2))
        let warehouse = try await Warehouse.open(engine: engine, zone: BusinessZone("Asia/Shanghai") ?? .utc)
        let file = folder.file("lines.csv")
        try await engine.execute(Self.question + " TO '" + file + "' (HEADER)")
        let watch = ContinuousClock()
        var own: [Double] = [], ours: [Double] = []
        for _ in 0..<3 {
            let took = try await watch.measure {
                _ = try await engine.execute("CREATE TABLE own AS SELECT * FROM read_csv('" + file + "')")
            }
            own.append(took / .seconds(1))
            try await engine.execute("DROP TABLE own")
        }
        let importer = Importer(warehouse, clock: .system, folder: folder.url.appendingPathComponent("files"))
        let mapping = try #require(try await importer.inspect(URL(fileURLWithPath: file), into: .orderLine).mapping)
        for round in 0..<3 {
            for table in ["order_line", "order_header", "customer", "identity", "product", "load"] where round > 0 {
                try await engine.execute("DELETE FROM " + table)
            }
            var report: LoadReport?
            let took = try await watch.measure { report = try await importer.run(URL(fileURLWithPath: file), mapping: mapping) }
            #expect(report?.counts.inserted == Self.rows)
            ours.append(took / .seconds(1))
        }
        let check = try await engine.query("SELECT sum(amount_fen)::BIGINT AS a, (SELECT sum(amount_fen)::BIGINT FROM order_header) AS b FROM order_line").single()
        #expect(try check.int("a") == check.int("b"))
        let fastest = ours.min() ?? 0, reader = own.min() ?? 0
        print("BENCH import \(Self.rows) lines: own reader \(own), import \(ours); \(Int(Double(Self.rows) / fastest)) lines/s, ratio \(fastest / reader)")
        #expect(Double(Self.rows) / fastest >= 300_000)
        #expect(fastest / reader <= 2)
    }

    private static let question = """
        COPY (SELECT 'SO2024' || lpad((i // 3)::VARCHAR, 9, '0') AS order_no,
            strftime(TIMESTAMP '2022-01-01' + to_seconds((i // 3) * 19), '%Y-%m-%d %H:%M:%S') AS ordered_at,
            'C' || lpad((hash(i // 3) % 400000)::VARCHAR, 7, '0') AS customer_no, 'P' || lpad((hash(i * 7 + 1) % 2000)::VARCHAR, 5, '0') AS product_code,
            1 + hash(i + 5) % 4 AS quantity, ((1000 + hash(i + 9) % 90000) / 100)::DECIMAL(18,2) AS unit_price,
            ((1 + hash(i + 5) % 4) * ((1000 + hash(i + 9) % 90000) / 100))::DECIMAL(18,2) AS amount,
            ['tmall', 'jd', 'douyin', 'store'][1 + (hash(i // 3) % 4)::INT] AS channel FROM range(\(rows)) t(i))
        """
}
