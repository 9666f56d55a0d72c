import Kernel
import Planning
import Records
import Warehouse

/// Market share by segment and period, beside the growth of the market, its path and its levers (S-02).
enum SharePages {
    static let path = "/plan/market-share"
    static let title = Text(zh: "市场份额", en: "Market share")

    static func routes(_ app: AppContext) -> [Route] {
        [
            .get(path, .allowed(.view, .plan)) { visit in .page(try await overview(visit)) },
            .get(path + "/:number", .allowed(.view, .plan)) { visit in .page(try await SharePage.page(visit)) },
        ]
    }

    static let analyses = [
        Analysis(
            area: "market", path: path, icon: "chart-pie", title: title,
            meaning: Text(
                zh: "分细分看份额走势、跑赢还是跑输市场、离目标路径多远。",
                en: "By segment: the course of our share, faster or slower than the market, how far from the path."))
    ]

    static func path(_ share: SegmentShare) -> String { "\(path)/\(share.segment.record.number)" }

    static func room(_ visit: Visit) async throws -> ShareRoom {
        let records = visit.app.desk.records
        return try await ShareRoom.read(
            MarketShareReader(records, visit.app.warehouse), records, within: regions(visit),
            for: try RecordDesk.author(visit))
    }

    /// The regions whose sales the reader may see; `nil`: all.
    private static func regions(_ visit: Visit) throws -> Set<String>? {
        switch try visit.scope(.view, .board) {
        case .all: nil
        case .only(let regions, _): regions
        }
    }

    static func mayEdit(_ visit: Visit) throws -> Bool {
        let reader = try RecordDesk.author(visit)
        return visit.app.desk.records.catalog.type("segment_size").map { reader.may(.edit, $0) } ?? false
    }

    private static func overview(_ visit: Visit) async throws -> Page {
        let room = try await room(visit)
        let mayEdit = try mayEdit(visit)
        var page = Page(
            title, pretitle: Text(zh: "市场与竞争", en: "Market and rivals"),
            lead: Text(
                zh: "份额＝我方净销售额 ÷ 同一细分、同一期间的市场销售额。",
                en: "Our net sales by those of the market, in the same segment and period."), hasCharts: true
        ) {
            if room.shares.isEmpty {
                empty(mayEdit)
            } else {
                SharePart(room: room, currency: visit.app.currency, mayEdit: mayEdit).html
            }
        }.actions { if mayEdit, !room.shares.isEmpty { actions(nil) } }
            .footnote(footnote(visit))
        page.marked = PricePages.area
        return page
    }

    @HTMLBuilder static func actions(_ share: SegmentShare?) -> HTML {
        a(.class("btn"), .href(RecordSheetPages.path(.segmentSize))) {
            icon("upload")
            Text(zh: "导入规模", en: "Import sizes")
        }
        a(.class("btn btn-primary"), .href(newSize(share)), .attribute("data-shortcut", "n")) {
            icon("plus")
            Text(zh: "录入规模", en: "Enter a size")
        }
    }

    static func newSize(_ share: SegmentShare?) -> String {
        let chosen = share.map { "?" + FieldValues([("segment", $0.segment.record.code)]).encoded } ?? ""
        return RecordDesk.path(.segmentSize) + "/new" + chosen
    }

    static func footnote(_ visit: Visit) -> Text {
        Text(
            zh:
                "只计算数据完整覆盖的期间；同比要求去年同期的规模恰好由已录入的各期拼成，不按天摊算。时区：\(visit.app.zone.identifier)",
            en:
                "Only periods that the data cover in full have a share; growth needs sizes that make up just the same days of the year before, nothing is spread over days. Time zone: \(visit.app.zone.identifier)"
        )
    }

    private static func empty(_ mayEdit: Bool) -> HTML {
        card {
            emptyState(
                "chart-pie", Text(zh: "还没有份额细分", en: "No segments yet"),
                Text(
                    zh: "先划出要看的细分（品类、渠道、区域），再录入各期市场销售额，我方销售额自动读取。",
                    en:
                        "Say which segments to look at (category, channel, region) and enter what the market sold; our sales are read by themselves."
                )
            ) {
                if mayEdit {
                    a(.class("btn btn-primary"), .href(RecordDesk.path(.marketSegment) + "/new")) {
                        Text(zh: "新建细分", en: "New segment")
                    }
                }
            }
        }
    }
}
