import Collecting
import Foundation
import Kernel

/// What `yunchou import --json` prints for each file.
struct LoadReportJSON {
    let text: String

    init(_ report: LoadReport, _ language: Language) {
        let counts = report.counts
        let reasons = report.reasons.map {
            "{\"column\":\(JSONText.quoted($0.column)),\"reason\":\"\($0.reason.rawValue)\",\"rows\":\($0.rows)}"
        }
        let fields = [
            "\"file\":\(JSONText.quoted(report.file))", "\"into\":\"\(report.target.rawValue)\"",
            "\"mapping\":\(JSONText.quoted(report.mapping))", "\"load_id\":\(report.loadID.map(String.init) ?? "null")",
            "\"read\":\(counts.read)", "\"inserted\":\(counts.inserted)", "\"updated\":\(counts.updated)",
            "\"unchanged\":\(counts.unchanged + counts.kept)", "\"quarantined\":\(counts.quarantined)",
            "\"first_day\":\(report.firstDay.map { JSONText.quoted($0.description) } ?? "null")",
            "\"last_day\":\(report.lastDay.map { JSONText.quoted($0.description) } ?? "null")",
            "\"reasons\":[\(reasons.joined(separator: ","))]",
            "\"quarantine\":\(report.quarantine.map { JSONText.quoted($0.path) } ?? "null")",
            "\"loaded_before\":\(report.wasLoadedBefore)", "\"trial\":\(report.isTrial)",
            "\"seconds\":\(report.elapsed.inSeconds)",
        ]
        text = "{" + fields.joined(separator: ",") + "}"
    }
}
