import Collecting
import Kernel
import Records

/// A list that can be taken out as a file. A page declares it once; its route, its rights, its drop-down, the audit entry
/// and the background job for long lists follow.
struct ListExport: Sendable {
    /// The list's page.
    let path: String
    /// Who sees the page: the file holds no more than it.
    let seenBy: Access
    /// The right to take it out. `nil`: whoever sees the page.
    let right: (action: Action, resource: Resource)?
    let sheet: @Sendable (Visit) async throws -> ExportSheet

    /// The right is that of exporting `resource`.
    init(
        _ path: String, seenBy: Access, exporting resource: Resource?,
        _ sheet: @escaping @Sendable (Visit) async throws -> ExportSheet
    ) {
        self.path = path
        self.seenBy = seenBy
        right = resource.map { (.export, $0) }
        self.sheet = sheet
    }

    var route: Route {
        .get(path + "/export/:format", right.map { .allowed($0.action, $0.resource) } ?? seenBy) { visit in
            try seenBy.check(visit.signed)
            guard let format = ExportFormat(rawValue: visit["format"]) else { throw WebProblem.pageUnknown }
            return try await ExportDesk.deliver(try await sheet(visit), format, visit)
        }
    }

    /// The drop-down for the page's head; nothing for those who may not take the list out.
    func menu(_ visit: Visit, adding fields: [(String, String)] = [], label: Text? = nil) -> HTML {
        if let right, !visit.may(right.action, right.resource) { return HTML() }
        var query = visit.query
        query["page"] = nil
        for (name, value) in fields { query[name] = value }
        return exportMenu(visit.request.path, query, label: label)
    }
}

/// `Export ▾`: CSV, XLSX, Parquet. Works without scripts; a click beside it or Esc closes it.
func exportMenu(_ path: String, _ query: FieldValues, label: Text? = nil) -> HTML {
    let tail = query.pairs.isEmpty ? "" : "?" + query.encoded
    return details(.class("drop-down d-print-none")) {
        summary(.class("btn")) {
            icon("download")
            label ?? Text(zh: "导出", en: "Export")
        }
        div(.class("drop-sheet")) {
            for format in ExportFormat.allCases {
                a(.href(path + "/export/" + format.rawValue + tail), .attribute("rel", "nofollow"), .flag("download")) {
                    strong { format.name }
                    span(.class("cell-sub")) { use(format) }
                }
            }
        }
    }
}

private func use(_ format: ExportFormat) -> Text {
    switch format {
    case .csv: Text(zh: "通用文本，Excel 可直接打开", en: "Plain text, opens in Excel")
    case .xlsx: Text(zh: "Excel 工作簿，另附口径说明页", en: "Excel workbook with a sheet of notes")
    case .parquet: Text(zh: "列式文件，适合数据分析工具", en: "Columnar, for data tools")
    }
}
