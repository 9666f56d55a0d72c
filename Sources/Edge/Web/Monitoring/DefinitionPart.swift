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

    /// Each source with how far it reaches and when it came.
    private var sources: HTML {
        facts(
            metric.sources.map { table in
                let source = state.source(table)
                let day = source?.days?.lastDay.description
                let moment = source?.loadedAt.map { Figure.moment($0, in: zone) }
                let value = HTML {
                    code { table.id }
                    if let day { span(.class("cell-sub")) { Text(zh: "数据截至 \(day)", en: "Data to \(day)") } }
                    if let moment { span(.class("cell-sub")) { Text(zh: "载入于 \(moment)", en: "Loaded \(moment)") } }
                }
                return (Text(zh: "来源：", en: "Source: ") + table.name, value)
            })
    }

    private var questions: [(id: String, sql: String)] { metric.canonicalQuestions }
}
