import Kernel
import TestKit
import Testing

@testable import Diagnosing

@Suite struct TierHistoryProperties {
    /// Spans of one customer, scheme and standing that overlap, or that follow each other with the same tier.
    private static let faults = """
        SELECT count(*) AS n FROM customer_tier AS a JOIN customer_tier AS b
            ON a.standing = b.standing AND a.customer_id = b.customer_id AND a.scheme = b.scheme AND a.valid_from <= b.valid_from
        WHERE (a.valid_from < b.valid_from AND (a.valid_to IS NULL OR a.valid_to > b.valid_from))
            OR (a.valid_to = b.valid_from AND a.tier = b.tier) OR a.valid_to <= a.valid_from
        """

    /// Customers of the last run without exactly one open span in each of the two schemes, or with another tier than scored.
    private static let unlikeScores = """
        WITH open AS (SELECT customer_id, scheme, tier FROM customer_tier WHERE standing = 'provisional' AND valid_to IS NULL),
        scored AS (
            SELECT s.customer_id, c.scheme, c.tier FROM rfm_score AS s
            JOIN rfm_tier_cell AS c ON c.run_id = s.run_id AND c.cell = s.cell
            WHERE s.run_id = (SELECT max(run_id) FROM rfm_run)
        )
        SELECT (SELECT count(*) FROM (SELECT * FROM open EXCEPT ALL SELECT * FROM scored))
            + (SELECT count(*) FROM (SELECT * FROM scored EXCEPT ALL SELECT * FROM open)) AS n
        """

    @Test("CU-02 over any runs, tiers of a customer never overlap, and one is open in each scheme: the scored one")
    func invariants() async throws {
        try await forAll(seed: 7, cases: 4) { random in
            let shop = try await Shop()
            try await shop.crowd(of: 120, orders: 600, seed: Int64.random(in: 0...999, using: &random))
            var asOf = try day("2026-01-06")
            let options = RFMOptions(lookBackDays: Bool.random(using: &random) ? 10 : nil)
            for _ in 1...6 {
                try await shop.rfm.run(asOf: asOf, standing: .provisional, options: options)
                let faults = try await shop.numbers(Self.faults)
                let unlike = try await shop.numbers(Self.unlikeScores)
                guard faults == [0], unlike == [0] else { return false }
                asOf = asOf + Int.random(in: 0...8, using: &random)
            }
            return true
        }
    }
}
