package import Kernel

/// The six families in which boards and the dictionary arrange metrics, and the brand's own.
package enum MetricFamily: String, Sendable, CaseIterable, Codable {
    case finance, operations, customer, traffic, conversion, efficiency, brand

    package var name: Text {
        switch self {
        case .finance: Text(zh: "财务", en: "Finance")
        case .operations: Text(zh: "运营", en: "Operations")
        case .customer: Text(zh: "客户", en: "Customers")
        case .traffic: Text(zh: "流量", en: "Traffic")
        case .conversion: Text(zh: "转化", en: "Conversion")
        case .efficiency: Text(zh: "效率", en: "Efficiency")
        case .brand: Text(zh: "品牌", en: "Brand")
        }
    }
}

/// What a metric's number is counted in.
package enum MetricUnit: String, Sendable, CaseIterable, Codable {
    /// Minor units of the company's currency (fen).
    case money
    case count
    /// A share of one, shown as a percentage.
    case percent
    /// A quotient of two amounts, two decimals.
    case ratio
    case days
    /// From -100 to 100.
    case points

    package var name: Text {
        switch self {
        case .money: Text(zh: "金额", en: "money")
        case .count: Text(zh: "个数", en: "count")
        case .percent: Text(zh: "百分比", en: "per cent")
        case .ratio: Text(zh: "倍", en: "ratio")
        case .days: Text(zh: "天", en: "days")
        case .points: Text(zh: "分", en: "points")
        }
    }
}

/// Whether a larger number is good news.
package enum MetricDirection: String, Sendable, CaseIterable, Codable {
    case higherIsBetter = "higher"
    case lowerIsBetter = "lower"

    package var name: Text {
        switch self {
        case .higherIsBetter: Text(zh: "越高越好", en: "higher is better")
        case .lowerIsBetter: Text(zh: "越低越好", en: "lower is better")
        }
    }
}

/// Which function answers for a metric's definition. The codes are those of the roles.
package enum MetricOwner: String, Sendable, CaseIterable, Codable {
    case finance, marketing, sales, service, product, technology

    package var name: Text {
        switch self {
        case .finance: Text(zh: "财务部", en: "Finance")
        case .marketing: Text(zh: "市场部", en: "Marketing")
        case .sales: Text(zh: "销售部", en: "Sales")
        case .service: Text(zh: "客户服务部", en: "Customer service")
        case .product: Text(zh: "商品部", en: "Product")
        case .technology: Text(zh: "技术部", en: "Technology")
        }
    }
}
