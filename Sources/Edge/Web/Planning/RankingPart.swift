import Kernel
import Planning
import Records

/// A ranking as bars, with the rank that each would have if one weight were ten points less or more.
struct RankingPart {
    let ranking: Ranking
    let kept: ScoreModel
    let address: String
    let addPath: String?

    var html: HTML {
        HTML {
            notice(ranking.isFirstSure ? .success : .warning, verdict)
            card(Text(zh: "名次", en: "Order"), note: note, flush: true) { table }
            if !ranking.unscored.isEmpty { unscored }
            card(
                Text(zh: "试算权重", en: "Try other weights"),
                note: Text(zh: "只影响本页，不改动保存的标准；合计按比例归一为 100%。", en: "For this page only; brought to a total of 100 %.")
            ) { form }
        }
    }

    private var verdict: Text {
        guard let first = ranking.places.first else {
            return Text(zh: "还没有打分完整的区域，补全下列得分后即可排序。", en: "No region is fully scored yet; complete the scores below.")
        }
        let points = Int((ranking.shift * 100).rounded())
        return ranking.isFirstSure
            ? Text(
                zh: "首选“\(first.record.title)”（\(Figure.decimal(first.score, 0)) 分）：任一权重增减 \(points) 个百分点都不改变首位。",
                en:
                    "\(first.record.title) leads (\(Figure.decimal(first.score, 0)) points), and stays first however one weight moves by \(points) points."
            )
            : Text(
                zh: "首位“\(first.record.title)”（\(Figure.decimal(first.score, 0)) 分）并不稳固：某项权重增减 \(points) 个百分点就会易位或并列。",
                en:
                    "\(first.record.title) leads (\(Figure.decimal(first.score, 0)) points), but not firmly: moving one weight by \(points) points changes the first place."
            )
    }

    private var note: Text {
        let points = Int((ranking.shift * 100).rounded())
        return Text(
            zh: "每列两数：该权重减少 / 增加 \(points) 个百分点（其余按比例调整）时的名次。",
            en:
                "Two numbers a column: the rank with that weight \(points) points less / more, the others in proportion."
        )
    }

    private var table: HTML {
        let criteria = ranking.model.criteria
        let lead: [DataTable<Ranking.Place>.Column] = [
            .init(Text(zh: "名次", en: "Rank"), figure: true) { HTML(verbatim: String($0.rank)) },
            .init(Text(zh: "区域", en: "Region")) { place in
                a(.class("record-link"), .href(RecordDesk.path(place.record))) { place.record.title }
            },
            .init(Text(zh: "得分", en: "Score")) { place in
                div(.class("score-bar")) {
                    shareBar(place.score / 100)
                    span(.class("num")) { Figure.decimal(place.score, 1) }
                }
            },
            .init(Text(zh: "名次范围", en: "Range"), figure: true) { place in
                HTML(verbatim: place.best == place.worst ? String(place.rank) : "\(place.best)–\(place.worst)")
            },
        ]
        let moved = criteria.map { criterion in
            DataTable<Ranking.Place>.Column(
                criterion.name + Text(verbatim: " \(Figure.percent(criterion.weight, 0))"), figure: true
            ) { place in
                let (less, more) = place.moved[criterion.id] ?? (place.rank, place.rank)
                return HTML {
                    Self.rank(less, place.rank)
                    " / "
                    Self.rank(more, place.rank)
                }
            }
        }
        return DataTable(Text(zh: "区域名次", en: "Order of regions"), rows: ranking.places, columns: lead + moved).html
    }

    private static func rank(_ moved: Int, _ own: Int) -> HTML {
        moved == own ? span(.class("quiet")) { moved } : strong(.class(moved < own ? "better" : "worse")) { moved }
    }

    private var unscored: HTML {
        card(Text(zh: "得分不全，未参与排序", en: "Not ranked: scores are missing")) {
            ul(.class("plain-list")) {
                for record in ranking.unscored {
                    li {
                        a(.class("record-link"), .href(RecordDesk.path(record) + "/edit")) {
                            span(.class("record-code")) { record.code }
                            record.title
                        }
                    }
                }
            }
        }
    }

    private var form: HTML {
        queryForm(address, .class("row-wrap setting-row")) {
            for criterion in ranking.model.criteria {
                label {
                    criterion.name + (criterion.isReversed ? Text(zh: "（反向）", en: " (reversed)") : Text(verbatim: ""))
                    input(
                        .class("form-control narrow"), .type("number"), .name("w.\(criterion.id)"),
                        .attribute("min", "0"),
                        .attribute("max", "100"), .attribute("step", "0.1"),
                        .value(Figure.plainDecimal(criterion.weight * 100)))
                }
            }
            button(.class("btn btn-primary"), .type("submit")) { Text(zh: "试算", en: "Try") }
            if ranking.model != kept {
                a(.class("btn"), .href(address)) { Text(zh: "恢复保存的权重", en: "Back to the kept ones") }
            }
            a(.href("/plan/records/score_criterion?model=region_score")) { Text(zh: "修改标准", en: "Change the criteria") }
            if let addPath { a(.href(addPath)) { Text(zh: "添加区域", en: "Add a region") } }
        }
    }
}
