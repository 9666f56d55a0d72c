import Engine
import Kernel
import TestKit
import Testing

@testable import Warehouse

@Suite struct RollUpTests {
    @Test(
        "DA-04 roll-ups kept step by step equal roll-ups from scratch: late rows, corrections, withdrawals, moved customers"
    )
    func incremental() async throws {
        try await forAll(seed: 7, cases: 3) { random in
            var company = try await TestCompany()
            try await company.addMasterData()
            for _ in 0..<5 {
                try await company.addLoad(&random)
                try await company.refresh.run()
            }
            let kept = try await company.rollUpContents()
            try await company.refresh.recompute()
            let scratch = try await company.rollUpContents()
            for (table, rows) in scratch where kept[table] != rows { Issue.record("\(table) differs") }
            return kept == scratch && !kept.values.contains { $0.isEmpty }
        }
    }

    @Test("KP-07 a refresh without new data counts nothing anew and keeps its version")
    func idle() async throws {
        var random = Seed(3).generator
        var company = try await TestCompany()
        try await company.addMasterData()
        try await company.addLoad(&random)
        let first = try await company.refresh.run()
        let second = try await company.refresh.run()
        #expect(second.recounted.isEmpty)
        #expect(second.version == first.version)
    }

    @Test("KP-07 one late order dirties its own day, not the rest")
    func lateOrder() async throws {
        var random = Seed(3).generator
        var company = try await TestCompany()
        try await company.addMasterData()
        try await company.addLoad(&random)
        try await company.refresh.run()
        try await company.execute(
            """
            INSERT INTO order_header (order_id, customer_id, ordered_on, status, amount_fen, load_id)
            VALUES (9999, 1, DATE '2025-03-03', 'paid', 100, 99)
            """)
        let outcome = try await company.refresh.run()
        #expect(outcome.recounted["sales_daily"] == .some(1))
        #expect(outcome.recounted["customer_day"] == .some(1))
        #expect(outcome.recounted["traffic_daily"] == nil)
        #expect(outcome.recounted["attributed_daily"] == .some(31))
    }
}

@Suite struct InterruptedRollUpTests {
    @Test("KP-07 a refresh stopped half-way leaves the old numbers, and the next one catches up")
    func stopped() async throws {
        var random = Seed(9).generator
        var company = try await TestCompany()
        try await company.addMasterData()
        try await company.addLoad(&random)
        try await company.refresh.run()
        let old = try await company.rollUpContents()
        try await company.addLoad(&random)
        for step in [1, 3, 6, 12] as [Int64] {
            let refresh = company.refresh
            let run = Task {
                try await refresh.run(
                    WorkProgress { if $0.done == step { withUnsafeCurrentTask { $0?.cancel() } } })
            }
            await #expect(throws: CancellationError.self) { try await run.value }
            #expect(try await company.rollUpContents() == old, "stopped at step \(step)")
        }
        try await company.refresh.run()
        let caughtUp = try await company.rollUpContents()
        #expect(caughtUp != old)
        try await company.refresh.recompute()
        #expect(try await company.rollUpContents() == caughtUp)
    }
}
