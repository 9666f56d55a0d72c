/// The channels through which customers come and buy. Positions 0 ..< 8 are sales channels, the rest advertising channels.
enum SalesChannel {
    static let tmall = 0
    static let jd = 1
    static let douyin = 2
    static let miniProgram = 3
    static let officialSite = 4
    static let store = 5
    static let dealer = 6
    static let wecom = 7
    static let count = 8

    /// The warehouse's codes by position.
    static let codes =
        ["tmall", "jd", "douyin", "mini_program", "official_site", "store", "dealer", "wecom"]
        + MediaChannel.all.map(\.code)

    /// Shares of customers who come without an advertisement.
    static let organicShares = [0.13, 0.07, 0.08, 0.08, 0.02, 0.07, 0.04, 0.01]

    /// Shares of orders placed outside a customer's home channel, at the story's beginning and at its end: the private domain
    /// (mini program and WeCom groups) grows.
    static let mixAtStart = [0.30, 0.17, 0.12, 0.10, 0.04, 0.15, 0.10, 0.02]
    static let mixAtEnd = [0.22, 0.12, 0.17, 0.22, 0.03, 0.11, 0.06, 0.07]

    static func mix(at progress: Double) -> WeightedChoice {
        WeightedChoice((0..<count).map { mixAtStart[$0] + (mixAtEnd[$0] - mixAtStart[$0]) * progress })
    }

    static func isPrivateDomain(_ channel: Int) -> Bool { channel == miniProgram || channel == wecom }

    /// Channels whose visits the company sees itself: there each order has its session.
    static func isOwnSite(_ channel: Int) -> Bool {
        channel == miniProgram || channel == officialSite || channel == wecom
    }

    /// Where customers who came through a channel feel at home.
    static func home(of source: Int, _ dice: inout Dice) -> Int {
        guard source >= count else { return source }
        switch MediaChannel.all[source - count].code {
        case "douyin_ads": return dice.happens(0.7) ? douyin : tmall
        case "wechat_ads": return dice.happens(0.8) ? miniProgram : wecom
        case "baidu_sem": return dice.happens(0.5) ? officialSite : jd
        case "xiaohongshu": return dice.happens(0.7) ? tmall : miniProgram
        case "bilibili": return dice.happens(0.5) ? tmall : jd
        case "kol": return dice.happens(0.6) ? douyin : miniProgram
        case "outdoor": return store
        default: return tmall
        }
    }
}
