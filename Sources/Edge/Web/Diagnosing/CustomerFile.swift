import Diagnosing
import Engine
import Kernel

/// The CSV of a run's customers: UTF-8 with a mark, so that Excel reads it; written batch by batch.
struct CustomerFile: Sendable {
    let export: RFMExport
    let schemes: [TierScheme]
    let currency: Currency
    let language: Language

    private static let figures = ["recency_days", "frequency", "monetary_fen", "r_score", "f_score", "m_score"]

    func write(from engine: Engine, to outlet: Outlet) async throws {
        try await outlet.write("\u{FEFF}" + Self.line(headings))
        for try await batch in try await engine.stream(export.sql, export.values) {
            var text = ""
            for row in 0..<batch.rowCount { text += Self.line(try cells(batch, row)) }
            try await outlet.write(text)
        }
    }

    private var headings: [String] {
        let fixed = [
            Text(zh: "客户编号", en: "Customer no."), Text(zh: "大区", en: "Region"), Text(zh: "城市", en: "City"),
            Text(zh: "渠道", en: "Channel"), Text(zh: "最近消费天数", en: "Recency days"), Text(zh: "订单数", en: "Orders"),
            Text(zh: "实付金额（\(currency.code)）", en: "Amount paid (\(currency.code))"),
            Text(verbatim: "R"), Text(verbatim: "F"), Text(verbatim: "M"),
        ]
        return (fixed + schemes.map(\.name)).map { $0[language] }
    }

    private func cells(_ batch: Batch, _ row: Int) throws -> [String] {
        func text(_ column: String) throws -> String {
            switch try batch.value(column, row) {
            case .text(let text): text
            case .int(let number): String(number)
            default: ""
            }
        }
        let region = try text("region")
        let place = [
            try text("customer_no"), region.isEmpty ? "" : RegionText.of(region)[language], try text("city"),
            try text("channel"),
        ]
        let figures = try Self.figures.map { column in
            column == "monetary_fen" ? amount(try text(column)) : try text(column)
        }
        let tiers = try schemes.enumerated().map { index, scheme in
            scheme.tier(try text("tier_\(index + 1)"))?.name[language] ?? ""
        }
        return place.map(Self.harmless) + figures + tiers
    }

    /// Minor units to an amount with a point: `1234` → `12.34`.
    private func amount(_ minor: String) -> String {
        guard let units = Int64(minor), currency.decimals > 0 else { return minor }
        let digits = padded(units.magnitude, currency.decimals + 1)
        return (units < 0 ? "-" : "") + digits.dropLast(currency.decimals) + "." + digits.suffix(currency.decimals)
    }

    /// A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    private static func harmless(_ cell: String) -> String {
        guard let first = cell.first, "=+-@\t\r".contains(first) else { return cell }
        return "'" + cell
    }

    private static func line(_ cells: [String]) -> String {
        cells.map { cell in
            cell.contains { "\",\n\r".contains($0) }
                ? "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
                : cell
        }.joined(separator: ",") + "\r\n"
    }
}
