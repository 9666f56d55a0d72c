import Kernel
import Planning
import Records

/// Products by stage of life: four columns at a glance, then each with its signs.
struct LifeCyclePart {
    let portfolio: Portfolio
    let currency: Currency
    let mayJudge: Bool
    private static let shown = 5

    var html: HTML {
        HTML {
            card(Text(zh: "生命周期分布", en: "Stages of life"), note: dotNote) {
                div(
                    .class("table-scroll"), .attribute("tabindex", "0"), .role("region"),
                    .label(Text(zh: "产品生命周期曲线", en: "Life cycle curve"))
                ) { LifeCurveDrawing(products: portfolio.products).html }
            }
            div(.class("board-columns")) { for stage in LifeStage.allCases { column(stage) } }
            card(Text(zh: "判断依据", en: "How it is told"), note: note, flush: true) { table }
        }
    }

    private var dotNote: Text {
        Text(
            zh: "截至 \(portfolio.asOf)。每点一个商品，大小为近一年销售额；同一阶段内动量高的在左。",
            en:
                "Up to \(portfolio.asOf). A dot a product, its area by the year's sales; within a stage those with more momentum to the left."
        )
    }

    private var note: Text {
        Text(
            zh: "动量＝近 90 天销量与此前 90 天之比，再与同品类老品的同一比值相除，剔除季节、促销与公司整体增长；小样本波动不改变阶段。",
            en:
                "Momentum: units of the last 90 days on the 90 before, beside those of established products of the category, so that season, price events and the company's growth drop out. Small numbers move no stage."
        )
    }

    private func column(_ stage: LifeStage) -> HTML {
        let members = portfolio.products.filter { $0.stage == stage }
        let sold = members.filter { $0.figures.yearSales > 0 }
        let sales = members.reduce(Int64(0)) { $0 + $1.figures.yearSales }
        return section(.class("board-column"), .label(stage.name)) {
            header {
                h2 { stage.name }
                span(.class("num quiet")) { members.count }
            }
            p(.class("quiet small")) { Figure.shortMoney(Money(minorUnits: sales, currency: currency)) }
            for life in sold.prefix(Self.shown) {
                div(.class("board-tile")) {
                    a(.href("#product-\(life.figures.code)")) { life.figures.name }
                    div(.class("board-tile-foot")) {
                        span(.class("num quiet")) {
                            Figure.shortMoney(Money(minorUnits: life.figures.yearSales, currency: currency))
                        }
                        span(.class("num")) {
                            Text(zh: "动量 ", en: "momentum ")
                            Figure.change(life.signs.momentum.ratio, 0)
                        }
                    }
                }
            }
            rest(sold.count - Self.shown, unsold: members.count - sold.count)
        }
    }

    private func rest(_ more: Int, unsold: Int) -> HTML {
        HTML {
            if more > 0 {
                p(.class("quiet small")) { Text(zh: "另有 \(more) 个，见下表", en: "\(more) more below") }
            }
            if unsold > 0 {
                p(.class("quiet small")) {
                    Text(zh: "另有 \(unsold) 个近一年没有销售", en: "\(unsold) more sold nothing within a year")
                }
            }
        }
    }

    private var table: HTML {
        let day = portfolio.asOf
        let mayJudge = mayJudge
        return DataTable<ProductLife>(
            Text(zh: "商品生命周期", en: "Life cycle of products"), rows: portfolio.products,
            columns: [
                .init(Text(zh: "商品", en: "Product")) { life in
                    HTML {
                        span(.id("product-\(life.figures.code)")) { life.figures.name }
                        span(.class("cell-sub")) { "\(life.figures.code) · \(life.figures.category)" }
                    }
                },
                .init(Text(zh: "阶段", en: "Stage")) { life in
                    HTML {
                        RecordCell.tone(life.stage.name, life.stage.tone)
                        if life.isOverruled {
                            span(.class("cell-sub")) { Text(zh: "推算为", en: "Computed: ") + life.computed.name }
                        }
                        PortfolioPages.judgement(life.judgement)
                    }
                },
                .init(Text(zh: "上市天数", en: "Days on sale"), figure: true) { life in
                    HTML(verbatim: Figure.grouped(life.figures.age(on: day)))
                },
                .init(Text(zh: "近 90 天销量", en: "Units, 90 days"), figure: true) { life in
                    HTML(verbatim: Figure.grouped(life.figures.recentUnits))
                },
                .init(Text(zh: "动量", en: "Momentum"), figure: true) { life in
                    HTML(verbatim: Figure.change(life.signs.momentum.ratio))
                },
                .init(Text(zh: "同比（相对老品）", en: "On last year"), figure: true) { life in
                    HTML(verbatim: life.signs.yearly.map { Figure.change($0.ratio) } ?? "—")
                },
                .init(Text(zh: "渗透（同品类老品＝1）", en: "Penetration (usual = 1)"), figure: true) { life in
                    HTML(verbatim: Figure.decimal(life.signs.penetration, 2))
                },
                .init(Text(zh: "下一步", en: "Next")) { life in next(life, mayJudge) },
            ]
        ).html
    }
}

/// The playbook of the stage, the exit assessment of what declines, and the way to overrule.
private func next(_ life: ProductLife, _ mayJudge: Bool) -> HTML {
    HTML {
        a(.href("/plan/records/lifecycle_playbook?stage=\(life.stage.rawValue)")) { Text(zh: "打法", en: "Playbook") }
        if mayJudge, life.stage == .decline {
            " · "
            a(
                .href(
                    "/plan/records/exit_assessment/new?"
                        + FieldValues([("title", life.figures.name), ("product_code", life.figures.code)]).encoded)
            ) { Text(zh: "评估退出", en: "Assess exit") }
        }
        if mayJudge, life.judgement == nil {
            " · "
            a(
                .href(
                    PortfolioPages.judge(
                        "product", life.figures.code, life.figures.name, [("stage", life.stage.rawValue)]))
            ) { Text(zh: "修正", en: "Overrule") }
        }
    }
}

extension LifeStage {
    var tone: Choice.Tone {
        switch self {
        case .introduction: .info
        case .growth: .good
        case .maturity: .plain
        case .decline: .warning
        }
    }
}
