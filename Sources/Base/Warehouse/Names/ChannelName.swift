package import Kernel

/// How sales and advertising channels are called. A code that is not listed shows as it was imported.
package enum ChannelName {
    /// Where orders come from.
    package static let sales: [(code: String, name: Text)] = [
        ("tmall", Text(zh: "天猫", en: "Tmall")),
        ("jd", Text(zh: "京东", en: "JD.com")),
        ("douyin", Text(zh: "抖音", en: "Douyin")),
        ("mini_program", Text(zh: "微信小程序", en: "WeChat mini program")),
        ("official_site", Text(zh: "官网", en: "Official site")),
        ("store", Text(zh: "门店", en: "Stores")),
        ("dealer", Text(zh: "经销商", en: "Dealers")),
        ("wecom", Text(zh: "企业微信社群", en: "WeCom groups")),
    ]

    /// Where advertising money goes.
    package static let advertising: [(code: String, name: Text)] = [
        ("douyin_ads", Text(zh: "抖音信息流", en: "Douyin feed ads")),
        ("wechat_ads", Text(zh: "朋友圈广告", en: "WeChat Moments ads")),
        ("baidu_sem", Text(zh: "百度搜索", en: "Baidu search")),
        ("xiaohongshu", Text(zh: "小红书", en: "Xiaohongshu")),
        ("bilibili", Text(zh: "B站", en: "Bilibili")),
        ("weibo", Text(zh: "微博", en: "Weibo")),
        ("outdoor", Text(zh: "户外", en: "Outdoor")),
        ("kol", Text(zh: "达人合作", en: "Creators (KOL)")),
    ]

    private static let names = Dictionary(
        (sales + advertising).map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })

    /// The channel's name, or its code where it is not one of ours.
    package static func text(_ code: String) -> Text { names[code] ?? Text(verbatim: code) }
}
