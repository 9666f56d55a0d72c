import Collecting
import Engine
import Kernel
import Records
import Warehouse

/// What was loaded when, the newest first.
enum LoadPages {
    static let path = "/data/loads"
    private static let title = Text(zh: "导入记录", en: "Loads")

    private struct Load: Sendable {
        let id: Int64
        let kind: String
        let source: String
        let finishedAt: Instant?
        let rows: Int64
        let quarantined: Int64
    }

    static func routes(_ app: AppContext) -> [Route] {
        [
            .get(path, .allowed(.view, .sourceData), menu: MenuEntry(.data, title, order: 20)) { visit in
                let slice = PageOfList(visit.query)
                let engine = visit.app.warehouse.engine
                let total = try await engine.query("SELECT count(*) AS n FROM load").single().int("n")
                return .page(page(try await loads(engine, slice), slice, Int(total), visit))
            },
            file.route,
        ]
    }

    private static let file = ListExport(path, seenBy: .allowed(.view, .sourceData), exporting: .sourceData) { visit in
        let kinds = ["import", "paste", "demo"].map { (code: $0, name: kind($0)[visit.language]) }
        let columns = [
            visit.column("load_id", Text(zh: "批次", en: "Load")),
            .named("kind", Text(zh: "类型", en: "Kind")[visit.language], kinds),
            visit.column("source", Text(zh: "来源", en: "Source")),
            .local("started_at", Text(zh: "开始时间", en: "Started")[visit.language], visit.app.zone),
            .local("finished_at", Text(zh: "完成时间", en: "Finished")[visit.language], visit.app.zone),
            visit.column("row_count", Text(zh: "写入行数", en: "Rows written")),
            visit.column("quarantined", Text(zh: "隔离行数", en: "Quarantined")),
        ]
        let sql = """
            SELECT load_id, kind, source, started_at, finished_at, row_count, quarantined FROM load ORDER BY load_id DESC
            """
        return ExportSheet(
            "load", name: title[visit.language], columns: columns, asking: sql, notes: [visit.zoneNote])
    }

    private static func loads(_ engine: Engine, _ slice: PageOfList) async throws -> [Load] {
        let table = try await engine.query(
            """
            SELECT load_id, kind, source, finished_at, row_count, quarantined FROM load \
            ORDER BY load_id DESC LIMIT ? OFFSET ?
            """, [.int(Int64(slice.size)), .int(Int64(slice.offset))])
        return try table.rows.map { row in
            Load(
                id: try row.int("load_id"), kind: try row.optionalText("kind") ?? "",
                source: try row.optionalText("source") ?? "", finishedAt: try row.optionalInstant("finished_at"),
                rows: try row.optionalInt("row_count") ?? 0, quarantined: try row.optionalInt("quarantined") ?? 0)
        }
    }

    private static func page(_ loads: [Load], _ slice: PageOfList, _ total: Int, _ visit: Visit) -> Page {
        Page(title, pretitle: Step.data.name) {
            card(nil, flush: true) {
                if loads.isEmpty {
                    emptyState(
                        "history", Text(zh: "还没有导入过数据", en: "Nothing was loaded yet"),
                        Text(zh: "每次导入改动了数据后，会在这里留下一条记录。", en: "Each import that changes data is listed here.")
                    ) {
                        if visit.may(.import, .sourceData) {
                            a(.class("btn btn-primary"), .href(ImportPages.path)) {
                                Text(zh: "导入文件", en: "Import a file")
                            }
                        }
                    }
                } else {
                    table(loads, visit.app.zone)
                    slice.links(total: total, visit)
                }
            }
        }
        .footnote(
            Text(
                zh: "时间按时区 \(visit.app.zone.identifier) 显示。", en: "Times are in the zone \(visit.app.zone.identifier).")
        ).actions { file.menu(visit) }
    }

    private static func table(_ loads: [Load], _ zone: BusinessZone) -> HTML {
        DataTable(
            title, rows: loads,
            columns: [
                .init(Text(zh: "批次", en: "Load"), figure: true) { String($0.id) },
                .init(Text(zh: "来源", en: "Source")) { load in
                    load.source
                    span(.class("cell-sub")) { kind(load.kind) }
                },
                .init(Text(zh: "完成时间", en: "Finished")) { load in
                    span(.class("num nowrap")) { load.finishedAt.map { Figure.moment($0, in: zone) } ?? "—" }
                },
                .init(Text(zh: "写入行数", en: "Rows written"), figure: true) { Figure.grouped($0.rows) },
                .init(Text(zh: "隔离行数", en: "Quarantined"), figure: true) { Figure.grouped($0.quarantined) },
            ]
        ).html
    }

    private static func kind(_ kind: String) -> Text {
        switch kind {
        case "import": Text(zh: "文件导入", en: "File")
        case "paste": Text(zh: "粘贴", en: "Pasted")
        case "demo": Text(zh: "演示公司", en: "Demonstration company")
        default: Text(verbatim: kind)
        }
    }
}
