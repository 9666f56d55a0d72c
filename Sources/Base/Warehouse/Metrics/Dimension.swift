package import Kernel

/// What a metric can be split by and filtered on.
package enum Dimension: String, Sendable, CaseIterable, Codable {
    case region, channel
    case cityTier = "city_tier"
    case store, dealer, domain, category, product
    case adChannel = "ad_channel"
    case campaign, device

    package var name: Text {
        switch self {
        case .region: Text(zh: "大区", en: "Region")
        case .channel: Text(zh: "渠道", en: "Channel")
        case .cityTier: Text(zh: "城市等级", en: "City tier")
        case .store: Text(zh: "门店", en: "Store")
        case .dealer: Text(zh: "经销商", en: "Dealer")
        case .domain: Text(zh: "公域/私域", en: "Public or private domain")
        case .category: Text(zh: "品类", en: "Category")
        case .product: Text(zh: "商品", en: "Product")
        case .adChannel: Text(zh: "广告渠道", en: "Ad channel")
        case .campaign: Text(zh: "营销活动", en: "Campaign")
        case .device: Text(zh: "设备", en: "Device")
        }
    }

    /// How a member is called, from its code alone. Stores, dealers and products are looked up (`MemberNames`).
    package func text(of member: String) -> Text {
        if member.isEmpty { return Text(zh: "未填写", en: "Not stated") }
        return switch self {
        case .region: RegionName.text(member)
        case .channel, .adChannel: ChannelName.text(member)
        case .cityTier: Self.tiers[member] ?? Text(verbatim: member)
        case .domain: member == "private" ? Text(zh: "私域", en: "Private domain") : Text(zh: "公域", en: "Public domain")
        case .device: Self.devices[member] ?? Text(verbatim: member)
        case .store, .dealer, .category, .product, .campaign: Text(verbatim: member)
        }
    }

    private static let tiers: [String: Text] = [
        "1": Text(zh: "一线城市", en: "Tier 1"), "2": Text(zh: "二线城市", en: "Tier 2"), "3": Text(zh: "三线城市", en: "Tier 3"),
        "4": Text(zh: "四线城市", en: "Tier 4"), "5": Text(zh: "五线及以下", en: "Tier 5 and below"),
        "0": Text(zh: "新一线城市", en: "New tier 1"),
    ]
    private static let devices: [String: Text] = [
        "mobile": Text(zh: "手机", en: "Mobile"), "ios": Text(verbatim: "iOS"), "android": Text(verbatim: "Android"),
        "pc": Text(zh: "电脑", en: "Computer"), "desktop": Text(zh: "电脑", en: "Desktop"),
        "tablet": Text(zh: "平板", en: "Tablet"),
        "pos": Text(zh: "收银机", en: "Till"),
    ]
}

/// Only rows whose member of a dimension is one of those named. The scope of a reader's rights is such a filter too.
package struct DimensionFilter: Sendable, Hashable, Codable {
    package let dimension: Dimension
    package let members: [String]

    package init(_ dimension: Dimension, _ members: [String]) {
        self.dimension = dimension
        self.members = members
    }
}
