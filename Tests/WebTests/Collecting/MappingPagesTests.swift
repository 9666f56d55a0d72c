import Collecting
import Foundation
import Kernel
import Records
import Store
import Testing

@testable import Web

@Suite("Mappings are edited, kept and used again on pages")
struct MappingPagesTests {
    private static let orders = "单号,时间,状态,金额\nA1,2026-03-01,已付,10\nA2,2026-03-02,已退货款,20\nA3,坏日期,已付,30\n"

    private func send(
        _ text: String, named name: String = "订单.csv", to path: String = "/data/import/uploads", by browser: TestBrowser
    ) async throws -> String {
        let answer = await browser.ask(
            .post, path + "?" + FieldValues([("name", name), ("target", "")]).encoded,
            headers: [
                "accept": "application/json", "host": "yunchou.test", "origin": "http://yunchou.test",
                "x-form-token": try await browser.formToken(from: "/me"),
            ], body: text)
        let body = try await answer.text()
        try #require(answer.status == 200, "\(body)")
        return try #require(JSONDecoder().decode([String: String].self, from: Data(body.utf8))["next"])
    }

    private static let edited = [
        ("target", "order_header"), ("mapping", "guess"), ("field.order_no", "0"), ("field.ordered_at", "1"),
        ("field.status", "2"),
        ("words.status", "yes"), ("word.status.0", "已退货款"), ("code.status.0", "returned"), ("word.status.1", "*"),
        ("code.status.1", "paid"),
        ("field.amount", "3"), ("unit.amount", "minor"), ("field.channel", "fixed"), ("fixed.channel", "tmall"),
        ("zone", "Europe/London"),
        ("currency", "GBP"), ("decimal", "comma"), ("existing", "keep"), ("unknown.store", "stub"),
    ]

    @Test(
        "DA-01 fixed values, words, units and the rest of a mapping are edited on the page, and what they do is shown at once"
    )
    func editing() async throws {
        let test = try await TestSite()
        let browser = try await test.browser(as: .analyst)
        let page = String(try await send(Self.orders, by: browser).prefix { $0 != "?" })
        let text = try await browser.get(page).text()
        for part in ["已退货款", "× 1", "2 个词未识别", "前 3 行中有 3 行有问题", "无法识别的日期"] {
            #expect(text.contains(part), "\(part)")
        }
        let swap = await browser.ask(
            .post, page + "/look",
            headers: [
                "content-type": "application/x-www-form-urlencoded", "hx-request": "true", "x-changed": "field.channel",
                "host": "yunchou.test", "origin": "http://yunchou.test",
            ],
            body: FieldValues(Self.edited + [("_token", try await browser.formToken(from: page))]).encoded)
        let swapped = try await swap.text()
        for part in [
            "id=\"mapping-notes\"", "id=\"fixed.channel\"", "天猫 (tmall)", "已退货 (returned)", "£0.10", "前 3 行中有 1 行有问题",
        ] {
            #expect(swapped.contains(part), "\(part)")
        }
        #expect(!swapped.contains("<html"))

        #expect(try await browser.post(page + "/start", Self.edited, from: page).status == 303)
        let order = try #require(try await test.app.jobs.latest(1).first).payload(as: ImportOrder.self)
        let mapping = order.mapping
        #expect(mapping.binding(of: "channel") == Binding("channel", constant: "tmall"))
        #expect(mapping.binding(of: "status")?.words == ["已退货款": "returned", "*": "paid"])
        #expect(
            mapping.binding(of: "amount")?.unit == .minor && mapping.zone == "Europe/London"
                && mapping.currency == "GBP")
        #expect(mapping.decimalMark == .comma && mapping.existing == .keep && mapping.unknown == [.store: .stub])
        #expect(try await browser.get(page).text().contains("沿用上次用于相同表头的对应关系"))
    }

    @Test("DA-01 what the form lacks is said at its place, and nothing begins")
    func refused() async throws {
        let test = try await TestSite()
        let browser = try await test.browser(as: .analyst)
        let page = String(try await send(Self.orders, by: browser).prefix { $0 != "?" })
        func answer(_ change: [(String, String)]) async throws -> String {
            var values = FieldValues(Self.edited)
            for (name, value) in change { values[name] = value }
            let reply = try await browser.post(page + "/start", values.pairs.map { ($0.name, $0.value) }, from: page)
            #expect(reply.status == 422)
            return try await reply.text()
        }
        #expect(try await answer([("fixed.channel", "")]).contains("请填写“渠道”的固定值"))
        #expect(try await answer([("field.order_no", "fixed"), ("fixed.order_no", "")]).contains("请为必填字段“订单号”"))
        #expect(try await answer([("field.status", "fixed"), ("fixed.status", "x")]).contains("没有代码“x”"))
        #expect(try await answer([("zone", "Mars")]).contains("没有名为“Mars”的时区"))
        #expect(try await test.app.jobs.latest(9).isEmpty)
    }

    @Test(
        "DA-01 a mapping is saved from the preview, chosen for the next file by itself, updated, renamed, copied and deleted"
    )
    func keeping() async throws {
        let test = try await TestSite()
        let browser = try await test.browser(as: .analyst)
        let page = String(try await send(Self.orders, by: browser).prefix { $0 != "?" })
        let saved = try await browser.post(
            page + "/save", Self.edited + [("save", "new"), ("save_name", "门店日报")], from: page)
        #expect(saved.headers["location"]?.contains("mapping=kept%3A1") == true)
        let kept = KeptMappingStore(test.app.store)
        let first = try #require(try await kept.named("门店日报"))
        #expect(first.headings == ["单号", "时间", "状态", "金额"])
        let again = try await browser.post(
            page + "/save", Self.edited + [("save", "new"), ("save_name", "门店日报")], from: page)
        #expect(again.status == 409)
        #expect(try await again.text().contains("已有名为“门店日报”的映射"))

        let next = try await send(Self.orders + "A4,2026-03-05,已付,9\n", named: "四月.csv", by: browser)
        let preview = try await browser.get(next).text()
        #expect(preview.contains("已采用保存的映射“门店日报”") && preview.contains("更新“门店日报”"))
        let update =
            [("mapping", "kept:1"), ("save", "update"), ("revision", "1")]
            + Self.edited.filter { !["mapping", "zone"].contains($0.0) } + [("zone", "")]
        let nextPath = String(next.prefix { $0 != "?" })
        #expect(try await browser.post(nextPath + "/save", update, from: next).status == 303)
        #expect(try await kept.find(1).mapping.zone == nil)
        #expect(try await browser.post(nextPath + "/save", update, from: next).status == 409)

        let own = "/data/mappings/1"
        #expect(try await browser.get("/data/mappings").text().contains("门店日报"))
        #expect(try await browser.get(own).text().contains("Europe/London → —"))
        let file = await browser.get(own + "/file")
        #expect(try await Mapping(json: Data(file.text().utf8), file: "x") == kept.find(1).mapping)
        #expect(try await browser.post(own + "/rename", [("name", "门店周报")], from: own).status == 303)
        #expect(try await browser.post(own + "/rename", [("name", "a/b")], from: own).status == 422)
        #expect(try await browser.post(own + "/copy", from: own).headers["location"] == "/data/mappings/2")
        #expect(try await kept.find(2).name == "门店周报 (2)")
        #expect(try await browser.post(own + "/remove", from: own).status == 303)
        #expect(await browser.get(own).status == 404)
        #expect(
            try await browser.post("/data/shipped-mappings/online_retail/copy", from: "/data/mappings").status == 303)
        #expect(try await kept.named("online_retail (2)")?.mapping.currency == "GBP")
    }

    @Test("DA-01 a kept mapping is edited without a file, also with a column that no file had yet")
    func withoutFile() async throws {
        let test = try await TestSite()
        let browser = try await test.browser(as: .marketing)
        let kept = KeptMappingStore(test.app.store)
        let mapping = Mapping(
            name: "客户表", target: .customer,
            bindings: [Binding("customer_no", column: "编号"), Binding("name", column: "姓名")])
        let id = try await kept.add(mapping, by: .commandLine).id
        let own = "/data/mappings/\(id)"
        #expect(try await browser.get(own).text().contains("编号"))
        let sent = [
            ("heading", "编号"), ("heading", "姓名"), ("heading_new", "电话"), ("revision", "1"), ("field.customer_no", "0"),
            ("field.phone", "2"),
        ]
        #expect(try await browser.post(own, sent, from: own).status == 303)
        #expect(
            try await kept.find(id).mapping.bindings == [
                Binding("customer_no", column: "编号"), Binding("phone", column: "电话"),
            ])
        #expect(try await browser.post(own, sent, from: own).status == 409)
        #expect(try await browser.post(own, [("heading", "编号"), ("revision", "2")], from: own).status == 422)
    }

    @Test("DA-01 a mapping file is taken in and refused in words where it is none")
    func upload() async throws {
        let test = try await TestSite()
        let browser = try await test.browser(as: .analyst)
        var mapping = ShippedMappings.onlineRetail
        mapping.name = "英伦"
        let text = String(decoding: try mapping.json(), as: UTF8.self)
        #expect(try await send(text, named: "m.json", to: "/data/mapping-files", by: browser) == "/data/mappings/1")
        #expect(try await KeptMappingStore(test.app.store).find(1).mapping == mapping)
        for bad in ["{}", "[1", text] {
            let answer = await browser.ask(
                .post, "/data/mapping-files?name=m.json",
                headers: [
                    "accept": "application/json", "host": "yunchou.test", "origin": "http://yunchou.test",
                    "x-form-token": try await browser.formToken(from: "/me"),
                ], body: bad)
            #expect([409, 422].contains(answer.status))
        }
    }

    @Test("WF-07 mappings are for those who may import")
    func rights() async throws {
        let test = try await TestSite()
        let executive = try await test.browser(as: .executive)
        #expect(await executive.get("/data/mappings").status == 403)
        #expect(try await !executive.get("/me").text().contains("/data/mappings"))
    }
}
