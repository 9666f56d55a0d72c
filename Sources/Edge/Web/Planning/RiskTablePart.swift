import Kernel
import Planning
import Records
import Warehouse

/// Each open risk with its state, what its indicator says, and the emergency plan to start.
struct RiskTablePart {
    let standings: [RiskStanding]
    let currency: Currency
    let mayEdit: Bool

    var html: HTML {
        let (currency, mayEdit) = (currency, mayEdit)
        return DataTable<RiskStanding>(
            Text(zh: "风险与预警指标", en: "Risks and their indicators"), rows: standings,
            columns: [
                .init(Text(zh: "风险", en: "Risk")) { standing in
                    a(.class("record-link"), .href(RecordDesk.path(standing.record))) {
                        span(.class("record-code")) { standing.record.code }
                        standing.record.title
                    }
                },
                .init(Text(zh: "等级", en: "Weight"), figure: true) {
                    HTML(verbatim: $0.weight == 0 ? "—" : String($0.weight))
                },
                .init(Text(zh: "状态", en: "State")) { RecordListPart.state($0.record) },
                .init(Text(zh: "预警指标", en: "Indicator")) { standing in
                    guard let indicator = standing.indicator else {
                        return span(.class("quiet")) { Text(zh: "未设指标或门槛", en: "None, or no threshold") }
                    }
                    return a(.href(MetricPages.path(indicator.metric))) { indicator.metric.name }
                },
                .init(Text(zh: "当前值", en: "Now"), figure: true) { standing in value(standing.indicator, currency) },
                .init(Text(zh: "门槛", en: "Threshold"), figure: true) { standing in
                    HTML(verbatim: standing.indicator.map { threshold($0, currency) } ?? "—")
                },
                .init(Text(zh: "应急", en: "Emergency")) { standing in mayEdit ? Self.start(standing.record) : HTML() },
            ]
        ).html
    }

    private static func start(_ risk: Record) -> HTML {
        guard case .whole? = risk["response"], risk.state != "occurred" else { return HTML() }
        return a(.class("btn btn-small"), .href(IncidentPages.startPath + "?risk=\(risk.number)")) {
            Text(zh: "启动预案", en: "Start the plan")
        }
    }
}

private func value(_ indicator: RiskStanding.Indicator?, _ currency: Currency) -> HTML {
    guard let indicator else { return HTML(verbatim: "—") }
    guard let value = indicator.value else {
        return span(.class("quiet"), .title(indicator.reason?.text ?? Text(verbatim: ""))) {
            Text(zh: "无法计算", en: "not computable")
        }
    }
    let shown = MetricFigure.full(value, indicator.metric.unit, currency)
    return indicator.isBeyond == true
        ? HTML { span(.class("worse")) { icon("alert-triangle") + HTML(verbatim: shown) } } : HTML(verbatim: shown)
}

private func threshold(_ indicator: RiskStanding.Indicator, _ currency: Currency) -> String {
    (indicator.isUpper ? "> " : "< ") + MetricFigure.full(indicator.threshold, indicator.metric.unit, currency)
}
