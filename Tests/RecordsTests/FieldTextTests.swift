import Kernel
import TestKit
import Testing

@testable import Records

@Suite struct FieldTextTests {
    private func field(_ kind: FieldKind) -> FieldText {
        FieldText(RecordField("f", Text(zh: "字段", en: "Field"), kind), currency: .cny)
    }

    @Test(
        "amounts are read to the last fen",
        arguments: [
            ("12,345.60", 1_234_560), ("¥0.05", 5), ("-3", -300), ("1.2万", 1_200_000), ("3亿", 30_000_000_000),
            ("0.12345678亿", 1_234_567_800),
            ("90071992547409.93", 9_007_199_254_740_993),
        ] as [(String, Int64)])
    func money(text: String, fen: Int64) throws {
        #expect(try field(.money).value(of: text) { _ in nil } == .whole(fen))
    }

    @Test(
        "what is no amount is refused, never rounded",
        arguments: ["1.234", "abc", "1.2.3", "", "1e3", "--1", "99999999999999999999"])
    func noMoney(text: String) {
        if text.isEmpty { return }
        #expect(throws: FieldTrouble.self) { try field(.money).value(of: text) { _ in nil } }
    }

    @Test("days are read as people write them", arguments: ["2026-11-05", "2026/11/5", "2026.11.05", "2026年11月5日"])
    func days(text: String) throws {
        #expect(try field(.day).value(of: text) { _ in nil } == Day("2026-11-05").map(RecordValue.day))
    }

    @Test("days that are not are refused", arguments: ["2026-02-30", "11-05", "soon", "20261105"])
    func noDays(text: String) { #expect(throws: FieldTrouble.self) { try field(.day).value(of: text) { _ in nil } } }

    @Test("choices are taken by code and by either name", arguments: ["premium", "高端", "Premium", " PREMIUM "])
    func choices(text: String) throws {
        #expect(
            try FieldText(try #require(RecordType.rival.field("segment")), currency: .cny).value(of: text) { _ in nil }
                == .text("premium"))
    }

    @Test("whoever writes what is shown reads the same value back")
    func roundTrip() async throws {
        try await forAll(seed: 7, cases: 500) { dice in
            let whole = Int64(dice.next() >> 20) - (1 << 43)
            let values: [(FieldKind, RecordValue)] = [
                (.money, .whole(whole)), (.number(NumberForm()), .number(Double(whole) / 1024)),
                (.share, .number(Double(whole % 100_000) / 1e5)),
                (.scale(1...5), .whole(whole.magnitude % 5 == 0 ? 1 : 4)),
                (.day, .day(Day(daysSince1970: Int32(truncatingIfNeeded: whole % 40_000)))),
                (.flag, .flag(whole % 2 == 0)), (.line, .text("第\(whole)行")),
            ]
            for (kind, value) in values {
                for language in Language.allCases {
                    let text = field(kind).text(of: value, in: language) { _ in nil }
                    if try field(kind).value(of: text, reference: { _ in nil }) != value { return false }
                }
            }
            return true
        }
    }
}
