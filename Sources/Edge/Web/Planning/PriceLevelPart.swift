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

/// A product's price and its counterparts', seen by seen.
struct PriceCoursePart {
    let book: PriceBook
    let product: PricedProduct
    let currency: Currency

    var html: HTML {
        HTML {
            card(Text(zh: "价格走势", en: "Prices over time"), note: Text(zh: "近 26 周", en: "The last 26 weeks")) {
                Chart(
                    .trend, Text(zh: "价格走势", en: "Prices over time"), unit: .money(currency),
                    labels: days.map { Text(verbatim: $0.description) }, series: [own] + rivals.map(line)
                ).html
            }
            card(Text(zh: "最近一次采集", en: "Seen last"), flush: true) { latest }
        }
    }

    private var rivals: [String] { book.rivals.filter { product.courses[$0] != nil } }
    private var days: [Day] { Set(product.courses.values.flatMap { $0.map(\.day) }).sorted() }

    private var own: Chart.Series {
        var paid: [Day: Double] = [:]
        for point in product.courses.values.joined() { paid[point.day] = point.own }
        return Chart.Series(
            Text(zh: "我方成交均价", en: "Paid for ours"), days.map { paid[$0].map { $0 / currency.unitsPerWhole } },
            as: .actual)
    }

    private func line(_ rival: String) -> Chart.Series {
        var seen: [Day: Double] = [:]
        for point in product.courses[rival] ?? [] { seen[point.day] = Double(point.rival) }
        return Chart.Series(
            Text(verbatim: rival), days.map { seen[$0].map { $0 / currency.unitsPerWhole } }, as: .other)
    }

    private struct Row: Sendable {
        let rival: String
        let point: PricePoint
    }

    private var latest: HTML {
        let currency = currency
        let rows = rivals.compactMap { rival in
            product.latest(rival, on: book.asOf).map { Row(rival: rival, point: $0) }
        }
        return DataTable<Row>(
            Text(zh: "最近一次采集", en: "Seen last"), rows: rows,
            columns: [
                .init(Text(zh: "对手", en: "Rival")) { HTML(verbatim: $0.rival) },
                .init(Text(zh: "采集日", en: "Seen on")) { HTML(verbatim: $0.point.day.description) },
                .init(Text(zh: "对手价", en: "Theirs"), figure: true) {
                    HTML(verbatim: PriceAlertPart.money(Double($0.point.rival), currency))
                },
                .init(Text(zh: "我方", en: "Ours"), figure: true) { row in
                    HTML(verbatim: row.point.own.map { PriceAlertPart.money($0, currency) } ?? "—")
                },
                .init(Text(zh: "指数", en: "Index"), figure: true) { row in
                    HTML(verbatim: row.point.index.map(PricePages.index) ?? "—")
                },
            ]
        ).html
    }
}
