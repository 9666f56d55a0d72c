import Diagnosing
import Engine
import Foundation
import Kernel
import Store
import TestKit
import Testing
import Warehouse

@testable import yunchou

@Suite("CU-02 tiers follow a load even when the process ends between its figures and its tiers") struct CatchUpTests {
    /// An open data folder of the test's own.
    private func open(_ folder: TemporaryFolder) async throws -> Program {
        try await Program.open(
            Settings(dataFolder: folder.file("data"), environment: ProcessInfo.processInfo.environment))
    }

    /// 200 orders of 40 customers over the 30 days from a day on; each load has a number of its own.
    private func load(_ number: Int64, from day: String, _ program: Program) async throws {
        let engine = program.warehouse.engine
        if number == 1 {
            try await engine.execute(
                """
                INSERT INTO customer (customer_id, customer_no, region, load_id)
                SELECT i + 1, 'K' || lpad(CAST(i AS VARCHAR), 3, '0'), 'east', 1 FROM range(40) AS numbers(i)
                """)
        }
        try await engine.execute(
            """
            INSERT INTO order_header (order_id, customer_id, ordered_on, ordered_at, status, amount_fen, load_id)
            SELECT ? * 1000 + i, 1 + (hash(i * ?) % 40)::BIGINT, CAST(? AS DATE) + (i % 30)::INTEGER,
                CAST(CAST(? AS DATE) + (i % 30)::INTEGER AS TIMESTAMP), 'paid', 100 + (hash(i) % 900)::BIGINT, ?
            FROM range(200) AS numbers(i)
            """, [.int(number), .int(number + 6), .text(day), .text(day), .int(number)])
    }

    private func tiers(_ program: Program) async throws -> [String] {
        try await program.warehouse.engine.query(
            """
            SELECT concat_ws(' ', customer_id, scheme, tier, valid_from) AS line FROM customer_tier
            WHERE valid_to IS NULL ORDER BY line
            """
        ).texts("line")
    }

    /// What two loads leave where nothing is cut off.
    private func undisturbed() async throws -> [String] {
        let folder = try TemporaryFolder()
        let program = try await open(folder)
        for (number, day) in [(Int64(1), "2026-01-01"), (2, "2026-02-01")] {
            try await load(number, from: day, program)
            try await AfterLoad(program: program).run(.silent)
        }
        let found = try await tiers(program)
        try await program.closing {}
        return found
    }

    /// A second load whose first half is done when the process ends. Returns the tiers of the first, and lets the folder go.
    private func endBetweenTheHalves(_ folder: TemporaryFolder) async throws -> [String] {
        let program = try await open(folder)
        try await load(1, from: "2026-01-01", program)
        try await AfterLoad(program: program).run(.silent)
        let before = try await tiers(program)
        try await load(2, from: "2026-02-01", program)
        try await AfterLoad(program: program).rollUp(.silent)
        try await program.closing {}
        return before
    }

    @Test("CU-02 a kill between roll-ups and tiers is made good by the next refresh, which then finds nothing to do")
    func betweenTheHalves() async throws {
        let folder = try TemporaryFolder()
        let before = try await endBetweenTheHalves(folder)
        let program = try await open(folder)
        let after = AfterLoad(program: program)
        #expect(try await tiers(program) == before)
        #expect(try await after.areTiersBehind())
        let version = try await after.catchUp(.silent)
        #expect(try await tiers(program) == (try await undisturbed()))
        #expect(try await tiers(program) != before)
        #expect(try await !after.areTiersBehind())
        let run = try await RFM(program.warehouse, clock: program.clock).latestRun()
        #expect(run?.asOf == Day("2026-03-02"))
        #expect(try await after.catchUp(.silent) == version)
        #expect(try await RFM(program.warehouse, clock: program.clock).latestRun()?.id == run?.id)
        try await program.closing {}
    }

    @Test("CU-02 an empty folder and orders without customers are behind in nothing")
    func nothingToFollow() async throws {
        let folder = try TemporaryFolder()
        let program = try await open(folder)
        let after = AfterLoad(program: program)
        #expect(try await !after.areTiersBehind())
        try await program.warehouse.engine.execute(
            """
            INSERT INTO order_header (order_id, ordered_on, status, amount_fen, load_id)
            VALUES (1, DATE '2026-01-01', 'paid', 100, 1)
            """)
        #expect(try await after.areTiersBehind())
        try await after.run(.silent)
        #expect(try await !after.areTiersBehind())
        try await program.closing {}
    }
}
