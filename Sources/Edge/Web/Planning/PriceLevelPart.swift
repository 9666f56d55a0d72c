import Kernel
import Monitoring
import Planning

/// Our price level beside each rival's, week by week: whether somebody moves the whole range.
struct PriceLevelPart {
    let book: PriceBook
    /// Rivals asked for; none: those whose prices are known for most of our products.
    let wanted: [String]

    /// So many lines can be told apart.
    static let most = 6

    private var shown: [String] {
        let known = book.rivals.filter(wanted.contains)
        return Array((known.isEmpty ? book.rivals : known).prefix(Self.most))
    }

    var html: HTML {
        card(Text(zh: "总体价格指数走势", en: "Index over time"), note: note) {
            chooser
            Chart(
                .trend, Text(zh: "总体价格指数", en: "Price index"), unit: .number(decimals: 0),
                labelName: Text(zh: "截至", en: "Week up to"),
                labels: book.weekEnds.map { Text(verbatim: $0.description) },
                series: shown.map { rival in
                    Chart.Series(
                        Text(verbatim: rival), book.level(of: rival).map { $0.map { $0 * 100 } }, as: .other)
                } + [
                    Chart.Series(
                        Text(zh: "同价（100）", en: "Same price (100)"), book.weekEnds.map { _ in 100 }, as: .target)
                ], base: 100
            ).html
        }
    }

    /// Who is drawn, and how to draw others: nobody is left out without a word.
    private var chooser: HTML {
        guard book.rivals.count > 1 else { return HTML() }
        let (shown, all) = (shown, book.rivals)
        return details(.class("rival-choice"), .attribute("open", "").when(wanted.count > Self.most)) {
            summary {
                Text(
                    zh: "显示 \(shown.count) 个对手，共 \(all.count) 个（按覆盖商品数排序）",
                    en: "\(shown.count) of \(all.count) rivals, by how many products they cover")
            }
            queryForm(PricePages.path, .class("row-wrap")) {
                for rival in all {
                    element("label", [.class("field-check")]) {
                        input(
                            .type("checkbox"), .name("rival"), .value(rival),
                            .attribute("checked", "").when(shown.contains(rival)))
                        rival
                    }
                }
                button(.class("btn"), .type("submit")) { Text(zh: "显示所选", en: "Show these") }
                span(.class("quiet small")) {
                    Text(zh: "最多同时 \(Self.most) 条线", en: "\(Self.most) lines at most")
                }
            }
            if wanted.count > Self.most {
                notice(
                    .warning,
                    Text(
                        zh: "选了 \(wanted.count) 个，只画出覆盖最广的 \(Self.most) 个；其余请分批查看，下方一览表中有全部对手。",
                        en:
                            "\(wanted.count) were chosen; the \(Self.most) with most products are drawn. The table below has all of them."
                    ))
            }
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
