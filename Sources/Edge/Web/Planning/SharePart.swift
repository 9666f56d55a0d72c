import Kernel
import Planning
import Records
import Warehouse

/// All segments: what is missing, their courses, the map of growth, and the table.
struct SharePart {
    let room: ShareRoom
    let currency: Currency
    let mayEdit: Bool

    var html: HTML {
        HTML {
            for share in room.shares { if let trouble = share.trouble { missing(share, trouble) } }
            if !known.isEmpty {
                course
                if mapped.isEmpty { noGrowth } else { map }
            }
            card(
                Text(zh: "逐个细分", en: "Segment by segment"),
                actions: a(.class("btn"), .href(RecordDesk.path(.marketSegment))) { Text(zh: "管理细分", en: "Segments") },
                flush: true
            ) { table }
        }
    }

    private var known: [SegmentShare] { room.shares.filter { $0.latest != nil } }
    private var mapped: [SegmentShare] { known.filter { $0.latest?.lead != nil } }

    private func missing(_ share: SegmentShare, _ trouble: Text) -> HTML {
        div(.class("stack-tight")) {
            notice(.warning, trouble)
            if mayEdit, share.points.isEmpty {
                a(.class("btn"), .href(SharePages.newSize(share))) { Text(zh: "录入规模", en: "Enter a size") }
            }
        }
    }

    /// Periods that end on one day stand over each other.
    private var course: HTML {
        let days = Set(known.flatMap { $0.points.filter { $0.share != nil }.map(\.days) })
            .sorted { ($0.end, $0.start) < ($1.end, $1.start) }
        var ends: [Day] = []
        var labels: [Text] = []
        for period in days where ends.last != period.end {
            ends.append(period.end)
            labels.append(ShareWords.period(period))
        }
        return card(Text(zh: "份额走势", en: "Shares over time")) {
            Chart(
                .trend, SharePages.title, unit: .percent, labelName: Text(zh: "期间", en: "Period"), labels: labels,
                series: known.map { share in
                    Chart.Series(
                        Text(verbatim: share.segment.record.title),
                        ends.map { end in share.points.first { $0.days.end == end }?.share })
                }
            ).html
        }
    }

    private var map: HTML {
        card(
            Text(zh: "市场增速与我方增速", en: "The market's growth and ours"),
            note: Text(
                zh: "越靠右市场长得越快；中线以上跑赢市场、份额上升。圆的大小是市场规模。",
                en:
                    "Right: a faster market; above the middle line we grow faster than it. Size: its sales."
            )
        ) {
            div(
                .class("table-scroll"), .attribute("tabindex", "0"), .role("region"),
                .label(Text(zh: "增长四象限", en: "Map of growth"))
            ) { ShareMapDrawing(shares: mapped, currency: currency).html }
        }
    }

    private var noGrowth: HTML {
        card(Text(zh: "市场增速与我方增速", en: "The market's growth and ours")) {
            p(.class("quiet")) {
                Text(
                    zh: "录入去年同期的市场规模后，这里显示每个细分跑赢还是跑输市场。",
                    en: "Enter the sizes of the year before, and this shows where we grow faster than the market.")
            }
        }
    }

    private var table: HTML {
        let currency = currency
        let room = room
        return DataTable<SegmentShare>(
            SharePages.title, rows: room.shares,
            columns: [
                .init(Text(zh: "细分", en: "Segment")) { share in
                    HTML {
                        a(.class("record-link"), .href(SharePages.path(share))) { share.segment.record.title }
                        span(.class("cell-sub")) { ShareWords.scope(share.segment) }
                    }
                },
                .init(Text(zh: "最近一期", en: "Latest period")) { share in
                    HTML(share.latest.map { ShareWords.period($0.days) } ?? Text(verbatim: "—"))
                },
                .init(Text(zh: "市场 / 我方", en: "Market / ours"), figure: true) { share in
                    guard let point = share.latest, case .known(let own) = point.own else { return HTML(verbatim: "—") }
                    return HTML {
                        Figure.shortMoney(Money(minorUnits: point.size.sales, currency: currency))
                        span(.class("cell-sub")) {
                            Figure.shortMoney(Money(minorUnits: Int64(own.rounded()), currency: currency))
                        }
                    }
                },
                .init(Text(zh: "份额", en: "Share"), figure: true) { share in
                    HTML {
                        strong { share.latest?.share.map { Figure.percent($0, 2) } ?? "—" }
                        if let gained = share.latest.flatMap(share.gained) {
                            span(.class("cell-sub")) {
                                Text(zh: "同比 ", en: "") + ShareWords.points(gained)
                                    + Text(zh: "", en: " in a year")
                            }
                        }
                    }
                },
                .init(Text(zh: "增速：市场 / 我方", en: "Growth: market / ours"), figure: true) { share in
                    HTML {
                        ShareWords.change(share.latest?.marketGrowth)
                        span(.class("cell-sub")) { ShareWords.change(share.latest?.ownGrowth) }
                    }
                },
                .init(Text(zh: "目标与路径", en: "Aim and path")) { share in SharePart.aim(share, room) },
                .init(Text(zh: "抓手", en: "Levers")) { share in SharePart.levers(room.levers(of: share)) },
            ]
        ).html
    }

    private static func aim(_ share: SegmentShare, _ room: ShareRoom) -> HTML {
        guard let aim = room.aims(of: share).first else {
            return span(.class("quiet small")) { Text(zh: "还没有份额目标", en: "No goal yet") }
        }
        return HTML {
            a(.href(ShareWords.aimPath(aim))) {
                Text(
                    zh: "\(aim.due) 达到 \(Figure.percent(aim.target))", en: "\(Figure.percent(aim.target)) by \(aim.due)"
                )
            }
            if let lead = room.lead(of: share, to: aim) { div { ShareWords.lead(lead) } }
        }
    }

    /// How many are under way, done and planned.
    static func levers(_ levers: [Record]) -> HTML {
        if levers.isEmpty { return span(.class("quiet small")) { Text(zh: "无", en: "None") } }
        let states = RecordType.shareLever.states.states.filter { state in levers.contains { $0.state == state.id } }
        return HTML {
            for state in states {
                div(.class("small nowrap")) {
                    "\(levers.count { $0.state == state.id }) "
                    state.name
                }
            }
        }
    }
}
