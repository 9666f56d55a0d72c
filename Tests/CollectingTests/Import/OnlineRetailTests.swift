import Collecting
import Foundation
import Kernel
import TestKit
import Testing

@Suite(.enabled(if: ReferenceData.has("online_retail_orders.csv"), ReferenceData.reason))
struct OnlineRetailTests {
    /// D. Chen, UCI data set 352; the figures are those of a count over the raw file.
    @Test(
        "CU-01 the shipped mapping brings Online Retail in with the published figures",
        arguments: ["Asia/Shanghai", "Europe/London", "America/New_York"])
    func figures(zone: String) async throws {
        let bench = try await ImportBench(zone: zone)
        let url = URL(fileURLWithPath: ReferenceData.path("online_retail_orders.csv"))
        let mapping = try #require(ShippedMappings.named("online_retail"))
        let report = try await bench.importer.run(url, mapping: mapping)
        #expect(report.counts.inserted == 22_190 && report.counts.quarantined == 0)
        #expect(
            try await bench.rows(
                "SELECT count(*), count(DISTINCT customer_id), sum(amount_fen)::BIGINT FROM order_header WHERE status = 'paid' AND amount_fen > 0"
            )
                == ["18532|4338|891140790"])
        #expect(
            try await bench.rows("SELECT status, count(*), min(currency) FROM order_header GROUP BY 1 ORDER BY 1") == [
                "paid|18536|GBP", "returned|3654|GBP",
            ])
        #expect(
            try await bench.rows(
                """
                SELECT customer_no, datediff(DATE '2011-12-10', max(ordered_on)), count(*), sum(amount_fen)::BIGINT FROM order_header JOIN customer USING (customer_id)
                WHERE status = 'paid' AND amount_fen > 0 AND customer_no IN ('12346', '12347', '12348', '17850') GROUP BY 1 ORDER BY 1
                """) == ["12346|326|1|7718360", "12347|3|7|431000", "12348|76|4|179724", "17850|373|34|539121"])
        #expect(
            try await bench.rows("SELECT count(*), count(country) FROM customer WHERE registered_on IS NOT NULL") == [
                "4372|4372"
            ])
    }

    @Test("CU-01 the file is recognised by its headings, without a mapping being named")
    func recognised() async throws {
        let bench = try await ImportBench()
        let preview = try await bench.importer.inspect(
            URL(fileURLWithPath: ReferenceData.path("online_retail_orders.csv")))
        #expect(preview.mapping == ShippedMappings.onlineRetail)
        #expect(
            preview.rows.first == ["536365", "17850", "2010-12-01 08:26:00", "United Kingdom", "7", "40", "139.12"])
    }

    @Test("CU-01 with the zone of the shop named, moments are those of London")
    func zoned() async throws {
        let bench = try await ImportBench(zone: "Europe/London")
        var mapping = try #require(ShippedMappings.named("online_retail"))
        mapping.zone = "Europe/London"
        try await bench.importer.run(
            URL(fileURLWithPath: ReferenceData.path("online_retail_orders.csv")), mapping: mapping)
        #expect(
            try await bench.rows(
                "SELECT ordered_at, ordered_on FROM order_header WHERE order_no IN ('536365', '564651') ORDER BY 1")
                == ["2010-12-01T08:26:00|2010-12-01", "2011-08-26T13:19:00|2011-08-26"])
    }
}
