import Collecting
import Engine
import Kernel
import Records
import Store
import Warehouse

/// The canonical tables, how many rows each has, and each as a file. Whole tables go only to those who may see all rows;
/// what leads to a single person only to those who may export contact details.
enum TablePages {
    static let path = "/data/tables"
    private static let title = Text(zh: "数据导出", en: "Export")
    private static let personal: Set<String> = ["name", "phone", "email", "birth_on"]

    static func routes(_ app: AppContext) -> [Route] {
        [
            .get(path, .allowed(.export, .sourceData), menu: MenuEntry(.data, title, order: 30)) { visit in
                try requireAllRows(visit)
                return .page(page(try await counts(visit), visit))
            },
            .get(path + "/:table/:format", .allowed(.export, .sourceData)) { visit in
                try requireAllRows(visit)
                guard let table = CanonicalTable.named(visit["table"]), isOffered(table, visit),
                    let format = ExportFormat(rawValue: visit["format"])
                else { throw WebProblem.pageUnknown }
                return try await export(table, format, visit)
            },
        ]
    }

    private static func requireAllRows(_ visit: Visit) throws {
        guard try visit.scope(.export, .sourceData) == .all else {
            throw AccessProblem.forbidden(.export, .sourceData)
        }
    }

    /// The table of phone numbers and other marks of a person is nothing but contact details.
    private static func isOffered(_ table: CanonicalTable, _ visit: Visit) -> Bool {
        table.id != "identity" || visit.may(.export, .contact)
    }

    private static func columns(_ table: CanonicalTable, _ visit: Visit) -> [String] {
        let names = table.columns.map(\.name)
        return table.id == "customer" && !visit.may(.export, .contact) ? names.filter { !personal.contains($0) } : names
    }

    private static func counts(_ visit: Visit) async throws -> [(table: CanonicalTable, rows: Int64)] {
        let tables = CanonicalTable.all.filter { isOffered($0, visit) }
        let parts = tables.map { "SELECT '\($0.id)' AS id, count(*) AS n FROM \($0.id)" }
        let found = try await visit.app.warehouse.engine.query(parts.joined(separator: " UNION ALL "))
        let rows = try Dictionary(found.rows.map { (try $0.text("id"), try $0.int("n")) }) { first, _ in first }
        return tables.map { ($0, rows[$0.id] ?? 0) }
    }

    /// As they are stored, so that they can be imported again: no notes, minor units, UTC.
    private static func export(_ table: CanonicalTable, _ format: ExportFormat, _ visit: Visit) async throws -> Reply {
        let names = columns(table, visit)
        let sheet = ExportSheet(
            table.id, name: table.id, columns: names.map { ExportColumn($0, $0) },
            asking: "SELECT \(names.joined(separator: ", ")) FROM \(table.id)")
        return try await ExportDesk.deliver(sheet, format, visit)
    }

    private static func page(_ tables: [(table: CanonicalTable, rows: Int64)], _ visit: Visit) -> Page {
        Page(
            title, pretitle: Step.data.name,
            lead: Text(
                zh: "整表导出为 CSV、XLSX 或 Parquet。每次导出都会记入审计日志。",
                en: "Whole tables as CSV, XLSX or Parquet. Each export is entered in the audit log.")
        ) {
            if !visit.may(.export, .contact) {
                notice(
                    .warning,
                    Text(
                        zh: "您没有导出联系方式的权限，客户表中不含姓名、手机、邮箱和生日。",
                        en:
                            "You may not export contact details: names, phones, e-mail addresses and birthdays are left out of the customers."
                    ))
            }
            card(nil, flush: true) { list(tables) }
        }
        .footnote(Text(zh: "金额以最小货币单位（分）存储，时间为 UTC。", en: "Amounts are in minor units, times in UTC."))
    }

    private static func list(_ tables: [(table: CanonicalTable, rows: Int64)]) -> HTML {
        DataTable(
            title, rows: tables,
            columns: [
                .init(Text(zh: "数据表", en: "Table")) { row in
                    row.table.name
                    span(.class("cell-sub")) { code { row.table.id } }
                },
                .init(Text(zh: "行数", en: "Rows"), figure: true) { Figure.grouped($0.rows) },
                .init(Text(zh: "导出", en: "Export")) { row in
                    span(.class("row-wrap")) {
                        for format in ExportFormat.allCases {
                            a(
                                .class("btn"), .href(path + "/\(row.table.id)/\(format.rawValue)"),
                                .label(row.table.name + Text(verbatim: " ") + format.name)
                            ) { format.name }
                        }
                    }
                },
            ]
        ).html
    }
}
