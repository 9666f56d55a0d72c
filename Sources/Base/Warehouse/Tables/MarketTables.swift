import Kernel

extension CanonicalTable {
    /// Prices seen at competitors.
    package static let competitorPrice = CanonicalTable(
        "competitor_price", Text(zh: "竞品价格", en: "Competitor prices"), day: "seen_on",
        [
            Column("competitor", .text), Column("product_code", .text), Column("seen_on", .day),
            Column("price_fen", .integer),
            Column("source", .text),
        ])

    /// Outside series: consumption, weather, indices.
    package static let macroSeries = CanonicalTable(
        "macro_series", Text(zh: "宏观指标", en: "Macro series"), day: "observed_on",
        [Column("series", .text), Column("observed_on", .day), Column("value", .real), Column("unit", .text)])
}
