import Diagnosing
import Kernel

/// The rules of one scheme, one a row: an editor for those who may change them, plain words for others.
struct TierRulePart: Sendable {
    let scheme: TierScheme
    let form: TierRuleForm
    let trouble: FormTrouble?
    let isEditable: Bool

    var html: HTML {
        card(
            Text(zh: "规则", en: "Rules"),
            note: Text(
                zh: "自上而下判断，先符合的规则决定层级。分数 5 最好、1 最差；选 1–5 表示不限。",
                en: "Read from the top: the first rule that fits decides. 5 is best, 1 worst; 1–5 means any score."),
            flush: true
        ) {
            div(.class("table-scroll"), .attribute("tabindex", "0"), .role("region"), .label(scheme.name)) {
                table(.class("data-table rule-table")) {
                    HTMLTags.caption { scheme.name }
                    thead { tr { for title in titles { th(.scope("col")) { title } } } }
                    tbody { for place in form.rows.indices { row(place) } }
                }
            }
            if isEditable {
                div(.class("pager")) {
                    button(
                        .class("btn btn-small"), .type("submit"), .name("do"), .value("add"),
                        .flag("disabled", form.rows.count >= TierRuleForm.most)
                    ) {
                        icon("plus")
                        Text(zh: "添加规则", en: "Add a rule")
                    }
                }
            }
        }
    }

    private var titles: [Text] {
        var titles = [Text(zh: "顺序", en: "No.")]
        titles += RFMDimension.allCases.map { Text(verbatim: $0.letter + " · ") + $0.name }
        titles.append(Text(zh: "归入层级", en: "Tier"))
        if isEditable { titles.append(Text(zh: "操作", en: "Action")) }
        return titles
    }

    private func row(_ place: Int) -> HTML {
        let row = form.rows[place]
        let problem = trouble?.about("row.\(place)")
        return tr(.class("rule-wrong").when(problem != nil)) {
            td(.class("digits")) { String(place + 1) }
            for dimension in RFMDimension.allCases {
                td { isEditable ? range(dimension, row, place) : words(row, dimension) }
            }
            td {
                isEditable ? tierChoice(row, place) : tierWords(row)
                if let problem {
                    p(.class("field-problem")) {
                        icon("alert-circle")
                        problem
                    }
                }
            }
            if isEditable { td { deeds(place) } }
        }
    }

    private func words(_ row: TierRuleForm.Row, _ dimension: RFMDimension) -> HTML {
        guard let range = row.rule?[dimension], range != TierRule.anyScore else {
            return span(.class("quiet")) { Text(zh: "不限", en: "any") }
        }
        return HTML(
            verbatim: range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)")
    }

    private func tierWords(_ row: TierRuleForm.Row) -> HTML {
        HTML(scheme.tier(row.tier)?.name ?? Text(verbatim: row.tier))
    }

    private func range(_ dimension: RFMDimension, _ row: TierRuleForm.Row, _ place: Int) -> HTML {
        span(.class("score-range")) {
            score(
                TierRuleForm.from(dimension), row.from[dimension] ?? 1,
                about(dimension, place, Text(zh: "从", en: "from")))
            span(.ariaHidden) { "–" }
            score(TierRuleForm.to(dimension), row.to[dimension] ?? 1, about(dimension, place, Text(zh: "到", en: "to")))
        }
    }

    private func about(_ dimension: RFMDimension, _ place: Int, _ end: Text) -> Text {
        Text(zh: "第 \(place + 1) 条规则，", en: "Rule \(place + 1), ") + dimension.name + Text(verbatim: " ") + end
    }

    private func score(_ name: String, _ chosen: Int, _ label: Text) -> HTML {
        select(.class("form-select"), .name(name), .label(label)) {
            for score in TierRule.anyScore {
                option(.value(String(score)), .selected(score == chosen)) { String(score) }
            }
        }
    }

    private func tierChoice(_ row: TierRuleForm.Row, _ place: Int) -> HTML {
        select(
            .class("form-select"), .name("tier"),
            .label(Text(zh: "第 \(place + 1) 条规则的层级", en: "Tier of rule \(place + 1)"))
        ) {
            for tier in scheme.tiers { option(.value(tier.id), .selected(tier.id == row.tier)) { tier.name } }
        }
    }

    private func deeds(_ place: Int) -> HTML {
        div(.class("row-wrap rule-deeds")) {
            deed("up", "arrow-up", Text(zh: "上移", en: "Move up"), place, isOff: place == 0)
            deed("down", "arrow-down", Text(zh: "下移", en: "Move down"), place, isOff: place == form.rows.count - 1)
            deed("remove", "trash", Text(zh: "删除", en: "Delete"), place, isOff: form.rows.count == 1)
        }
    }

    private func deed(_ name: String, _ sign: String, _ label: Text, _ place: Int, isOff: Bool) -> HTML {
        button(
            .class("btn btn-icon"), .type("submit"), .name("do"), .value("\(name):\(place)"), .flag("disabled", isOff),
            .label(Text(zh: "第 \(place + 1) 条规则：", en: "Rule \(place + 1): ") + label), .title(label)
        ) { icon(sign) }
    }
}
