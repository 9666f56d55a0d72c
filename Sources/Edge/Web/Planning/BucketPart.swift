import Kernel
import Planning
import Records

/// Strategic buckets: two bars each, planned and actual (PP-07).
enum BucketPart {
    static func html(_ visit: Visit, _ reader: RecordAuthor) async throws -> HTML {
        let records = visit.app.desk.records
        guard let type = records.catalog.type("strategic_bucket"),
            let projectType = records.catalog.type("development_project")
        else { return HTML() }
        let buckets = try await records.list(type, RecordQuery(), limit: 500, for: reader).records
        let projects = try await records.list(projectType, RecordQuery(), limit: 2_000, for: reader).records
        let policies = BucketShares.all(buckets, projects)
        if policies.isEmpty {
            return card {
                emptyState(
                    "chart-pie", Text(zh: "还没有战略桶", en: "No buckets yet"),
                    Text(
                        zh: "先定义各桶与计划占比（合计 100%），再把研发项目归桶。",
                        en: "Define buckets that total 100 %, then charge projects to them.")
                ) { a(.class("btn btn-primary"), .href(RecordDesk.path(type))) { Text(zh: "去定义", en: "Define them") } }
            }
        }
        let currency = visit.app.currency
        return HTML { for policy in policies { part(policy, currency) } }
    }

    private static func part(_ policy: BucketShares, _ currency: Currency) -> HTML {
        card(Text(verbatim: "\(policy.policy) \(policy.year)"), note: note) {
            if !policy.isWhole {
                notice(
                    .warning,
                    Text(
                        zh: "各桶计划占比合计 \(Figure.percent(policy.plannedTotal))，应为 100%。请修改其中一个桶。",
                        en:
                            "The planned shares total \(Figure.percent(policy.plannedTotal)) instead of 100 %. Change one of the buckets."
                    ))
            }
            for row in policy.rows { bucket(row, currency) }
        }
    }

    private static let note = Text(
        zh: "条形为各桶研发项目预算的实际占比，竖线为计划占比。",
        en: "Bars: the part of the projects' budgets charged to each bucket; the mark: what was planned.")

    private static func counted(_ projects: Int) -> String { projects == 1 ? "1 project" : "\(projects) projects" }

    private static func bucket(_ row: BucketShares.Row, _ currency: Currency) -> HTML {
        div(.class("bucket")) {
            div(.class("row-wrap")) {
                a(.class("record-link"), .href(RecordDesk.path(row.bucket))) {
                    span(.class("record-code")) { row.bucket.code }
                    row.bucket.title
                }
                if row.isOff { badge(Text(zh: "偏离计划", en: "Off plan"), .attention) }
                span(.class("quiet small")) {
                    row.budget > 0
                        ? Text(zh: "\(row.projects) 个项目，预算 ", en: "\(counted(row.projects)), ")
                            + Figure.shortMoney(Money(minorUnits: row.budget, currency: currency))
                        : Text(zh: "\(row.projects) 个项目，尚未填预算", en: "\(counted(row.projects)) without a budget yet")
                }
            }
            div(.class("bucket-bars")) {
                span(.class("num")) { row.actual.map { Figure.percent($0) } ?? "—" }
                shareBar(row.actual ?? 0, tone: row.isOff ? "warn" : "good", mark: row.planned)
                span(.class("num quiet nowrap")) {
                    Text(zh: "计划 ", en: "planned ")
                    Figure.percent(row.planned, 0)
                }
            }
        }
    }
}
