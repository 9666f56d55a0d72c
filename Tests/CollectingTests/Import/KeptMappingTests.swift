import Collecting
import Foundation
import Kernel
import Store
import TestKit
import Testing

@Suite("Mappings are kept by name")
struct KeptMappingTests {
    let time = VirtualClock(at: Instant(seconds: 1_800_000_000))
    let store: Store
    let kept: KeptMappingStore
    let lin = Author.account(id: 7, name: "林静")

    init() throws {
        store = try Store(inMemory: time.clock)
        kept = KeptMappingStore(store)
    }

    static let tmall = Mapping(
        name: "天猫订单", target: .orderHeader,
        bindings: [
            Binding("order_no", column: "主订单编号"), Binding("channel", constant: "tmall"),
            Binding("ordered_at", column: "付款时间", date: .dayFirst),
            Binding("status", column: "状态", words: ["已退款": "returned", "关闭*": "cancelled", "*": "paid"]),
            Binding("amount", column: "实付", unit: .minor),
        ],
        zone: "Asia/Tokyo", currency: "JPY", decimalMark: .comma, unknown: [.store: .stub, .customer: .quarantine],
        existing: .keep)
    static let headings = ["主订单编号", "付款时间", "状态", "实付", "备注"]

    @Test("DA-01 what is kept comes back as it was, also by way of a file")
    func roundTrip() async throws {
        let saved = try await kept.add(Self.tmall, headings: Self.headings, by: lin)
        #expect(saved.mapping == Self.tmall)
        #expect(try await kept.find(saved.id) == saved)
        let file = try saved.mapping.json()
        var read = try Mapping(json: file, file: "天猫订单.json")
        #expect(read == Self.tmall)
        read.name = "副本"
        let again = try await kept.add(read, by: .commandLine)
        var renamed = again.mapping
        renamed.name = Self.tmall.name
        #expect(renamed == Self.tmall)
        #expect(try Mapping(json: again.mapping.compactJSON(), file: "x") == again.mapping)
    }

    @Test("DA-01 any mapping whose parts are drawn at random survives keeping, file, and keeping")
    func randomRoundTrip() async throws {
        try await forAll(seed: 20, cases: 60) { dice in
            let target = ImportTarget.allCases.randomElement(using: &dice) ?? .customer
            let bindings = target.fields.compactMap { field -> Binding? in
                guard field.isRequired || Bool.random(using: &dice) else { return nil }
                return Self.binding(field, &dice)
            }
            var mapping = Mapping(
                name: "m \(Int.random(in: 0...1_000_000_000, using: &dice))", target: target, bindings: bindings,
                zone: Bool.random(using: &dice) ? "Europe/London" : nil,
                currency: Bool.random(using: &dice) ? "GBP" : nil,
                decimalMark: DecimalMark.allCases.randomElement(using: &dice) ?? .point,
                unknown: Bool.random(using: &dice) ? [.dealer: .stub] : [:], existing: .keep)
            if target == .orderLine, mapping.binding(of: "amount") == nil {
                mapping.bindings.append(Binding("amount", column: "¥ \"x\"\n"))
            }
            if let twice = mapping.bindings.firstIndex(where: { $0.field == "unit_price" }), target == .orderLine {
                mapping.bindings.remove(at: twice)
            }
            let saved = try await kept.add(mapping, by: lin)
            let file = try Mapping(json: saved.mapping.json(), file: "m.json")
            let again = try await kept.update(saved.id, to: file, revision: saved.revision, by: lin)
            return saved.mapping == mapping && again == saved
        }
    }

    private static func binding(_ field: TargetField, _ dice: inout some RandomNumberGenerator) -> Binding {
        switch field.kind {
        case .word(let list):
            Binding(field.id, column: "词", words: ["退*": list.codes.first ?? "x", "\"'\\": list.codes.last ?? "y"])
        case .money: Binding(field.id, column: "金额（元）", unit: MoneyUnit.allCases.randomElement(using: &dice))
        case .moment, .day: Binding(field.id, column: "日期", date: DateForm.allCases.randomElement(using: &dice))
        default:
            Bool.random(using: &dice) ? Binding(field.id, column: field.label.zh) : Binding(field.id, constant: "固定")
        }
    }

    @Test("DA-01 a change, a new name and a removal are in the audit log with what they changed")
    func audit() async throws {
        let saved = try await kept.add(Self.tmall, by: lin)
        var changed = Self.tmall
        changed.bindings[4] = Binding("amount", column: "实收", unit: .major)
        changed.zone = nil
        let updated = try await kept.update(saved.id, to: changed, revision: saved.revision, by: .commandLine)
        #expect(updated.mapping == changed && updated.revision == 2 && updated.changedBy == "command-line")
        try await kept.rename(saved.id, to: " 天猫  订单明细 ", by: lin)
        #expect(try await kept.named("天猫 订单明细")?.mapping.bindings == changed.bindings)
        try await kept.remove(saved.id, by: lin)
        let history = try await kept.history(of: saved.id)
        #expect(history.map(\.action) == ["mapping.remove", "mapping.rename", "mapping.change", "mapping.add"])
        #expect(history[2].detail.contains("实付 (minor) → 实收 (major)") && history[2].detail.contains("Asia/Tokyo → —"))
        #expect(history[0].detail.contains("主订单编号"))
        #expect(try await kept.all().isEmpty)
    }

    @Test("DA-01 saving what somebody else changed meanwhile is refused, and nothing is lost")
    func conflict() async throws {
        let saved = try await kept.add(Self.tmall, by: lin)
        var mine = Self.tmall
        mine.currency = nil
        try await kept.update(saved.id, to: mine, revision: saved.revision, by: lin)
        var hers = Self.tmall
        hers.zone = nil
        await #expect(throws: MappingProblem.changedMeanwhile("天猫订单")) {
            try await kept.update(saved.id, to: hers, revision: saved.revision, by: .commandLine)
        }
        #expect(try await kept.find(saved.id).mapping == mine)
    }

    @Test("DA-01 a mapping that could not work is not kept")
    func unfit() async throws {
        func refused(_ change: (inout Mapping) -> Void) async -> String {
            var mapping = Self.tmall
            change(&mapping)
            do { try await kept.add(mapping, by: lin) } catch let problem as any Problem { return problem.code } catch {
                return "\(error)"
            }
            return "kept"
        }
        #expect(await refused { $0.name = "a/b" } == "mapping.name_unfit")
        #expect(await refused { $0.name = "  " } == "mapping.name_unfit")
        #expect(await refused { $0.name = "online_retail" } == "mapping.name_shipped")
        #expect(await refused { $0.bindings[0].field = "nothing" } == "import.unknown_field")
        #expect(await refused { $0.bindings.append(Binding("amount", column: "x")) } == "import.field_twice")
        #expect(await refused { $0.bindings.removeFirst() } == "mapping.source_missing")
        #expect(await refused { $0.bindings[0].column = nil } == "mapping.source_missing")
        #expect(await refused { $0.bindings[3].words = ["x": "lost"] } == "mapping.code_unknown")
        #expect(await refused { $0.bindings[3] = Binding("status", constant: "wrong") } == "mapping.code_unknown")
        #expect(await refused { $0.zone = "Mars" } == "import.unknown_zone")
        #expect(await refused { $0.currency = "元" } == "import.unknown_currency")
        #expect(await refused { $0.bindings[3] = Binding("status", constant: "已退款") } == "kept")
        #expect(await refused { _ in } == "mapping.name_taken")
    }

    @Test("DA-01 problems of kept mappings are said in both languages, with what to do")
    func wellSaid() {
        let field = Text(zh: "状态", en: "Status")
        expectWellSaid([
            MappingProblem.missing("a"), MappingProblem.nameUnfit, MappingProblem.nameTaken("a"),
            MappingProblem.nameShipped("a"),
            MappingProblem.changedMeanwhile("a"), MappingProblem.sourceMissing(field: field),
            MappingProblem.codeUnknown(field: field, code: "a", codes: ["b"]), MappingProblem.notRemoved(7),
        ])
    }

    @Test(
        "DA-01 what was last used for the same headings is offered first, whatever their order, also for a mended quarantine file"
    )
    func lastUsed() async throws {
        let saved = try await kept.add(Self.tmall, by: lin)
        #expect(try await kept.offers(for: Self.headings, into: nil).preferred?.key == "kept:\(saved.id)")
        #expect(try await kept.offers(for: ["a", "b"], into: nil).preferred == nil)

        var edited = Self.tmall
        edited.name = "orders.csv"
        edited.currency = nil
        try await kept.used(edited, for: Self.headings, by: lin)
        let mended = ["yunchou_row", "yunchou_reason"] + Self.headings.reversed()
        let offers = try await kept.offers(for: mended, into: .orderHeader)
        #expect(offers.preferred?.key == "last" && offers.preferred?.mapping == edited)
        #expect(try await kept.offers(for: Self.headings, into: .customer).all.isEmpty)

        time.advance(by: .seconds(60))
        try await kept.used(saved.mapping, for: Self.headings, by: lin)
        let now = try await kept.offers(for: Self.headings, into: nil)
        #expect(now.preferred?.key == "kept:\(saved.id)" && now.chosen("last") == nil)
        let counted = try await kept.find(saved.id)
        #expect(counted.uses == 1 && counted.usedBy == "account:7:林静" && counted.headings == Self.headings)

        try await kept.remove(saved.id, by: lin)
        #expect(try await kept.offers(for: Self.headings, into: nil).preferred?.key == "last")
    }

    @Test("DA-01 a mapping with columns that the file lacks is offered with their names, but not taken by itself")
    func missingColumns() async throws {
        try await kept.add(Self.tmall, by: lin)
        let offers = try await kept.offers(for: ["主订单编号", "状态", "实付"], into: nil)
        #expect(offers.preferred == nil)
        #expect(offers.all.first?.missing == ["付款时间"])
    }
}
