package import Kernel
import Warehouse

/// What baskets are split by (AT-06): the channel they were ordered in, or what lies in them.
package enum BasketKind: String, Sendable, CaseIterable, Codable {
    case channel, category, product

    package var name: Text {
        switch self {
        case .channel: Dimension.channel.name
        case .category: Dimension.category.name
        case .product: Text(zh: "商品", en: "Product")
        }
    }

    /// Whether a basket belongs to one member only; those with several categories or products count for each.
    package var isExclusive: Bool { self == .channel }
}
