import Kernel

extension Metric {
    static let pageViews = Metric(
        "page_views", Text(zh: "浏览量 PV", en: "Page views"), .traffic, .count, owner: .marketing,
        .measure(.pageViews),
        meaning: Text(
            zh: "页面浏览与商品浏览的总次数。",
            en: "Views of pages and products."))

    static let visits = Metric(
        "visits", Text(zh: "访问次数", en: "Visits"), .traffic, .count, owner: .marketing,
        .measure(.visits),
        meaning: Text(
            zh: "会话数；跨零点的会话在两天各计一次。",
            en: "Sessions; one that runs over midnight counts on both days."))

    static let visitors = Metric(
        "visitors", Text(zh: "独立访客 UV", en: "Unique visitors"), .traffic, .count, owner: .marketing,
        .measure(.visitors),
        meaning: Text(
            zh: "期内有浏览行为的去重访客数，同一访客在期内只计一次。",
            en: "Different people who viewed anything in the period, each counted once."))

    static let pagesPerVisit = Metric(
        "pages_per_visit", Text(zh: "访问深度", en: "Pages per visit"), .traffic, .ratio, owner: .marketing,
        .ratio(.measure(.pageViews), .measure(.visits)),
        meaning: Text(
            zh: "平均每次访问的浏览量。",
            en: "Page views for each visit."))

    static let messageClickRate = Metric(
        "message_click_rate", Text(zh: "消息点击率", en: "Message click rate"), .traffic, .percent, owner: .marketing,
        .ratio(.measure(.messageClicks), .measure(.messageOpens)),
        meaning: Text(
            zh: "消息点击数除以消息打开数。",
            en: "Clicks per opened message."))
}
