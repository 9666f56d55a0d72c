import Diagnosing
import Kernel

/// The page of one scheme's rules: the rules, what they lead to, and their versions.
struct TierRuleView: Sendable {
    let kept: TierScheme
    let form: TierRuleForm
    /// The version that the rules on the page began with.
    let basis: Int
    let trouble: FormTrouble?
    let grid: RFMGrid?
    let history: [TierRulesChange]
    let isEditable: Bool
    let zone: BusinessZone

    private var address: String { TierRulePages.address(kept.id) }

    var page: Page {
        Page(
            TierRulePages.title, pretitle: RFMPages.title,
            lead: Text(
                zh: "哪些 RFM 单元格属于哪个层级。现行第 \(kept.version) 版；已完成的评分保留当时的规则。",
                en:
                    "Which RFM cells make which tier. Version \(kept.version) is in force; scorings that are done keep the rules they used."
            )
        ) {
            tabs(
                TierScheme.builtIn.map { ($0.name, TierRulePages.address($0.id), $0.id == kept.id) },
                label: Text(zh: "方案", en: "Schemes"))
            outdated
            if isEditable { editor } else { reading }
            versions
        }
        .actions { actions }
        .footnote(Text(zh: "时间按时区 \(zone.identifier) 显示。", en: "Times are in the zone \(zone.identifier)."))
    }

    /// The figures of the pages still follow other rules than those in force.
    @HTMLBuilder
    private var outdated: HTML {
        if let used = grid?.run.options.schemes.first(where: { $0.id == kept.id }), !used.divides(as: kept) {
            notice(
                .warning,
                Text(
                    zh: "现行第 \(kept.version) 版规则还没有用于评分：当前分层按第 \(used.version) 版计算。",
                    en:
                        "Version \(kept.version) is not used yet: the tiers shown elsewhere were counted with version \(used.version)."
                ))
        }
    }

    private var rules: HTML {
        TierRulePart(scheme: kept, form: form, trouble: trouble, isEditable: isEditable).html
    }

    private var result: HTML { TierCellsPart(kept: kept, draft: form.draft(of: kept), grid: grid).html() }

    private var reading: HTML {
        HTML {
            rules
            result
        }
    }

    private var editor: HTML {
        HTML {
            postForm(
                address, .class("stack"), .hxPost(address + "/look"), .hxTrigger("change"), .hxSwap("none")
            ) {
                // Enter in a field checks, and changes nothing.
                button(
                    .class("visually-hidden"), .type("submit"), .name("do"), .value("look"),
                    .attribute("tabindex", "-1"), .ariaHidden
                ) { Text(zh: "试算", en: "Try") }
                input(.type("hidden"), .name("version"), .value(String(basis)))
                if let trouble, trouble.field == nil { notice(.danger, trouble.text) }
                rules
                div(.class("row-wrap")) {
                    button(.class("btn btn-primary"), .type("submit"), .name("do"), .value("save")) {
                        Text(zh: "保存为新版本", en: "Save as a new version")
                    }
                    button(.class("btn"), .type("submit"), .name("do"), .value("look")) {
                        Text(zh: "试算", en: "Try")
                    }
                    a(.class("btn"), .href(address)) { Text(zh: "放弃修改", en: "Discard changes") }
                }
            }
            result
        }
    }

    @HTMLBuilder
    private var actions: HTML {
        a(.class("btn"), .href(RFMPages.path)) {
            icon("arrow-left")
            Text(zh: "返回分层", en: "Back to the tiers")
        }
        if isEditable {
            postForm(
                address + "/built-in",
                .confirm(
                    Text(
                        zh: "恢复“\(kept.name.zh)”的内置规则？现行规则仍保留在版本记录中。",
                        en:
                            "Put the built-in rules of “\(kept.name.en)” back in force? Today’s rules stay in the list of versions."
                    ))
            ) {
                button(.class("btn"), .type("submit")) {
                    icon("history")
                    Text(zh: "恢复内置规则", en: "Built-in rules")
                }
            }
            a(.class("btn btn-primary"), .href(RFMScorePages.path)) {
                icon("refresh")
                Text(zh: "按新规则评分", en: "Score now")
            }
        }
    }

    private struct Version: Sendable {
        let number: Int
        let change: TierRulesChange?
    }

    private var versions: HTML {
        let all = history.map { Version(number: $0.version, change: $0) } + [Version(number: 1, change: nil)]
        return card(Text(zh: "版本", en: "Versions"), flush: true) {
            DataTable(
                Text(zh: "版本", en: "Versions"), rows: all,
                columns: [
                    .init(Text(zh: "版本", en: "Version")) { version in
                        Text(zh: "第 \(version.number) 版", en: "\(version.number)")
                        if version.number == kept.version { badge(Text(zh: "现行", en: "in force"), .good) }
                    },
                    .init(Text(zh: "时间", en: "When")) { version in
                        span(.class("num nowrap")) { version.change?.at.map { Figure.moment($0, in: zone) } ?? "—" }
                    },
                    .init(Text(zh: "何人", en: "Who")) { version in
                        if let change = version.change {
                            AuditWords.author(change.author)
                        } else {
                            span(.class("quiet")) { Text(zh: "内置", en: "Built in") }
                        }
                    },
                    .init(Text(zh: "改动", en: "Change")) { version in words(version.change) },
                    .init(Text(zh: "操作", en: "Action")) { version in
                        a(.class("btn btn-small"), .href(address + "?version=\(version.number)")) {
                            isEditable ? Text(zh: "载入查看", en: "Load") : Text(zh: "查看", en: "See")
                        }
                    },
                ]
            ).html
        }
    }

    /// `8 格：高价值 → 潜力`, one line a move.
    private func words(_ change: TierRulesChange?) -> HTML {
        guard let change else { return HTML(Text(zh: "程序自带的规则", en: "The rules the program came with")) }
        let before = kept.with(rules: change.before, version: change.version)
        let moves = before.moves(to: kept.with(rules: change.rules, version: change.version))
        guard !moves.isEmpty else {
            return HTML(Text(zh: "写法不同，各单元格的层级不变", en: "Written otherwise; every cell keeps its tier"))
        }
        return HTML {
            for move in moves {
                div(.class("small")) {
                    Text(zh: "\(move.cells) 格：", en: "\(move.cells) cells: ")
                    name(move.from)
                    " → "
                    name(move.to)
                }
            }
        }
    }

    private func name(_ tier: String?) -> Text {
        tier.map { kept.tier($0)?.name ?? Text(verbatim: $0) } ?? Text(zh: "无层级", en: "no tier")
    }
}
