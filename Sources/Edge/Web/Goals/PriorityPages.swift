import Kernel
import Planning
import Records

/// The priority matrix: weighted scores rank what competes for resources, and propose a tilt (S-08).
enum PriorityPages {
    static let path = "/plan/priorities"
    static let title = Text(zh: "优先级矩阵", en: "Priorities")
    /// Below this share of effort the brand is crowded out.
    private static let leastLong = 0.3

    static func routes(_ desk: GoalDesk) -> [Route] {
        [
            .get(path, .allowed(.view, .plan), menu: MenuEntry(.plan, title, order: 12)) { visit in
                .page(try await page(visit, desk))
            },
            .post(path + "/tilts", .allowed(.edit, .plan)) { visit in
                let author = try RecordDesk.author(visit)
                try await desk.desk.records.adoptTilts(try await desk.desk.records.priorities(for: author), by: author)
                return Reply.redirect(to: path).flashing(
                    Text(zh: "已将倾斜建议写入各事项。", en: "The tilts are written on the items."))
            },
        ]
    }

    private static func page(_ visit: Visit, _ desk: GoalDesk) async throws -> Page {
        let ranking = try await desk.desk.records.priorities(for: try RecordDesk.author(visit))
        let goals = try await desk.tree(visit).goals.values.filter(\.isOpen)
        return Page(
            title, pretitle: Step.plan.name,
            lead: Text(
                zh: "加权打分定名次，名次定倾斜；同时看长短期投入是否失衡。",
                en: "Weighted scores give ranks, ranks give tilts; and is the long term crowded out?")
        ) {
            if ranking.ranked.isEmpty {
                empty(visit)
            } else {
                balance(ranking, Array(goals))
                card(
                    Text(zh: "名次与倾斜建议", en: "Ranks and tilts"), note: weights(ranking),
                    actions: visit.may(.edit, .plan) ? adopt : HTML(), flush: true
                ) { table(ranking) }
            }
        }
        .actions {
            a(.class("btn"), .href("/plan/records/priority_item?view=matrix")) {
                icon("layout-grid")
                Text(zh: "矩阵视图", en: "As a matrix")
            }
            if visit.may(.edit, .plan) {
                a(.class("btn btn-primary"), .href("/plan/records/priority_item/new")) {
                    icon("plus")
                    Text(zh: "新建事项", en: "New item")
                }
            }
        }
    }

    private static var adopt: HTML {
        postForm(path + "/tilts") {
            button(.class("btn"), .type("submit")) { Text(zh: "采纳倾斜建议", en: "Adopt the tilts") }
        }
    }

    private static func weights(_ ranking: PriorityRanking) -> Text {
        let parts = ranking.criteria.map { criterion in
            criterion.name + Text(verbatim: " \(Figure.percent(criterion.weight, 0))")
                + (criterion.isReversed ? Text(zh: "（反向）", en: " (reversed)") : Text(verbatim: ""))
        }
        let list = parts.dropFirst().reduce(parts.first ?? Text(verbatim: "")) { $0 + Text(zh: "、", en: ", ") + $1 }
        return Text(zh: "权重：", en: "Weights: ") + list
            + Text(
                zh: "；所依据的 SWOT 条目按重要程度修正 ±0.5 分；建议把总资源的 10% 从低于均分的事项移向高于均分的。",
                en:
                    "; the SWOT entries behind an item move it by up to 0.5; a tenth of all resources moves from below the mean to above it."
            )
    }

    private static func balance(_ ranking: PriorityRanking, _ goals: [Goal]) -> HTML {
        let long = goals.count { $0.horizon == "long" }
        let short = goals.count { $0.horizon == "short" }
        return card(Text(zh: "长短期平衡", en: "Long and short term")) {
            if let effort = ranking.effort {
                div(.class("goal-chance-line okr-progress")) {
                    span(.class("num")) { Figure.percent(effort.long, 0) }
                    shareBar(effort.long, tone: effort.long < leastLong ? "warn" : "good")
                }
                p {
                    Text(
                        zh:
                            "长期事项占投入代价的 \(Figure.percent(effort.long, 0))，短期占 \(Figure.percent(effort.short, 0))；目标：长期 \(long) 个、短期 \(short) 个。",
                        en:
                            "Long-term items take \(Figure.percent(effort.long, 0)) of the effort, short-term ones \(Figure.percent(effort.short, 0)); goals: \(long) long, \(short) short."
                    )
                }
                if effort.long < leastLong {
                    notice(
                        .warning,
                        Text(
                            zh: "长期投入低于 30%，季度业绩压力可能正在挤占品牌建设。",
                            en: "Less than 30 % goes to the long term: quarterly pressure may crowd out the brand."))
                }
            } else {
                p(.class("quiet")) {
                    Text(zh: "为事项填写“投入代价”和“长短期”后显示。", en: "Shown once items have an effort and a horizon.")
                }
            }
        }
    }

    private static func table(_ ranking: PriorityRanking) -> HTML {
        let places = Dictionary(uniqueKeysWithValues: ranking.ranked.enumerated().map { ($1.id, $0 + 1) })
        return DataTable(
            title, rows: ranking.ranked,
            columns: [
                .init(Text(zh: "名次", en: "Rank"), figure: true) { item in
                    HTML(verbatim: item.total == nil ? "—" : String(places[item.id] ?? 0))
                },
                .init(Text(zh: "事项", en: "Item")) { item in
                    a(.href(RecordDesk.path(item.record))) { item.record.title }
                    if !item.missing.isEmpty {
                        span(.class("cell-sub")) {
                            Text(
                                zh: "未打分：\(item.missing.map(\.zh).joined(separator: "、"))",
                                en: "Not judged: \(item.missing.map(\.en).joined(separator: ", "))")
                        }
                    }
                },
                .init(Text(zh: "类型", en: "Kind")) { item in choice(item.record, "kind") },
                .init(Text(zh: "长短期", en: "Horizon")) { item in choice(item.record, "horizon") },
                .init(Text(zh: "加权得分", en: "Score"), figure: true) { item in
                    HTML(verbatim: item.score.map { Figure.decimal($0, 2) } ?? "—")
                },
                .init(Text(zh: "SWOT 修正", en: "SWOT"), figure: true) { item in
                    HTML(verbatim: item.swot == 0 ? "—" : (item.swot > 0 ? "+" : "") + Figure.decimal(item.swot, 2))
                },
                .init(Text(zh: "建议倾斜", en: "Tilt"), figure: true) { item in
                    span(.class(item.tilt > 0 ? "better" : item.tilt < 0 ? "worse" : "quiet")) {
                        Figure.change(item.tilt)
                    }
                },
            ]
        ).html
    }

    private static func choice(_ record: Record, _ field: String) -> HTML {
        guard case .text(let code) = record[field] else { return span(.class("quiet")) { "—" } }
        return RecordCell.choice(record.type.field(field)?.kind.choiceList.first { $0.id == code }, code)
    }

    private static func empty(_ visit: Visit) -> HTML {
        card {
            emptyState(
                "scale", Text(zh: "还没有待排序的事项", en: "Nothing to rank yet"),
                Text(
                    zh: "写下争夺资源的市场、产品线或举措，按 1–5 打分，系统给出名次与倾斜建议。",
                    en: "Write down markets, product lines and moves, and judge each from 1 to 5.")
            ) {
                if visit.may(.edit, .plan) {
                    a(.class("btn btn-primary"), .href("/plan/records/priority_item/new")) {
                        Text(zh: "新建事项", en: "New item")
                    }
                    a(.class("btn"), .href("/plan/records/priority_item")) {
                        Text(zh: "采用参考内容", en: "Begin from samples")
                    }
                }
            }
        }
    }
}
