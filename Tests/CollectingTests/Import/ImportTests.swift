import Collecting
import Foundation
import Kernel
import TestKit
import Testing

@Suite struct ImportTests {
    let bench: ImportBench

    init() async throws { bench = try await ImportBench() }

    @Test("DA-01 order lines with Chinese headings bring orders, customers and products along")
    func flatLines() async throws {
        let report = try await bench.load(
            """
            订单编号,下单时间,会员号,货号,数量,单价,渠道
            A1,2026-03-01 23:30:00,C1,P1,2,10.50,天猫
            A1,2026-03-01 23:30:00,C1,P2,1,99,天猫
            A2,2026-03-02 09:00:00,C2,P1,3,10.50,京东
            """, into: .orderLine)
        #expect(report.counts.inserted == 3)
        #expect(report.stubs == [.customer: 2, .product: 2])
        #expect(
            try await bench.rows(
                "SELECT order_no, ordered_at, ordered_on, channel, status, item_count, amount_fen, currency FROM order_header ORDER BY 1"
            ) == [
                "A1|2026-03-01T15:30:00|2026-03-01|tmall|paid|3|12000|CNY",
                "A2|2026-03-02T01:00:00|2026-03-02|jd|paid|3|3150|CNY",
            ])
        #expect(
            try await bench.rows(
                """
                SELECT order_no, line_no, product_code, quantity, l.amount_fen FROM order_line l JOIN order_header USING (order_id) \
                JOIN product p USING (product_id) ORDER BY 1, 2
                """
            ) == [
                "A1|1|P1|2|2100", "A1|2|P2|1|9900", "A2|1|P1|3|3150",
            ])
        #expect(
            try await bench.rows(
                "SELECT customer_no, registered_on, kind, value FROM customer JOIN identity USING (customer_id) ORDER BY 1"
            ) == [
                "C1|2026-03-01|customer_no|C1", "C2|2026-03-02|customer_no|C2",
            ])
    }

    @Test("DA-01 the same file twice changes nothing, and neither do the same rows in another file")
    func twice() async throws {
        let text =
            "order_no,ordered_at,customer_no,product_code,quantity,unit_price\nA1,2026-03-01,C1,P1,2,10\nA1,2026-03-01,C1,P2,1,5\nA2,2026-03-02,C1,P1,1,10\n"
        try await bench.load(text, into: .orderLine)
        let again = try await bench.load(text, into: .orderLine)
        #expect(again.wasLoadedBefore)
        let other = try await bench.load(text + "\n", into: .orderLine, named: "other.csv")
        #expect(!other.wasLoadedBefore)
        #expect(other.counts.unchanged == 3)
        #expect(other.loadID == nil)
        #expect(try await bench.count("order_line") == 3)
        #expect(try await bench.count("load") == 1)
    }

    @Test("DA-01 loads of two importers at once wait for each other: every number is given out once")
    func together() async throws {
        let heading = "order_no,ordered_at,customer_no,product_code,quantity,unit_price\n"
        let rows = { (shop: String) in
            heading + (1...200).map { "\(shop)\($0),2026-03-01,C\($0 % 50),P\($0 % 9),1,10\n" }.joined()
        }
        let other = Importer(
            bench.warehouse, clock: VirtualClock(at: ImportBench.now).clock,
            folder: bench.folder.url.appendingPathComponent("other"))
        let files = [try bench.file("a.csv", rows("A")), try bench.file("b.csv", rows("B"))]
        let mapping = try #require(try await other.inspect(files[0], into: .orderLine).mapping)
        async let one = bench.importer.run(files[0], mapping: mapping)
        async let two = other.run(files[1], mapping: mapping)
        #expect(Set([try await one.loadID, try await two.loadID]) == [1, 2])
        for (table, key, count) in [
            ("order_header", "order_id", 400), ("customer", "customer_id", 50), ("customer", "customer_no", 50),
            ("product", "product_id", 9), ("product", "product_code", 9),
        ] {
            let numbers = "SELECT count(*), count(DISTINCT \(key)) FROM \(table)"
            #expect(try await bench.rows(numbers) == ["\(count)|\(count)"], "\(table).\(key)")
        }
    }

    @Test("DA-01 an order that comes again with other lines is replaced as a whole, or kept if the mapping says so")
    func corrected() async throws {
        try await bench.load(
            "order_no,ordered_at,customer_no,product_code,quantity,unit_price\nA1,2026-03-01,C1,P1,2,10\nA1,2026-03-01,C1,P2,1,5\n",
            into: .orderLine)
        let changed =
            "order_no,ordered_at,customer_no,product_code,quantity,unit_price\nA1,2026-03-01,C1,P1,1,10\nA3,2026-03-04,C1,P1,1,10\n"
        let kept = try await bench.load(changed, into: .orderLine) { $0.existing = .keep }
        #expect(kept.counts.kept == 1)
        #expect(kept.counts.inserted == 1)
        #expect(try await bench.rows("SELECT amount_fen FROM order_header ORDER BY order_no") == ["2500", "1000"])
        let updated = try await bench.load(changed, into: .orderLine)
        #expect(updated.counts.updated == 1)
        #expect(updated.counts.unchanged == 1)
        #expect(
            try await bench.rows("SELECT order_id, order_no, amount_fen, load_id FROM order_header ORDER BY order_no")
                == ["1|A1|1000|3", "3|A3|1000|2"])
        #expect(try await bench.count("order_line") == 2)
    }

    @Test("DA-01 lines of one order that stand apart in the file are numbered in its order")
    func scattered() async throws {
        try await bench.load(
            "order_no,date,sku,qty,price\nA1,2026-01-01,P1,1,1\nA2,2026-01-01,P1,1,1\nA1,2026-01-01,P2,1,1\n",
            into: .orderLine)
        #expect(
            try await bench.rows(
                "SELECT order_no, line_no, product_code FROM order_line JOIN order_header USING (order_id) JOIN product USING (product_id) ORDER BY 1, 2"
            ) == ["A1|1|P1", "A1|2|P2", "A2|1|P1"])
    }

    @Test("DA-01 a customer list updates what is known and leaves alone what it does not say")
    func customers() async throws {
        try await bench.load("order_no,ordered_at,customer_no,amount\nA1,2026-03-01,C1,2\n", into: .orderHeader)
        let report = try await bench.load(
            "会员号,姓名,性别,生日,手机号,等级\nC1,林晓,女,1990/5/4,13800000000,金卡\nC2,周航,男,1988年2月3日,,\n", into: .customer)
        #expect(report.counts.updated == 1 && report.counts.inserted == 1)
        let again = try await bench.load("会员号,姓名,性别\nC1,林晓晓,\nC2,周航,男\n", into: .customer)
        #expect(again.counts.updated == 1 && again.counts.unchanged == 1)
        #expect(
            try await bench.rows(
                "SELECT customer_no, name, gender, birth_on, is_member, registered_on FROM customer ORDER BY 1") == [
                    "C1|林晓晓|female|1990-05-04|true|2026-03-01", "C2|周航|male|1988-02-03|NULL|NULL",
                ])
        #expect(
            try await bench.rows("SELECT kind, value FROM identity ORDER BY 1, 2") == [
                "customer_no|C1", "customer_no|C2", "phone|13800000000",
            ])
    }

    @Test(
        "DA-01 every table has required fields that are in the warehouse, and its own headings are guessed",
        arguments: ImportTarget.allCases)
    func ownHeadings(target: ImportTarget) async throws {
        for headings in [target.fields.map(\.label.zh), target.fields.map(\.label.en), target.fields.map(\.id)] {
            let url = try bench.file(
                "\(target.rawValue).csv",
                headings.joined(separator: ",") + "\n" + headings.map { _ in "1" }.joined(separator: ",") + "\n")
            let mapping = try #require(try await bench.importer.inspect(url, into: target).mapping)
            #expect(mapping.bindings.map(\.field) == target.fields.map(\.id))
        }
    }

    @Test("DA-01 rows of a table without a key are told apart by how often they are said")
    func keyless() async throws {
        let text = "发货日期,商品编码,数量\n2026-01-01,P1,5\n2026-01-01,P1,5\n"
        try await bench.load(text, into: .shipment)
        let again = try await bench.load(text + "2026-01-01,P1,5\n", into: .shipment)
        #expect(again.counts.unchanged == 2 && again.counts.inserted == 1)
        #expect(try await bench.rows("SELECT shipment_id, quantity FROM shipment ORDER BY 1") == ["1|5", "2|5", "3|5"])
    }

    @Test("DA-01 events without an id are called by what they say", arguments: ["event_id,", ""])
    func events(prefix: String) async throws {
        let id = prefix.isEmpty ? "" : "e1,"
        let text = "\(prefix)time,event,customer_no\n\(id)2026-01-01 10:00:00,加购,C1\n"
        try await bench.load(text, into: .event)
        let again = try await bench.load(text + "\n", into: .event)
        #expect(again.counts.unchanged == 1)
        #expect(try await bench.rows("SELECT name, occurred_at FROM event") == ["add_to_cart|2026-01-01T02:00:00"])
    }

    @Test("NF-02 a trial tells what would happen and keeps nothing")
    func trial() async throws {
        let url = try bench.file(
            "a.csv", "order_no,ordered_at,customer_no,amount\nA1,2026-03-01,C1,2\nA2,nonsense,C1,2\n")
        let mapping = try #require(try await bench.importer.inspect(url, into: .orderHeader).mapping)
        let report = try await bench.importer.run(url, mapping: mapping, isTrial: true)
        #expect(report.counts.inserted == 1 && report.counts.quarantined == 1)
        #expect(report.reasons.map(\.reason) == [.notADate])
        #expect(report.quarantine == nil)
        #expect(try await bench.count("order_header") == 0)
        #expect(try await bench.count("customer") == 0)
    }

    @Test("DA-01 a failing load leaves nothing behind")
    func rollsBack() async throws {
        let url = try bench.file("a.csv", "order_no,ordered_at,customer_no,amount\nA1,2026-03-01,C1,2\nA2,bad,C1,2\n")
        // The quarantine folder cannot be made: a file stands in its place.
        try FileManager.default.createDirectory(at: bench.importer.folder, withIntermediateDirectories: true)
        try Data().write(to: bench.importer.quarantineFolder)
        let code = await problem { try await bench.load(url, into: .orderHeader) }
        #expect(code == "import.folder_unwritable")
        #expect(try await bench.count("order_header") == 0)
        #expect(try await bench.count("load") == 0)
    }

    @Test("DA-01 returns are negative whether the file says so by a minus or by a word")
    func returns() async throws {
        try await bench.load(
            "order_no,ordered_at,status,amount\nA1,2026-03-01,已退货,2\nA2,2026-03-01,,-3\nA3,2026-03-01,交易成功,4\n",
            into: .orderHeader)
        #expect(
            try await bench.rows("SELECT status, amount_fen FROM order_header ORDER BY order_no") == [
                "returned|-200", "returned|-300", "paid|400",
            ])
    }
}
