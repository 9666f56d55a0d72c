import Kernel
import Planning
import Records

/// Regions by weighted score with sensitivity (RG-01), and the order of entry abroad (RG-05).
enum RegionRankPages {
    static let path = "/plan/region-ranking"

    static func routes(_ app: AppContext) -> [Route] {
        [
            .get(path, .allowed(.view, .plan)) { visit in .page(try await page(visit)) }
        ]
    }

    private static let overseas = path + "?tab=overseas"

    static let analyses = [
        Analysis(
            area: "regions", path: path, icon: "map-2", title: Text(zh: "区域选择", en: "Region ranking"),
            meaning: Text(zh: "按加权得分给候选区域排名，并说明名次是否稳固。", en: "Candidates by weighted score, and how firm the order is.")
        ),
        Analysis(
            area: "regions", path: overseas, icon: "globe", title: Text(zh: "海外进入顺序", en: "Order of entry abroad"),
            meaning: Text(
                zh: "按就绪度排出进入顺序，对照收入占比 30% 的目标。", en: "Markets by readiness, beside the aim of 30 % of revenue.")),
    ]

    private static func page(_ visit: Visit) async throws -> Page {
        let isAbroad = visit.query.text("tab") == "overseas"
        let reader = try RecordDesk.author(visit)
        let body = isAbroad ? try await OverseasPart.html(visit, reader) : try await home(visit, reader)
        var page = Page(
            Text(zh: "区域选择", en: "Region ranking"), pretitle: Text(zh: "区域与海外", en: "Regions and overseas"),
            lead: Text(
                zh: "按权重打分排序，并说明权重变化时名次是否稳固。",
                en: "Ranked by weighted scores, with how firm the order is when weights move.")
        ) {
            tabs(
                [
                    (Text(zh: "国内区域", en: "Regions"), path, !isAbroad),
                    (Text(zh: "海外市场", en: "Overseas"), overseas, isAbroad),
                ], label: Text(zh: "范围", en: "Scope"))
            body
        }
        page.marked = "/plan/regions"
        return page
    }

    private static func home(_ visit: Visit, _ reader: RecordAuthor) async throws -> HTML {
        let records = visit.app.desk.records
        guard let type = records.catalog.type("region_score") else { return HTML() }
        let kept = try await ScoreModel.of(type, records, for: reader)
        let tried = kept.weighted(weights(visit, kept))
        let regions = try await records.list(
            type, RecordQuery([.state(["open", "watching"])]), limit: 500, for: reader
        ).records
        if regions.isEmpty {
            return card {
                emptyState(
                    "map-2", Text(zh: "还没有候选区域", en: "No regions yet"),
                    Text(
                        zh: "为每个候选区域填写市场、竞争、政策与基础设施得分。",
                        en: "Score each candidate on market, competition, policy and infrastructure.")
                ) {
                    if reader.may(.edit, type) {
                        a(.class("btn btn-primary"), .href(RecordDesk.path(type) + "/new")) {
                            Text(zh: "添加区域", en: "Add a region")
                        }
                    }
                }
            }
        }
        return RankingPart(
            ranking: Ranking(regions, by: tried), kept: kept, address: path,
            addPath: reader.may(.edit, type) ? RecordDesk.path(type) + "/new" : nil
        ).html
    }

    /// Weights that somebody tries out, in per cent: `w.market_score=40`.
    private static func weights(_ visit: Visit, _ model: ScoreModel) -> [String: Double] {
        Dictionary(
            uniqueKeysWithValues: model.criteria.compactMap { criterion in
                Double(visit.query.text("w.\(criterion.id)")).flatMap {
                    $0.isFinite && $0 >= 0 ? (criterion.id, $0 / 100) : nil
                }
            })
    }
}
