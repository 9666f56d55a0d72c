import Kernel
import Monitoring
import Planning

/// Our price level beside each rival's, week by week: whether somebody moves the whole range.
struct PriceLevelPart {
    let book: PriceBook

    var html: HTML {
        card(Text(zh: "总体价格指数走势", en: "Index over time"), note: note) {
            Chart(
                .trend, Text(zh: "总体价格指数", en: "Price index"), unit: .number(decimals: 0),
                labelName: Text(zh: "截至", en: "Week up to"),
                labels: book.weekEnds.map { Text(verbatim: $0.description) },
                series: book.rivals.prefix(6).map { rival in
                    Chart.Series(
                        Text(verbatim: rival), book.level(of: rival).map { $0.map { $0 * 100 } }, as: .other)
                } + [
                    Chart.Series(
                        Text(zh: "同价（100）", en: "Same price (100)"), book.weekEnds.map { _ in 100 }, as: .target)
                ]
            ).html
        }
    }

    private var note: Text {
        Text(
            zh: "各商品指数的几何平均。上升：对手相对变便宜；一条线整体抬升，说明该对手全线降价。",
            en:
                "The geometric mean over the products. Rising: that rival gets cheaper beside us; a whole line that rises means a cut across its range."
        )
    }
}
