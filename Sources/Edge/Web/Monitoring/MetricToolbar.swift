import Kernel
import Monitoring
import Warehouse

/// Grain, last day and the filters in force; each filter can be taken off.
struct MetricToolbar {
    let metric: Metric
    let look: MetricView
    let day: Day

    var html: HTML {
        div(.class("row-wrap")) {
            tabs(
                Grain.allCases.map { ($0.name, MetricPages.path(metric) + look.query(grain: $0), $0 == look.grain) },
                label: Text(zh: "周期", en: "Grain"))
            queryForm(MetricPages.path(metric), .class("row-wrap board-form")) {
                input(.type("hidden"), .name("grain"), .value(look.grain.rawValue))
                for filter in look.chosen {
                    for member in filter.members {
                        input(
                            .type("hidden"), .name(filter.dimension.rawValue),
                            .value(member.isEmpty ? MetricView.blank : member))
                    }
                }
                label {
                    span(.class("visually-hidden")) { Text(zh: "截至日期", en: "Up to") }
                    input(.class("form-control"), .type("date"), .name("to"), .value(day.description))
                }
                button(.class("btn"), .type("submit")) { Text(zh: "应用", en: "Apply") }
            }
            for filter in look.chosen {
                a(
                    .class("mark mark-busy"), .href(MetricPages.path(metric) + look.query(dropping: filter.dimension)),
                    .title(Text(zh: "取消此筛选", en: "Take this filter off"))
                ) {
                    filter.dimension.name
                    Text(zh: "：", en: ": ")
                    for member in filter.members { filter.dimension.text(of: member) }
                    icon("x")
                }
            }
        }
    }
}
