import Kernel
import Planning
import Records

/// Five by five fields, the redder the heavier, with the risks in them.
struct RiskMapPart {
    let standings: [RiskStanding]

    var html: HTML {
        div(
            .class("table-scroll"), .attribute("tabindex", "0"), .role("region"),
            .label(Text(zh: "风险热力图", en: "Risk map"))
        ) {
            table(.class("matrix-grid risk-map")) {
                HTMLTags.caption { Text(zh: "风险热力图", en: "Risk map") }
                thead {
                    tr {
                        th(.scope("col")) { Text(zh: "可能性 ＼ 影响", en: "Likelihood ＼ impact") }
                        for impact in 1...5 { th(.scope("col")) { Self.step(impact) } }
                    }
                }
                tbody {
                    for likelihood in (1...5).reversed() {
                        tr {
                            th(.scope("row")) { Self.step(likelihood) }
                            for impact in 1...5 { cell(likelihood, impact) }
                        }
                    }
                }
            }
            if standings.contains(where: { $0.weight == 0 }) {
                p(.class("quiet small")) {
                    Text(zh: "未打分：", en: "Not scored: ")
                    for standing in standings where standing.weight == 0 {
                        a(.href(RecordDesk.path(standing.record))) { standing.record.code }
                        " "
                    }
                }
            }
        }
    }

    private func cell(_ likelihood: Int, _ impact: Int) -> HTML {
        let weight = likelihood * impact
        let level = weight >= 15 ? "high" : weight >= 8 ? "middle" : "low"
        return td(.class("risk-\(level)")) {
            span(.class("quiet small num")) { weight }
            for standing in standings where standing.likelihood == likelihood && standing.impact == impact {
                a(.class("risk-entry risk-\(standing.record.state)"), .href(RecordDesk.path(standing.record))) {
                    if standing.record.state != "watched" { icon("alert-triangle") }
                    span(.class("risk-code")) { standing.record.code }
                    span(.class("risk-title")) { standing.record.title }
                }
            }
        }
    }

    private static func step(_ step: Int) -> HTML {
        HTML {
            step
            span(.class("risk-word")) { word(step) }
        }
    }

    private static func word(_ step: Int) -> Text {
        let words = [
            Text(zh: "很低", en: "very low"), Text(zh: "低", en: "low"), Text(zh: "中", en: "medium"),
            Text(zh: "高", en: "high"), Text(zh: "很高", en: "very high"),
        ]
        return Text(verbatim: " ") + words[step - 1]
    }
}
