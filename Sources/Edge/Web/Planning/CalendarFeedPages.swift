import Kernel
import Planning
import Records

/// The calendar outside of the pages: a file to download, and private addresses that calendar programs subscribe to.
enum CalendarFeedPages {
    private static let path = CalendarPages.path + "/feeds"
    private static let type = "text/calendar; charset=utf-8"

    static func routes(_ app: AppContext) -> [Route] {
        [
            .get(CalendarPages.path + "/file", .allowed(.view, .campaign)) { visit in
                let reader = try RecordDesk.author(visit)
                let text = try await file(visit, reader, visit.language)
                return .download("\(Self.name[visit.language]).ics", type: type) { try await $0.write(text) }
            },
            .get(path, .allowed(.view, .campaign)) { visit in .page(try await page(visit, nil)) },
            .post(path, .allowed(.view, .campaign)) { visit in
                let person = try visit.person()
                let secret = try await CalendarFeeds(visit.app.store).create(
                    for: person.account, in: visit.language, by: person.author)
                return .page(try await page(visit, address(secret, visit)))
            },
            .post(path + "/:feed/revoke", .allowed(.view, .campaign)) { visit in
                let person = try visit.person()
                try await CalendarFeeds(visit.app.store).revoke(
                    try visit.number("feed"), of: person.account, by: person.author)
                return Reply.redirect(to: path).flashing(Text(zh: "订阅地址已撤销。", en: "The address is revoked."))
            },
            .get("/calendar/:secret", .open) { visit in try await feed(visit) },
        ]
    }

    /// Whoever has the address reads what its account may see now.
    private static func feed(_ visit: Visit) async throws -> Reply {
        let text = visit["secret"]
        let secret = Secret(text.hasSuffix(".ics") ? String(text.dropLast(4)) : text)
        guard let (account, feed) = try await CalendarFeeds(visit.app.store).open(secret),
            account.allows(.view, .campaign)
        else { throw WebProblem.pageUnknown }
        let calendar = try await file(visit, RecordAuthor(account), feed.language)
        return Reply(
            headers: ["content-type": type, "cache-control": "private, no-cache"], .bytes(Array(calendar.utf8)))
    }

    private static func file(_ visit: Visit, _ reader: RecordAuthor, _ language: Language) async throws -> String {
        let now = visit.app.clock.now()
        let today = visit.app.zone.day(of: now)
        let items = try await MarketingCalendar(visit.app.desk.records).items(
            in: Period(from: today - 90, upTo: today + 400), for: reader)
        return CalendarFile(name, items, in: language, at: now, origin: origin(visit)).text
    }

    private static let name = Text(zh: "运筹营销日历", en: "Yunchou marketing calendar")

    private static func origin(_ visit: Visit) -> String? {
        visit.app.network.host(visit.request).map {
            (visit.app.network.isSecure(visit.request) ? "https://" : "http://") + $0
        }
    }

    private static func address(_ secret: Secret, _ visit: Visit) -> String {
        (origin(visit) ?? "") + "/calendar/\(secret.text).ics"
    }

    static func menu(_ visit: Visit) -> HTML {
        HTML {
            a(.class("btn"), .href(CalendarPages.path + "/file")) {
                icon("download")
                Text(verbatim: "iCalendar")
            }
            a(.class("btn"), .href(path)) { Text(zh: "订阅", en: "Subscribe") }
        }
    }

    private static func page(_ visit: Visit, _ address: String?) async throws -> Page {
        let feeds = try await CalendarFeeds(visit.app.store).feeds(of: try visit.person().account)
        var page = Page(
            Text(zh: "订阅营销日历", en: "Subscribe to the calendar"), pretitle: Text(zh: "营销日历", en: "Marketing calendar"),
            lead: Text(
                zh: "手机或电脑的日历程序按此地址自动更新。知道地址的人都能看到您能看到的日程，请勿转发。",
                en:
                    "Calendar programs read this address by themselves. Whoever knows it sees what you may see: keep it to yourself."
            )
        ) {
            if let address { shown(address) }
            card(Text(zh: "我的订阅地址", en: "My addresses")) {
                if feeds.isEmpty {
                    emptyState(
                        "calendar", Text(zh: "还没有订阅地址", en: "No address yet"),
                        Text(zh: "每台设备建一个，便于单独撤销。", en: "Make one a device, so that each can be revoked alone."))
                } else {
                    table(feeds, visit)
                }
                postForm(path) { submitButton(Text(zh: "新建订阅地址", en: "Make an address")) }
            }
        }
        page.marked = CalendarPages.path
        return page
    }

    private static func shown(_ address: String) -> HTML {
        card(
            Text(zh: "新地址", en: "The new address"),
            note: Text(
                zh: "只显示这一次。在日历程序中选择“订阅日历 / 通过 URL 添加”并粘贴。",
                en: "Shown only this once. In your calendar program, choose to subscribe by URL and paste it.")
        ) {
            div(.class("secret")) {
                code(.id("new-feed")) { address }
                button(.class("btn"), .type("button"), .attribute("data-copy", "#new-feed")) {
                    icon("copy")
                    Text(zh: "复制", en: "Copy")
                }
            }
        }
    }

    private static func table(_ feeds: [CalendarFeed], _ visit: Visit) -> HTML {
        let zone = visit.app.zone
        return DataTable<CalendarFeed>(
            Text(zh: "订阅地址", en: "Addresses"), rows: feeds,
            columns: [
                .init(Text(zh: "编号", en: "No.")) { feed in span(.class("num")) { Int(feed.id) } },
                .init(Text(zh: "创建", en: "Made")) { feed in
                    span(.class("num nowrap")) { Figure.moment(feed.createdAt, in: zone) }
                },
                .init(Text(zh: "最近读取", en: "Last read")) { feed in
                    span(.class("num nowrap quiet")) { feed.usedAt.map { Figure.moment($0, in: zone) } ?? "—" }
                },
                .init(Text(zh: "操作", en: "Action")) { feed in
                    postForm(
                        "\(path)/\(feed.id)/revoke",
                        .confirm(
                            Text(
                                zh: "撤销后，用此地址的日历程序将读不到内容。确定吗？",
                                en: "Programs with this address will read nothing. Revoke it?"))
                    ) {
                        button(.class("btn btn-small btn-danger"), .type("submit")) { Text(zh: "撤销", en: "Revoke") }
                    }
                },
            ]
        ).html
    }
}
