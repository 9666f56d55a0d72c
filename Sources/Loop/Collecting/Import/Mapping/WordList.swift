package import Kernel
import Warehouse

/// Codes that a column may hold, and the words of files that mean them.
package enum WordList: String, Sendable, Hashable, CaseIterable {
    case orderStatus, gender, channel, region, eventName, sentiment, budgetLine

    /// A closed list takes nothing else: other words are quarantined. An open list keeps them as they are.
    package var isClosed: Bool { self == .orderStatus || self == .gender || self == .sentiment }

    /// Word (lower case) → code.
    package var words: [String: String] {
        switch self {
        case .orderStatus: Self.spelled(Self.statuses)
        case .gender: Self.spelled(Self.genders)
        case .sentiment: Self.spelled(Self.sentiments)
        case .eventName: Self.spelled(Self.events)
        case .budgetLine: [:]
        case .channel: Self.named(ChannelName.sales + ChannelName.advertising)
        case .region: Self.named(RegionName.all)
        }
    }

    package var codes: [String] { Set(words.values).sorted() }

    /// The codes in the order in which people think of them, with what they are called.
    package var names: [(code: String, name: Text)] {
        switch self {
        case .orderStatus: Self.named(Self.statuses, ["Paid", "Returned", "Cancelled"])
        case .gender: Self.named(Self.genders, ["Female", "Male", "Unknown"])
        case .sentiment: Self.named(Self.sentiments, ["Positive", "Neutral", "Negative"])
        case .eventName:
            Self.named(
                Self.events,
                [
                    "Page view", "Product view", "Add to cart", "Checkout", "Payment", "Coupon claim", "Message opened",
                    "Message clicked",
                    "Store visit", "Service contact", "Community post",
                ])
        case .budgetLine: []
        case .channel: ChannelName.sales + ChannelName.advertising
        case .region: RegionName.all
        }
    }

    package func name(of code: String) -> Text { names.first { $0.code == code }?.name ?? Text(verbatim: code) }

    private static func named(_ list: [(code: String, words: [String])], _ english: [String]) -> [(
        code: String, name: Text
    )] {
        zip(list, english).map { ($0.code, Text(zh: $0.words.first ?? $0.code, en: $1)) }
    }

    private static func named(_ list: [(code: String, name: Text)]) -> [String: String] {
        spelled(list.map { ($0.code, [$0.name.zh, $0.name.en.lowercased()]) })
    }

    private static func spelled(_ list: [(code: String, words: [String])]) -> [String: String] {
        var result: [String: String] = [:]
        for entry in list { for word in [entry.code] + entry.words { result[word] = entry.code } }
        return result
    }

    private static let statuses: [(code: String, words: [String])] = [
        (
            "paid",
            [
                "已支付", "已付款", "支付成功", "交易成功", "已完成", "完成", "已发货", "已签收", "待发货", "complete", "completed",
                "success", "shipped", "delivered", "closed won", "销售", "sale",
            ]
        ),
        ("returned", ["已退货", "退货", "退款", "已退款", "退款成功", "退货退款", "refund", "refunded", "return"]),
        ("cancelled", ["已取消", "取消", "交易关闭", "已关闭", "未付款", "canceled", "cancel", "void", "closed", "unpaid"]),
    ]
    private static let genders: [(code: String, words: [String])] = [
        ("female", ["女", "女性", "女士", "f", "woman"]),
        ("male", ["男", "男性", "先生", "m", "man"]),
        ("unknown", ["未知", "保密", "其他", "other", "u", "0"]),
    ]
    private static let sentiments: [(code: String, words: [String])] = [
        ("positive", ["正面", "积极", "好评", "pos", "1"]),
        ("neutral", ["中性", "中评", "neu", "0"]),
        ("negative", ["负面", "消极", "差评", "neg", "-1"]),
    ]
    private static let events: [(code: String, words: [String])] = [
        ("page_view", ["浏览", "页面浏览", "访问", "view", "pageview", "pv", "visit"]),
        ("product_view", ["商品浏览", "查看商品", "product", "product_page", "view_item"]),
        ("add_to_cart", ["加购", "加入购物车", "cart", "addtocart"]),
        ("checkout", ["下单", "提交订单", "结算", "begin_checkout"]),
        ("payment", ["支付", "付款", "购买", "purchase", "pay", "transaction"]),
        ("coupon_claim", ["领券", "领取优惠券"]),
        ("message_open", ["打开消息", "打开", "open"]),
        ("message_click", ["点击消息", "点击", "click"]),
        ("store_visit", ["到店", "进店"]),
        ("service_contact", ["咨询", "客服", "联系客服"]),
        ("community_post", ["发帖", "社区发帖"]),
    ]
}
