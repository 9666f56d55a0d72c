import Kernel
import Testing

@testable import Web

@Suite("How numbers are shown")
struct FigureTests {
    @Test(
        "Chinese counts in 万 and 亿, English in thousands and millions",
        arguments: [
            (0.0, "0", "0"), (12.34, "12.3", "12.3"), (9_999, "9,999", "9,999"), (12_345, "1.23 万", "12.3K"),
            (1_234_567, "123.5 万", "1.23M"), (123_456_789, "1.23 亿", "123.46M"), (-12_345, "−1.23 万", "−12.3K"),
            (5e9, "50.00 亿", "5.00B"), (.nan, "—", "—"), (.infinity, "—", "—"),
        ])
    func short(_ number: Double, _ zh: String, _ en: String) {
        #expect(Figure.short(number) == Text(zh: zh, en: en))
    }

    @Test("money keeps its minor units exactly, in currencies with none, two and three decimals")
    func money() throws {
        #expect(Figure.money(Money(minorUnits: 123_456)) == "¥1,234.56")
        #expect(Figure.money(Money(minorUnits: -5)) == "−¥0.05")
        #expect(Figure.money(Money(minorUnits: .min)) == "−¥92,233,720,368,547,758.08")
        #expect(Figure.money(Money(minorUnits: 1_234, currency: try #require(Currency("JPY")))) == "¥1,234")
        #expect(Figure.money(Money(minorUnits: 1_234, currency: try #require(Currency("KWD")))) == "KWD 1.234")
    }

    @Test(
        "shares, changes and small negatives",
        arguments: [(0.1234, "+12.3%"), (-0.0004, "0.0%"), (0, "0.0%"), (-0.5, "−50.0%")])
    func change(_ share: Double, _ shown: String) {
        #expect(Figure.change(share) == shown)
    }

    @Test("a moment is shown on the company's clock")
    func moment() throws {
        let zone = try #require(BusinessZone("Asia/Shanghai"))
        #expect(Figure.moment(try #require(Instant(iso8601: "2026-11-20T16:05:00Z")), in: zone) == "2026-11-21 00:05")
    }

    @Test(
        "a heat cell is empty only when it holds nothing",
        arguments: [(0.0, 0), (0.0001, 1), (0.5, 5), (1.0, 9), (.nan, 0), (7, 9)])
    func heat(_ share: Double, _ level: Int) {
        #expect(HeatGrid.Cell("x", share: share).level == level)
    }

    @Test("query fields survive the way out and in, whatever they hold")
    func fields() {
        let nasty = "a&b=c%+ 你好\u{0}\n\"'"
        let fields = FieldValues([("q", nasty), ("q", ""), (nasty, "x")])
        #expect(FieldValues(encoded: fields.encoded) == fields)
        #expect(fields.all("q") == [nasty, ""])
    }

    @Test("broken percent signs stay what they are", arguments: ["%", "%2", "%zz", "100%", "%e4%bd"])
    func percent(_ text: String) {
        #expect(!Percent.decode(text).isEmpty)
    }
}
