import Kernel
import Planning
import Records

/// Warm-up and burst of a campaign: when users are active, and the release rhythm that meets them (WF-05).
enum RhythmPages {
    static let path = CalendarPages.path + "/rhythm"
    static let title = Text(zh: "预热与爆发节奏", en: "Release rhythm")

    static func routes(_ app: AppContext) -> [Route] {
        [
            .get(path, .allowed(.view, .campaign)) { visit in .page(try await page(visit, visit.query)) },
            .post(path, .allowed(.edit, .campaign)) { visit in try await accept(visit) },
        ]
    }

    private static func accept(_ visit: Visit) async throws -> Reply {
        let result = try await FormTrouble.catching {
            let room = try await room(visit, visit.form)
            guard let campaign = room.campaign else { throw RhythmProblem.noCampaign }
            guard let rhythm = room.rhythm else { throw RhythmProblem.nothingToPlan(campaign: campaign.code) }
            let made = try await RhythmStore(visit.app.desk.records).accept(
                rhythm, for: campaign, in: visit.language, by: try RecordDesk.author(visit))
            return (campaign, made.count)
        }
        switch result {
        case .success(let (campaign, count)):
            let month = campaign.day("starts_on").map { "?on=\($0)" } ?? ""
            return Reply.redirect(to: CalendarPages.path + month).flashing(
                Text(
                    zh: "已为“\(campaign.title)”建立 \(count) 个内容档期，可在日历中调整。",
                    en: "\(count) content slots were made for \(campaign.title); change them in the calendar."))
        case .failure(let trouble):
            return .page(try await page(visit, visit.form, trouble: trouble), status: trouble.status)
        }
    }

    private static func room(_ visit: Visit, _ fields: FieldValues) async throws -> RhythmRoom {
        let store = RhythmStore(visit.app.desk.records)
        let reader = try RecordDesk.author(visit)
        let today = visit.app.zone.day(of: visit.app.clock.now())
        let campaigns = try await store.campaigns(from: today, for: reader)
        let wanted = fields.text("campaign")
        let campaign = campaigns.first { $0.code == wanted } ?? (wanted.isEmpty ? campaigns.first : nil)
        func number(_ name: String, _ usual: Int) -> Int { Int(fields.text(name)) ?? usual }
        return RhythmRoom(
            hours: try await ActiveHours.read(regions: regions(visit), from: visit.app.warehouse),
            campaigns: campaigns, campaign: campaign,
            standing: try await campaign.asyncMap { try await store.slots(of: $0) } ?? [],
            wish: ReleaseRhythm.Wish(
                warmUpDays: number("warm", 14), burstDays: number("burst", 3), tailDays: number("tail", 7),
                perBurstDay: number("daily", 3)),
            today: today)
    }

    private static func regions(_ visit: Visit) throws -> Set<String>? {
        guard visit.may(.view, .board) else { return nil }
        switch try visit.scope(.view, .board) {
        case .all: return nil
        case .only(let regions, _): return regions
        }
    }

    private static func page(_ visit: Visit, _ fields: FieldValues, trouble: FormTrouble? = nil) async throws -> Page {
        let room = try await room(visit, fields)
        var page = Page(
            title, pretitle: Text(zh: "营销日历", en: "Marketing calendar"),
            lead: Text(
                zh: "先看用户什么时候活跃，再让内容发布的高峰落在这些时刻。",
                en: "When users are active, and releases that peak at these hours."), hasCharts: room.rhythm != nil
        ) {
            if let trouble { trouble.overall([]) }
            RhythmPart(room: room, mayEdit: visit.may(.edit, .campaign)).html
        }.footnote(
            Text(
                zh: "活跃：近 8 周浏览、加购、下单、支付、打开与点击消息、社群发言的人数，每人每小时计一次。时区：",
                en:
                    "Active: people who viewed, added, ordered, paid, opened or clicked a message or posted in the last eight weeks, once an hour each. Time zone: "
            ) + Text(verbatim: visit.app.zone.identifier))
        page.marked = CalendarPages.path
        return page
    }
}

extension Optional {
    fileprivate func asyncMap<R>(_ change: (Wrapped) async throws -> R) async rethrows -> R? {
        if let self { try await change(self) } else { nil }
    }
}
