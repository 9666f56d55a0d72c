import Diagnosing
import Engine
import Foundation
import Kernel
import Records
import Testing
import Warehouse

@testable import Web

/// A site whose company has two dealers in two regions. D001 in the east is the one that accounts of `TestSite` belong to;
/// everything of D002 in the south is known by words and amounts that occur nowhere else.
struct TwoDealers {
    let test: TestSite

    /// Whatever of these a narrow account reads was not meant for it. The last ones are sums over both.
    static let foreign = [
        "NO-B", "D002", "远航专营", "CUST-B", "深圳", "华南", "South China", "8,888.88", "8888.88", "7,777.77", "7777.77",
        "16,666.65", "16666.65", "18,901.22", "18901.22",
    ]

    init(exportLimit: Int64? = nil) async throws {
        test = try await TestSite(exportLimit: exportLimit)
        let engine = test.app.warehouse.engine
        try await engine.execute(
            """
            INSERT INTO dealer (dealer_id, dealer_code, name, region, load_id)
            VALUES (1, 'D001', '江南经销', 'east', 1), (2, 'D002', '远航专营', 'south', 1)
            """)
        try await engine.execute(
            """
            INSERT INTO customer (customer_id, customer_no, name, region, city, phone, load_id)
            VALUES (1, 'CUST-A1', '=林静', 'east', '苏州', '13800000001', 1), (2, 'CUST-A2', '周航', 'east', '苏州', '13800000002', 1),
                (3, 'CUST-B1', '陈默', 'south', '深圳', '13900000003', 1)
            """)
        try await engine.execute(
            """
            INSERT INTO order_header (order_id, order_no, customer_id, ordered_on, ordered_at, status, amount_fen, item_count,
                region, channel, dealer_id, load_id)
            VALUES (1, 'NO-A1', 1, DATE '2026-02-05', TIMESTAMP '2026-02-05 01:00:00', 'paid', 100034, 1, 'east', 'dealer', 1, 1),
                (2, '+NO-A2', 1, DATE '2026-03-05', TIMESTAMP '2026-03-04 17:30:00', 'paid', 123411, 2, 'east', 'dealer', 1, 1),
                (3, 'NO-A3', 2, DATE '2026-03-06', TIMESTAMP '2026-03-06 01:00:00', 'paid', 100046, 1, 'east', 'tmall', 1, 1),
                (4, 'NO-B1', 3, DATE '2026-03-07', TIMESTAMP '2026-03-07 01:00:00', 'paid', 888888, 3, 'south', 'dealer', 2, 1),
                (5, 'NO-B2', 3, DATE '2026-03-31', TIMESTAMP '2026-03-31 01:00:00', 'paid', 777777, 1, 'south', 'dealer', 2, 1)
            """)
        try await engine.execute(
            "INSERT INTO load (load_id, kind, source, finished_at, row_count) VALUES (1, 'import', 'orders.csv', TIMESTAMP '2026-04-01 01:00:00', 10)"
        )
        try await RollUpRefresh(warehouse: test.app.warehouse, clock: test.app.clock).run()
        let asOf = try #require(Day("2026-03-31"))
        let rfm = try await RFM(test.app.warehouse, clock: test.app.clock)
        try await rfm.run(asOf: asOf - 31, standing: .provisional)
        try await rfm.run(asOf: asOf, standing: .provisional)
        try await Cohorts(test.app.warehouse).refresh(asOf: asOf)
    }

    /// The bytes of an answer, streamed or not.
    static func bytes(_ answer: Answer) async throws -> [UInt8] {
        switch answer.body {
        case .bytes(let bytes): return bytes
        case .stream(let write):
            let pile = Pile()
            try await write(Outlet { await pile.add($0) })
            return await pile.bytes
        }
    }

    private actor Pile {
        private(set) var bytes: [UInt8] = []
        func add(_ piece: [UInt8]) { bytes += piece }
    }
}
