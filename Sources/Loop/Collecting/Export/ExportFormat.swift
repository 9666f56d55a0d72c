package import Kernel

/// What an export is written as.
package enum ExportFormat: String, Sendable, CaseIterable, Codable {
    case csv, xlsx, parquet

    package var name: Text { Text(verbatim: rawValue.uppercased()) }
    package var contentType: String {
        switch self {
        case .csv: "text/csv; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .parquet: "application/vnd.apache.parquet"
        }
    }
}
