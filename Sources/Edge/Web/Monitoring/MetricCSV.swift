import Kernel
import Monitoring
import Warehouse

/// A metric's trend and breakdown as a file that spreadsheets open: UTF-8 with a byte order mark.
enum MetricCSV {
    static func reply(_ metric: Metric, _ visit: Visit, _ desk: MetricDesk) async throws -> Reply {
        let look = try MetricView(visit)
        guard let last = try await RollUpState.read(from: desk.warehouse).lastDay else {
            throw MonitoringProblem.noData
        }
        let day = min(look.day ?? last, last)
        let by = Dimension(rawValue: visit.query.text("by"))
        let periods = ComparedPeriods(look.grain, upTo: day, historyCount: MetricTrend.length(look.grain))
        let request = try MetricReportRequest(
            metric: metric.id, from: periods.history.first?.start.description, to: day.description,
            grain: look.grain.rawValue,
            by: by?.rawValue, filters: look.filters, lastDay: last)
        let report = try await desk.board.report(request)
        let language = visit.language
        return .download("\(metric.name[language])-\(day).csv", type: "text/csv; charset=utf-8") { outlet in
            try await outlet.write("\u{FEFF}" + lines(report, language).joined(separator: "\r\n") + "\r\n")
        }
    }

    private static func lines(_ report: MetricReport, _ language: Language) -> [String] {
        let head = [
            Text(zh: "指标", en: "Metric"), Text(zh: "成员", en: "Member"), Text(zh: "起始日", en: "From"),
            Text(zh: "截止日", en: "To"),
            Text(zh: "数值", en: "Value"), Text(zh: "说明", en: "Note"), Text(zh: "时区", en: "Time zone"),
        ].map { $0[language] }
        let rows = report.series.flatMap { series in
            series.values.map { value in
                [
                    report.name[language], series.name?[language] ?? "", value.from, value.to,
                    value.value.map { "\($0)" } ?? "",
                    value.unavailable?[language] ?? "", report.timeZone,
                ]
            }
        }
        return ([head] + rows).map { $0.map(quoted).joined(separator: ",") }
    }

    /// Quoted where needed; a cell that a spreadsheet would take for a formula is given an apostrophe.
    static func quoted(_ cell: String) -> String {
        let isFormula =
            cell.first.map { "=@\t\r".contains($0) } ?? false
            || (cell.first.map { "+-".contains($0) } ?? false && Double(cell) == nil)
        let safe = isFormula ? "'" + cell : cell
        let needsQuotes = safe.contains { ",\"\n\r".contains($0) }
        return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
    }
}
