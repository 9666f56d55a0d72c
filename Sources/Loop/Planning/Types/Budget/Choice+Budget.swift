import Kernel
import Records
import Warehouse

/// Answers of budget fields.
extension [Choice] {
    /// Where money goes: the modules of a budget.
    static let budgetModules = [
        Choice("brand", Text(zh: "品牌建设", en: "Brand")), Choice("digital", Text(zh: "数字营销", en: "Digital")),
        Choice("channel", Text(zh: "渠道激励", en: "Channel incentives")),
        Choice("promotion", Text(zh: "促销优惠", en: "Promotion")),
        Choice("content", Text(zh: "内容创作", en: "Content")),
        Choice("member", Text(zh: "会员与私域", en: "Members and private domain")),
        Choice("research", Text(zh: "市场调研", en: "Research")),
        Choice("tools", Text(zh: "数字工具", en: "Digital tools")),
        Choice("pool", Text(zh: "弹性池", en: "Flexible pool"), .info),
        Choice("reserve", Text(zh: "应急储备", en: "Emergency reserve"), .warning),
    ]
    /// Sales and advertising channels, by the codes that the data have.
    static let channels = (ChannelName.advertising + ChannelName.sales).map { Choice($0.code, $0.name) }
    /// Where the spent amount of a line is read.
    static let actualSources = [
        Choice("requests", Text(zh: "支出申请的付款", en: "Payments of spend requests")),
        Choice("media", Text(zh: "广告投放数据", en: "Ad spend data")),
        Choice("books", Text(zh: "入账数据", en: "Booked budget data")),
    ]
}

extension MixScheme {
    /// The scheme's categories as answers of a field.
    var choices: [Choice] { lineCategories.map { Choice($0.id, $0.name) } }
}
