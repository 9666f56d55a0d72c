import Engine
import Foundation
import Kernel
import TestKit
import Testing
import Warehouse

@testable import Collecting

@Suite("demonstration company: what is planted can be found again", .serialized)
struct PlantedTruthTests {
    @Test("Double 11 is the best day of each year, and 18 June stands out")
    func peaks() async throws {
        let made = try await DemoFixture.shared.company()
        let best = try await made.rows(
            """
            SELECT strftime(ordered_on, '%m-%d') AS day FROM (
                SELECT ordered_on, row_number() OVER (PARTITION BY year(ordered_on) ORDER BY sum(amount_fen) DESC) AS place
                FROM order_header WHERE ordered_on >= DATE '2024-01-01' AND status = 'paid' GROUP BY ordered_on
            ) WHERE place = 1
            """)
        #expect(try best.map { try $0.text("day") } == ["11-11", "11-11", "11-11"])
        let usual = try await made.number("SELECT count(*) / 1096.0 FROM order_header WHERE status = 'paid'")
        let june = try await made.number(
            "SELECT count(*) / 3.0 FROM order_header WHERE status = 'paid' AND strftime(ordered_on, '%m-%d') = '06-18'")
        #expect(june > 2.2 * usual)
    }

    @Test(
        "KP-10 the outage: South China's mini program loses about three payments in four for nine days, nobody else does"
    )
    func outage() async throws {
        let made = try await DemoFixture.shared.company()
        let planted = made.outcome.truth.incidents.outage
        #expect(planted.from == "2026-11-01" && planted.to == "2026-11-09")
        func completion(_ region: String, _ from: String, _ to: String) async throws -> Double {
            try await made.number(
                """
                SELECT count(DISTINCT CASE WHEN e.name = 'payment' THEN session_id END) * 1.0 / count(DISTINCT CASE WHEN e.name = 'checkout' THEN session_id END)
                FROM event e JOIN customer c USING (customer_id)
                WHERE e.channel = 'mini_program' AND c.region = '\(region)' AND e.occurred_on BETWEEN DATE '\(from)' AND DATE '\(to)'
                """)
        }
        #expect(try await completion("south", planted.from, planted.to) < 0.40)
        #expect(try await completion("south", "2026-09-01", "2026-10-31") > 0.65)
        #expect(try await completion("east", planted.from, planted.to) > 0.65)
        let failures = try await made.number("SELECT count(*) FROM event WHERE properties LIKE '%PAY_TIMEOUT%'")
        #expect(failures == Double(planted.failedCheckouts))
    }

    @Test("PR-08 weekend evenings react 1.8 times as strongly to prices, and PR-05 each category has its elasticity")
    func elasticities() async throws {
        let made = try await DemoFixture.shared.company()
        let company = Company(made.plan)
        let lines = try await made.rows(
            """
            SELECT CAST(l.ordered_on - DATE '2023-11-21' AS BIGINT) AS day, CAST(hour(o.ordered_at + INTERVAL 8 HOUR) AS BIGINT) AS hour,
                p.category AS category, CAST(sum(l.quantity) AS BIGINT) AS units
            FROM order_line l JOIN order_header o USING (order_id) JOIN product p USING (product_id)
            WHERE o.status = 'paid' GROUP BY ALL
            """)
        var fit = SlotElasticity(company)
        for row in lines {
            fit.add(
                day: Int(try row.int("day")), hour: Int(try row.int("hour")), category: try row.text("category"),
                units: Double(try row.int("units")))
        }
        var ratios: [Double] = []
        for (index, category) in Category.all.enumerated() {
            let ordinary = fit.estimate(category: index, weekendEvening: false)
            let evening = fit.estimate(category: index, weekendEvening: true)
            #expect(abs(ordinary - category.elasticity) < 0.5, "\(category.name) \(ordinary)")
            if category.share >= 0.11 { ratios.append(evening / ordinary) }
        }
        let ratio = ratios.reduce(0, +) / Double(ratios.count)
        #expect(abs(ratio - 1.8) < 0.3, "\(ratio)")
    }

    @Test("CU-08 the share without a second purchase is BG/NBD's (alpha/(alpha+T))^r, for all ages of customers")
    func purchases() async throws {
        let made = try await DemoFixture.shared.company()
        let truth = made.outcome.truth.purchase
        let clock = try marketClock(made.outcome.daily)
        let people = try await made.rows(
            """
            SELECT CAST(min(o.ordered_on) - DATE '2023-11-21' AS BIGINT) AS first, CAST(count(*) - 1 AS BIGINT) AS repeats
            FROM order_header o JOIN customer c USING (customer_id)
            WHERE o.status IN ('paid', 'cancelled') AND c.registered_on >= DATE '2023-11-21' GROUP BY o.customer_id
            """)
        for ages in [0..<180, 180..<540, 540..<1_100] {
            var (expected, found, count) = (0.0, 0.0, 0.0)
            for row in people {
                let age = clock[clock.count - 1] - clock[Int(try row.int("first"))] - 0.5
                guard ages.contains(Int(max(0, age))) else { continue }
                count += 1
                expected += pow(truth.alphaMarketDays / (truth.alphaMarketDays + max(0, age)), truth.r)
                found += try row.int("repeats") == 0 ? 1 : 0
            }
            #expect(abs(found / count - expected / count) < 0.025, "\(ages): \(found / count) for \(expected / count)")
        }
    }

    /// Market days passed before each day of the story, and after its last.
    private func marketClock(_ csv: String) throws -> [Double] {
        try csv.split(separator: "\n").dropFirst().reduce(into: [0.0]) { sums, line in
            sums.append(sums[sums.count - 1] + (try #require(Double(line.split(separator: ",")[1]))))
        }
    }

    @Test("AT-03 each advertising channel wins customers as its response curve says")
    func response() async throws {
        let made = try await DemoFixture.shared.company()
        let table = made.outcome.daily.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
        for channel in made.outcome.truth.media.channels.prefix(4) {
            let column = try #require(table[0].firstIndex(of: "response_\(channel.channel)"))
            let days = try table.dropFirst().map { (try #require(Double($0[2])), try #require(Double($0[column]))) }
            let middle = days.map(\.1).sorted()[days.count / 2]
            for isHigh in [false, true] {
                let chosen = days.indices.filter { (days[$0].1 > middle) == isHigh }
                let expected = chosen.reduce(0) {
                    $0 + channel.newCustomersPerDayAtFullResponse * days[$1].0 * days[$1].1
                }
                let list = chosen.map { "'\(table[$0 + 1][0])'" }.joined(separator: ",")
                let won = try await made.number(
                    "SELECT count(*) FROM customer WHERE channel = '\(channel.channel)' AND CAST(registered_on AS VARCHAR) IN (\(list))"
                )
                #expect(abs(won - expected) < 4.5 * expected.squareRoot(), "\(channel.channel): \(won) for \(expected)")
            }
        }
    }

    @Test("CH-06 only the diverter's packs are scanned outside its region; CH-11 the stuffed dealer sits on its goods")
    func dealers() async throws {
        let made = try await DemoFixture.shared.company()
        let diversion = made.outcome.truth.incidents.diversion
        let outside = try await made.rows(
            """
            SELECT d.dealer_code AS code, count(*) AS scans FROM event e
            JOIN dealer d ON d.dealer_code = json_extract_string(e.properties, '$.dealer')
            WHERE e.name = 'qr_scan' AND json_extract_string(e.properties, '$.region') <> d.region GROUP BY 1
            """)
        #expect(try outside.map { try $0.text("code") } == [diversion.dealerCode])
        #expect(try outside[0].int("scans") == diversion.divertedScans)
        func shippedPerSold(_ code: String, from: String) async throws -> Double {
            try await made.number(
                """
                SELECT (SELECT sum(s.quantity) FROM shipment s JOIN dealer d USING (dealer_id) WHERE d.dealer_code = '\(code)' AND s.shipped_on >= DATE '\(from)')
                    / (SELECT sum(l.quantity) FROM order_line l JOIN order_header o USING (order_id) JOIN dealer d USING (dealer_id)
                        WHERE d.dealer_code = '\(code)' AND o.status = 'paid' AND o.ordered_on >= DATE '\(from)')
                """)
        }
        let stuffing = made.outcome.truth.incidents.stuffing
        #expect(try await shippedPerSold(diversion.dealerCode, from: diversion.from) > 1.4)
        #expect(try await shippedPerSold(stuffing.dealerCode, from: stuffing.fromMonth + "-01") > 1.8)
        let usual = try await made.number(
            """
            SELECT (SELECT sum(quantity) FROM shipment WHERE dealer_id IS NOT NULL AND shipped_on >= DATE '2025-12-01')
                / (SELECT sum(item_count) FROM order_header WHERE dealer_id IS NOT NULL AND status = 'paid' AND ordered_on >= DATE '2025-12-01')
            """)
        #expect(usual < 1.3)
    }

    @Test("CX-03 NPS lies on its planted course, and OO-07 the private domain's share grows")
    func drifts() async throws {
        let made = try await DemoFixture.shared.company()
        let score =
            "SELECT 100 * avg(CASE WHEN score >= 9 THEN 1 WHEN score <= 6 THEN -1 ELSE 0 END) FROM survey_answer"
        let whole = try await made.number(score)
        #expect(abs(whole - 39) < 3.5, "\(whole)")
        let early = try await made.number(score + " WHERE answered_on < DATE '2024-11-21'")
        let late = try await made.number(
            score + " WHERE answered_on >= DATE '2025-11-21' AND answered_on < DATE '2026-11-01'")
        #expect(late - early > -1 && late - early < 10, "\(early) → \(late)")
        func share(_ year: Int) async throws -> Double {
            try await made.number(
                "SELECT sum(CASE WHEN is_private_domain THEN amount_fen ELSE 0 END) * 1.0 / sum(amount_fen) FROM order_header WHERE year(ordered_on) = \(year)"
            )
        }
        #expect(try await share(2026) > share(2024) + 0.03)
    }

    @Test("the truth file is readable JSON with its keys, and targets name a month and a value")
    func truthFile() async throws {
        let made = try await DemoFixture.shared.company()
        let folder = try TemporaryFolder()
        try made.outcome.writeTruth(into: folder.url)
        let text = try String(contentsOfFile: folder.file("truth.json"), encoding: .utf8)
        #expect(try String(contentsOfFile: folder.file("truth_daily.csv"), encoding: .utf8) == made.outcome.daily)
        for key in [
            "\"weekend_evening_ratio\" : 1.8", "\"adstock_decay\"", "\"alpha_market_days\"", "\"dealer_code\"",
            "\"failed_checkouts\"",
        ] {
            #expect(text.contains(key))
        }
        #expect(made.outcome.truth.targets.allSatisfy { $0.period != nil && $0.value > 0 })
        #expect(made.outcome.truth.targets.contains { $0.metric == "revenue" && $0.month == "2026-11-01" })
    }
}
