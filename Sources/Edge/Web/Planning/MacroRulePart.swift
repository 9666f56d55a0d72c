import Kernel
import Planning
import Records

/// Each rule with the values it was judged by, in words, and what it opens.
struct MacroRulePart {
    let rules: [MacroStanding]
    let cards: [Int64: Record]
    /// What names each card.
    let resting: [Int64: [Record]]
    let mayEdit: Bool

    var html: HTML {
        HTML {
            notice(lit.isEmpty ? .success : .warning, verdict)
            if rules.isEmpty {
                card {
                    emptyState(
                        "scale", Text(zh: "还没有规则", en: "No rules yet"),
                        Text(
                            zh: "规定指标到什么程度要做什么，例如：连续两个月低于 100 就复核提价计划。",
                            en:
                                "Say what is done when an indicator moves, such as: two months below 100, look at prices."
                        )
                    ) {
                        if mayEdit {
                            a(.class("btn btn-primary"), .href("/plan/records/macro_rule/new")) {
                                Text(zh: "新建规则", en: "New rule")
                            }
                        }
                    }
                }
            } else {
                card(Text(zh: "规则与判断", en: "Rules as they stand"), flush: true) { table }
            }
        }
    }

    private var lit: [MacroStanding] { rules.filter(\.isLit) }

    private var verdict: Text {
        if lit.isEmpty { return Text(zh: "没有规则被触发。", en: "No rule holds.") }
        let titles = lit.map(\.rule.title)
        return Text(
            zh: "\(lit.count) 条规则已触发：\(titles.joined(separator: "；"))。",
            en: "\(lit.count == 1 ? "1 rule holds" : "\(lit.count) rules hold"): \(titles.joined(separator: "; ")).")
    }

    private var table: HTML {
        let (cards, resting) = (cards, resting)
        return DataTable<MacroStanding>(
            Text(zh: "规则与判断", en: "Rules as they stand"), rows: rules,
            columns: [
                .init(Text(zh: "规则", en: "Rule")) { standing in
                    a(.class("record-link"), .href(RecordDesk.path(standing.rule))) {
                        span(.class("record-code")) { standing.rule.code }
                        standing.rule.title
                    }
                },
                .init(Text(zh: "状态", en: "State")) { Self.state($0) },
                .init(Text(zh: "判断", en: "Judged by")) { standing in
                    HTML {
                        Self.judgement(standing)
                        if let series = standing.series { span(.class("cell-sub")) { series.name } }
                    }
                },
                .init(Text(zh: "触发动作", en: "Opens")) { standing in
                    let code = standing.rule.text("response") ?? ""
                    return RecordCell.choice(
                        standing.rule.type.field("response")?.kind.choiceList.first { $0.id == code }, code)
                },
                .init(Text(zh: "PEST 因素", en: "PEST cards")) { standing in
                    HTML { for card in Self.named(standing, cards) { Self.link(card) } }
                },
                .init(Text(zh: "影响的规划与目标", en: "Plans that rest on them")) { standing in
                    Self.resting(Self.named(standing, cards).flatMap { resting[$0.id] ?? [] }, standing)
                },
            ]
        ).html
    }

    static func state(_ standing: MacroStanding) -> HTML {
        if standing.series == nil { return badge(Text(zh: "无数据", en: "No data"), .neutral) }
        if standing.isUnknown { return badge(Text(zh: "数据不足", en: "Too few values"), .neutral) }
        return standing.isLit
            ? badge(Text(zh: "已触发", en: "Holds"), .attention) : badge(Text(zh: "未触发", en: "Does not hold"), .good)
    }

    /// `近 2 期 88.1、88.4，均低于 100（自 2026-09-30 起 14 期）`
    static func judgement(_ standing: MacroStanding) -> Text {
        guard standing.series != nil else {
            return Text(zh: "没有匹配的数据序列，请在规则中填写。", en: "No series fits; name one in the rule.")
        }
        let values = standing.deciding.map { Figure.decimal($0.value, 2) }
        let line = Figure.decimal(standing.threshold, 2)
        let said =
            switch standing.test {
            case .below: Text(zh: "低于 \(line)", en: "below \(line)")
            case .above: Text(zh: "高于 \(line)", en: "above \(line)")
            case .change: Text(zh: "单期变动超过 \(line)", en: "moves by more than \(line)")
            }
        let recent = Text(
            zh: "最近 \(values.joined(separator: "、"))；要求连续 \(standing.needed) 期",
            en: "Last \(values.joined(separator: ", ")); asks for ")
        let run = Text(
            zh: "，已连续 \(standing.run) 期", en: ", \(standing.needed) in a row; so far \(standing.run)")
        return recent + said + run
    }

    /// On a plan: which of the factors that it rests on a rule has lit.
    static func warning(_ standing: MacroStanding, _ cards: [Record]) -> HTML {
        let titles = cards.map(\.title)
        return div(.class("stack-tight macro-warning")) {
            notice(
                .warning,
                Text(
                    zh: "本规划依据的“\(titles.joined(separator: "”“"))”已变化：规则“\(standing.rule.title)”触发。",
                    en:
                        "What this plan rests on has moved (\(titles.joined(separator: "; "))): \(standing.rule.title) holds."
                ))
            div(.class("link-row")) {
                a(.href(MacroPages.path)) { Text(zh: "看指标与规则", en: "Indicators and rules") }
                for card in cards { a(.href(RecordDesk.path(card))) { card.title } }
            }
        }
    }

    static func cardIDs(_ standing: MacroStanding) -> [Int64] {
        if case .records(let ids)? = standing.rule["cards"] { ids } else { [] }
    }

    static func named(_ standing: MacroStanding, _ cards: [Int64: Record]) -> [Record] {
        cardIDs(standing).compactMap { cards[$0] }
    }

    /// Each once, plans first.
    private static func resting(_ records: [Record], _ standing: MacroStanding) -> HTML {
        var seen = Set<Int64>()
        let all = records.filter { seen.insert($0.id).inserted }
        let plans = all.filter { $0.type.id == "strategy_plan" } + all.filter { $0.type.id != "strategy_plan" }
        if plans.isEmpty {
            return span(.class("quiet small")) {
                standing.isLit
                    ? Text(zh: "没有规划引用这些因素，请在规划的“依据的宏观因素”中选择", en: "No plan names these cards: choose them in the plan")
                    : Text(verbatim: "—")
            }
        }
        return HTML {
            for record in plans.prefix(6) {
                div {
                    a(.class("record-link"), .href(path(record))) { record.title }
                    span(.class("cell-sub")) { record.type.name }
                }
            }
            if plans.count > 6 {
                span(.class("quiet small")) { Text(zh: "另有 \(plans.count - 6) 项", en: "and \(plans.count - 6) more") }
            }
        }
    }

    private static func path(_ record: Record) -> String {
        record.type.id == "strategy_plan" ? "\(StrategyPages.path)?plan=\(record.number)" : RecordDesk.path(record)
    }

    private static func link(_ card: Record) -> HTML {
        div {
            a(.class("record-link"), .href(RecordDesk.path(card))) { card.title }
            " "
            RecordListPart.state(card)
        }
    }
}

/// One series: its last value, how it moved, its course, and the line of the rules that watch it.
struct MacroSeriesPart {
    let series: MacroSeries
    let rules: [MacroStanding]

    private var own: [MacroStanding] { rules.filter { $0.series?.name == series.name } }

    var html: HTML {
        card(Text(verbatim: series.name), note: note) {
            Chart(
                .trend, Text(verbatim: series.name), unit: .number(decimals: 2), size: .low,
                labels: series.points.map { Text(verbatim: String($0.day.description.prefix(7))) },
                series: [
                    Chart.Series(Text(zh: "数值", en: "Value"), series.points.map(\.value), as: .actual)
                ] + lines
            ).html
        }
    }

    private var lines: [Chart.Series] {
        own.filter { $0.test != .change }.map { standing in
            Chart.Series(
                Text(verbatim: standing.rule.title), series.points.map { _ in standing.threshold }, as: .target)
        }
    }

    private var note: Text {
        guard let last = series.last else { return Text(verbatim: "") }
        let change = series.change ?? 0
        let moved = (change > 0 ? "+" : "") + Figure.decimal(change, 2)
        let month = String(last.day.description.prefix(7))
        let value = Figure.decimal(last.value, 2) + (series.unit == "%" ? "%" : series.unit)
        return Text(zh: "\(month)：\(value)，较上期 \(moved)", en: "\(month): \(value), \(moved) on the period before")
    }
}
