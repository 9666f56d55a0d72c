import Kernel
import Planning
import Records

/// The growth-share matrix with what its colours mean, the line between slow and fast markets, and the same as a table.
struct PortfolioMatrixPart {
    let portfolio: Portfolio
    let currency: Currency
    let mayJudge: Bool

    var html: HTML {
        HTML {
            card(Text(zh: "市场增长与相对份额", en: "Market growth and relative share"), note: note) {
                scroll { drawing.html }
                legend
                growthForm
            }
            card(Text(zh: "逐条数据", en: "Line by line"), flush: true) { table }
        }
    }

    private var note: Text {
        Text(
            zh: "截至 \(portfolio.asOf) 的 365 天。未填外部市场数据的产品线，以本公司品类增速代替市场增速、以同品类内最大的其他系列代替最大对手。",
            en:
                "The 365 days up to \(portfolio.asOf). Where no market data are given, our own category's growth stands for the market's, and the largest other series of the category for the largest rival."
        )
    }

    private var drawing: PortfolioMatrixDrawing { PortfolioMatrixDrawing(portfolio: portfolio, currency: currency) }

    private var legend: HTML {
        div(.class("legend-row")) {
            for category in drawing.categories {
                span {
                    span(.class("kind-dot \(category.tone)"), .ariaHidden) {}
                    category.name
                }
            }
            if portfolio.lines.contains(where: \.isOverruled) {
                span {
                    span(.class("kind-dot overruled-dot"), .ariaHidden) {}
                    Text(zh: "人工修正", en: "overruled")
                }
            }
        }
    }

    private func scroll(@HTMLBuilder _ inside: () -> HTML) -> HTML {
        div(
            .class("table-scroll"), .attribute("tabindex", "0"), .role("region"),
            .label(Text(zh: "波士顿矩阵", en: "Growth-share matrix")), inside: inside)
    }

    private var growthForm: HTML {
        queryForm(PortfolioPages.path, .class("row-wrap setting-row")) {
            input(.type("hidden"), .name("tab"), .value("matrix"))
            label {
                Text(zh: "增长分界（%）", en: "Growth line (%)")
                input(
                    .class("form-control narrow"), .type("number"), .name("growth"), .attribute("step", "0.1"),
                    .value(Figure.plainDecimal(portfolio.growthLine * 100)))
            }
            label {
                Text(zh: "截至", en: "Up to")
                input(.class("form-control narrow"), .type("date"), .name("to"), .value(portfolio.asOf.description))
            }
            button(.class("btn"), .type("submit")) { Text(zh: "应用", en: "Apply") }
            if let own = portfolio.ownGrowth {
                span(.class("quiet small")) {
                    Text(
                        zh: "默认取公司整体增速 \(Figure.change(own))",
                        en: "By default the company's growth, \(Figure.change(own))")
                }
            }
        }
    }

    private var table: HTML {
        let currency = currency
        let mayJudge = mayJudge
        let places = Dictionary(uniqueKeysWithValues: portfolio.lines.enumerated().map { ($1.id, $0) })
        return DataTable<PortfolioLine>(
            Text(zh: "产品线", en: "Product lines"), rows: portfolio.lines,
            columns: [
                .init(Text(zh: "产品线", en: "Line")) { line in
                    HTML {
                        span(.id("line-\(places[line.id] ?? 0)")) { line.series.isEmpty ? line.category : line.series }
                        span(.class("cell-sub")) { line.category }
                    }
                },
                .init(Text(zh: "象限", en: "Quadrant")) { line in
                    HTML {
                        RecordCell.tone(
                            line.quadrant.name + Text(verbatim: " · ") + line.quadrant.action, line.quadrant.tone)
                        if line.isOverruled {
                            span(.class("cell-sub")) { Text(zh: "推算为", en: "Computed: ") + line.computed.name }
                        }
                        PortfolioPages.judgement(line.judgement)
                    }
                },
                .init(Text(zh: "近一年销售额", en: "Sales of the year"), figure: true) { line in
                    HTML(Figure.shortMoney(Money(minorUnits: line.sales, currency: currency)))
                },
                .init(Text(zh: "自身增长", en: "Own growth"), figure: true) { line in
                    HTML(verbatim: line.growth.map { Figure.change($0) } ?? "—")
                },
                .init(Text(zh: "市场增长", en: "Market growth"), figure: true) { line in
                    HTML {
                        Figure.change(line.marketGrowth)
                        span(.class("cell-sub")) {
                            line.hasMarketData ? Text(zh: "外部数据", en: "given") : Text(zh: "品类估计", en: "own category")
                        }
                    }
                },
                .init(Text(zh: "相对份额", en: "Relative share"), figure: true) { line in
                    HTML(verbatim: Figure.decimal(line.relativeShare, 2))
                },
                .init(Text(zh: "修正", en: "Overrule")) { line in
                    guard mayJudge, line.judgement == nil else { return HTML() }
                    return a(
                        .class("btn btn-small"),
                        .href(
                            PortfolioPages.judge(
                                "line", line.id, "\(line.category) · \(line.series)",
                                [("quadrant", line.quadrant.rawValue)]))
                    ) { Text(zh: "修正", en: "Overrule") }
                },
            ]
        ).html
    }
}

extension Quadrant {
    var tone: Choice.Tone {
        switch self {
        case .star: .good
        case .cashCow: .info
        case .questionMark: .warning
        case .dog: .plain
        }
    }
}
