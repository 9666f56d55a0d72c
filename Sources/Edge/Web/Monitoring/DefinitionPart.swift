import Kernel
import Monitoring
import Warehouse

/// How a metric is defined: in words, as SQL, with its sources, owner, freshness and zone.
struct DefinitionPart {
    let metric: Metric
    let state: RollUpState
    let zone: BusinessZone

    var html: HTML {
        card(Text(zh: "指标口径", en: "Definition")) {
            facts([
                (Text(zh: "公式", en: "Formula"), HTML(metric.formula.text)),
                (Text(zh: "编号", en: "Id"), code { metric.id }),
                (
                    Text(zh: "单位与方向", en: "Unit and direction"),
                    HTML(metric.unit.name + Text(zh: "，", en: ", ") + metric.direction.name)
                ),
                (Text(zh: "口径负责人", en: "Owner"), HTML(metric.owner.name)),
                (Text(zh: "可拆分维度", en: "Dimensions"), HTML(dimensions)),
                (Text(zh: "时区", en: "Time zone"), HTML(verbatim: zone.identifier)),
            ])
            sources
            for question in questions {
                details {
                    summary { Text(zh: "查看 SQL（\(question.id)）", en: "Show the SQL (\(question.id))") }
                    pre { code(.class("code")) { question.sql } }
                }
            }
        }
    }

    private var dimensions: Text {
        let names = metric.dimensions.map(\.name)
        return Text(zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
    }

    private var sources: HTML {
        DataTable(
            Text(zh: "数据来源", en: "Sources"), rows: metric.sources,
            columns: [
                .init(Text(zh: "来源", en: "Source")) { table in
                    table.name
                    " "
                    code { table.id }
                },
                .init(Text(zh: "数据截至", en: "Data to"), figure: true) { [state] table in
                    state.source(table)?.days?.lastDay.description ?? "—"
                },
                .init(Text(zh: "载入时间", en: "Loaded"), figure: true) { [state, zone] table in
                    state.source(table)?.loadedAt.map { Figure.moment($0, in: zone) } ?? "—"
                },
            ]
        ).html
    }

    private var questions: [(id: String, sql: String)] { metric.canonicalQuestions }
}
