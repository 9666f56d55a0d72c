package import Kernel

/// The four ways to look at the same budget. Each classifies every line for itself; none follows from another.
package enum MixScheme: String, Sendable, CaseIterable {
    /// 70-20-10: core business, growth, innovation (BU-02).
    case allocation
    /// 30/40/10/20: brand, performance, research, reserve (BU-03).
    case purpose
    /// How much builds capability: content, tools, private domain (BU-09).
    case capability
    /// What is bought: ads, events, materials (AD-07).
    case activity

    package struct Category: Sendable, Identifiable, Hashable {
        package let id: String
        package let name: Text
        /// The published target; data of one's own go before it.
        package let target: Double?
    }

    package var name: Text {
        switch self {
        case .allocation: Text(zh: "业务结构 70-20-10", en: "Business 70-20-10")
        case .purpose: Text(zh: "用途结构", en: "Purpose")
        case .capability: Text(zh: "能力投入", en: "Capability")
        case .activity: Text(zh: "活动形式", en: "Activity")
        }
    }

    package var meaning: Text {
        switch self {
        case .allocation:
            Text(zh: "核心业务、增长业务与创新业务各占多少", en: "How much goes to core business, growth and innovation")
        case .purpose: Text(zh: "品牌、效果、调研与应急储备各占多少", en: "Brand, performance, research and the emergency reserve")
        case .capability:
            Text(zh: "内容、工具与私域合计应达到总额的一半", en: "Content, tools and private domain together: half of the total")
        case .activity: Text(zh: "线上投放、线下活动与物料各占多少", en: "Ads online, events, materials")
        }
    }

    /// Whether the categories together are to make the whole: the capability share stands beside the rest.
    package var isWhole: Bool { self != .capability }

    package var categories: [Category] {
        switch self {
        case .allocation:
            [
                Category(id: "core", name: Text(zh: "核心业务", en: "Core"), target: 0.7),
                Category(id: "growth", name: Text(zh: "增长业务", en: "Growth"), target: 0.2),
                Category(id: "innovation", name: Text(zh: "创新业务", en: "Innovation"), target: 0.1),
            ]
        case .purpose:
            [
                Category(id: "brand_ads", name: Text(zh: "品牌广告", en: "Brand ads"), target: 0.3),
                Category(id: "performance_ads", name: Text(zh: "效果广告", en: "Performance ads"), target: 0.4),
                Category(id: "research", name: Text(zh: "市场调研", en: "Market research"), target: 0.1),
                Category(id: "reserve", name: Text(zh: "应急储备", en: "Emergency reserve"), target: 0.2),
            ]
        case .capability:
            [
                Category(id: "capability", name: Text(zh: "能力建设合计", en: "Capability in all"), target: 0.5),
                Category(id: "content", name: Text(zh: "内容创作", en: "Content creation"), target: nil),
                Category(id: "digital_tools", name: Text(zh: "数字工具", en: "Digital tools"), target: nil),
                Category(id: "private_domain", name: Text(zh: "私域运营", en: "Private domain"), target: nil),
            ]
        case .activity:
            [
                Category(id: "online_ads", name: Text(zh: "线上投放", en: "Ads online"), target: 0.5),
                Category(id: "offline_events", name: Text(zh: "线下活动", en: "Events"), target: 0.3),
                Category(id: "materials", name: Text(zh: "物料制作", en: "Materials"), target: 0.2),
            ]
        }
    }

    /// Categories that a line can be put in: not the sum of the others.
    package var lineCategories: [Category] { categories.filter { $0.id != "capability" } }
}
