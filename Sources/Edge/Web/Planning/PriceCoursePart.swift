import Kernel
import Monitoring
import Planning

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
