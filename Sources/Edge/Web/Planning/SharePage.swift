import Kernel
import Planning
import Records
import Warehouse

/// One segment: its share beside the path, period by period, with goals and levers (S-02).
enum SharePage {
    static func page(_ visit: Visit) async throws -> Page {
        let room = try await SharePages.room(visit)
        let records = visit.app.desk.records
        let number = try visit.number("number")
        let record = try await records.find(
            records.catalog.require("market_segment"), number: number, for: try RecordDesk.author(visit))
        guard let share = room.shares.first(where: { $0.id == record.id }) else {
            throw RecordProblem.unknownRecord(record.code)
        }
        let mayEdit = try SharePages.mayEdit(visit)
        let currency = visit.app.currency
        var page = Page(
            Text(verbatim: record.title), pretitle: SharePages.title, lead: ShareWords.scope(share.segment),
            hasCharts: true
        ) {
            if let trouble = share.trouble { notice(.warning, trouble) }
            if share.latest != nil { course(share, room.aims(of: share).first) }
            div(.class("columns")) {
                aims(share, room, mayEdit)
                levers(share, room, mayEdit)
            }
            card(Text(zh: "逐期数据", en: "Period by period"), flush: true) { table(share, currency) }
        }.actions {
            a(.class("btn"), .href(RecordDesk.path(record))) {
                icon("file-text")
                Text(zh: "细分定义", en: "Definition")
            }
            if mayEdit { SharePages.actions(share) }
        }.footnote(SharePages.footnote(visit))
        page.marked = PricePages.area
        return page
    }

    private static func course(_ share: SegmentShare, _ aim: ShareAim?) -> HTML {
        let points = share.points.filter { $0.share != nil }
        let ahead = aim.map { aim in days(after: points.last?.days, to: aim.due) } ?? []
        let labels = points.map(\.days) + ahead
        var series = [
            Chart.Series(Text(zh: "份额", en: "Share"), points.map(\.share) + ahead.map { _ in nil }, as: .actual)
        ]
        if let aim {
            series.append(
                Chart.Series(Text(zh: "路径", en: "Path"), labels.map { aim.expected(on: $0.lastDay) }, as: .target))
        }
        return card(Text(zh: "份额与路径", en: "Share and path")) {
            Chart(
                .trend, SharePages.title, unit: .percent, labelName: Text(zh: "期间", en: "Period"),
                labels: labels.map(ShareWords.period), series: series
            ).html
        }
    }

    /// Periods like the last one up to the deadline, 40 at most.
    private static func days(after last: Period?, to due: Day) -> [Period] {
        guard let last, let grain = last.calendarGrain, grain != .day else { return [] }
        var periods: [Period] = []
        var start = last.end
        while start <= due, periods.count < 40 {
            let end = grain.advance(start, by: 1)
            periods.append(Period(from: start, upTo: end))
            start = end
        }
        return periods
    }

    private static func aims(_ share: SegmentShare, _ room: ShareRoom, _ mayEdit: Bool) -> HTML {
        let aims = room.aims(of: share)
        return card(Text(zh: "目标", en: "Goals")) {
            if aims.isEmpty {
                p(.class("quiet")) {
                    Text(zh: "还没有份额目标。", en: "No goal on this share yet.")
                }
            }
            ul(.class("plain-list")) {
                for aim in aims {
                    li {
                        a(.class("record-link"), .href(ShareWords.aimPath(aim))) { aim.record.title }
                        span(.class("cell-sub")) { about(aim, share) }
                        if let lead = room.lead(of: share, to: aim) { ShareWords.lead(lead) }
                        for lever in room.levers(for: aim.record) { leverLine(lever) }
                    }
                }
            }
            if mayEdit {
                a(.class("btn"), .href(newGoal(share))) { Text(zh: "设定份额目标", en: "Set a goal") }
            }
        }
    }

    private static func about(_ aim: ShareAim, _ share: SegmentShare) -> Text {
        let due = share.latest.flatMap { aim.expected(on: $0.days.lastDay) }
        return aim.record.type.name
            + Text(
                zh: "：\(aim.due) 达到 \(Figure.percent(aim.target))",
                en: ": \(Figure.percent(aim.target)) by \(aim.due)")
            + (due.map { Text(zh: "，当期应达 \(Figure.percent($0, 2))", en: ", \(Figure.percent($0, 2)) due so far") }
                ?? Text(verbatim: ""))
    }

    private static func newGoal(_ share: SegmentShare) -> String {
        var values = [
            ("title", "\(share.segment.record.title) 市场份额"), ("family", "sales"), ("horizon", "long"),
            ("metric", Metric.marketShare.id), ("segment", share.segment.record.code),
        ]
        if let now = share.latest?.share { values.append(("baseline", String((now * 10_000).rounded() / 100))) }
        return "/plan/records/goal/new?" + FieldValues(values).encoded
    }

    private static func levers(_ share: SegmentShare, _ room: ShareRoom, _ mayEdit: Bool) -> HTML {
        let levers = room.levers(of: share)
        return card(
            Text(zh: "抓手", en: "Levers"),
            note: Text(zh: "用来拉动这个份额的举措及其进展。", en: "What is to move this share, and how far it is.")
        ) {
            if levers.isEmpty {
                p(.class("quiet")) {
                    Text(zh: "还没有抓手：没有举措的份额目标只是愿望。", en: "No levers yet: without one, a goal is a wish.")
                }
            }
            ul(.class("plain-list")) { for lever in levers { li { leverLine(lever) } } }
            if mayEdit {
                a(
                    .class("btn"),
                    .href(
                        RecordDesk.path(.shareLever) + "/new?"
                            + FieldValues([("segment", share.segment.record.code)]).encoded)
                ) { Text(zh: "添加抓手", en: "Add a lever") }
            }
        }
    }

    static func leverLine(_ lever: Record) -> HTML {
        div {
            a(.class("record-link"), .href(RecordDesk.path(lever))) { lever.title }
            " "
            RecordListPart.state(lever)
            if let points = lever.number("expected_points") {
                span(.class("quiet small")) { Text(zh: " 预计 ", en: " expected ") + ShareWords.points(points) }
            }
        }
    }

    private static func table(_ share: SegmentShare, _ currency: Currency) -> HTML {
        DataTable<SharePoint>(
            SharePages.title, rows: share.points.reversed(),
            columns: [
                .init(Text(zh: "期间", en: "Period")) { point in
                    HTML {
                        a(.class("record-link"), .href(RecordDesk.path(point.size.record))) {
                            ShareWords.period(point.days)
                        }
                        span(.class("cell-sub")) { PeriodName.days(point.days) }
                    }
                },
                .init(Text(zh: "市场销售额", en: "The market's sales"), figure: true) { point in
                    HTML(Figure.shortMoney(Money(minorUnits: point.size.sales, currency: currency)))
                },
                .init(Text(zh: "我方净销售额", en: "Our net sales"), figure: true) { point in
                    guard case .known(let own) = point.own else { return HTML(verbatim: "—") }
                    return HTML(Figure.shortMoney(Money(minorUnits: Int64(own.rounded()), currency: currency)))
                },
                .init(Text(zh: "份额", en: "Share"), figure: true) { point in
                    guard let value = point.share else {
                        return span(.class("quiet small")) { point.gap ?? Text(verbatim: "—") }
                    }
                    return HTML {
                        strong { Figure.percent(value, 2) }
                        if let gained = share.gained(point) {
                            span(.class("cell-sub")) { ShareWords.points(gained) }
                        }
                    }
                },
                .init(Text(zh: "市场增速", en: "Market growth"), figure: true) {
                    HTML(verbatim: ShareWords.change($0.marketGrowth))
                },
                .init(Text(zh: "我方增速", en: "Our growth"), figure: true) {
                    HTML(verbatim: ShareWords.change($0.ownGrowth))
                },
                .init(Text(zh: "来源", en: "Source")) { point in
                    let code = point.size.record.text("confidence")
                    let choice = RecordType.segmentSize.field("confidence")?.kind.choiceList.first { $0.id == code }
                    return HTML {
                        point.size.record.text("source") ?? "—"
                        if let choice { span(.class("cell-sub")) { choice.name } }
                    }
                },
            ]
        ).html
    }
}
