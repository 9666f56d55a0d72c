package import Kernel

/// A code in a file that names a row of another table.
package enum Reference: String, Sendable, Codable, CodingKeyRepresentable, CaseIterable, Hashable {
    case customer, product, store, dealer

    var table: SQLText { .name(rawValue) }
    var id: SQLText { .name(rawValue + "_id") }
    /// The column that holds the code people use.
    var code: SQLText {
        switch self {
        case .customer: .name("customer_no")
        case .product: .name("product_code")
        case .store: .name("store_code")
        case .dealer: .name("dealer_code")
        }
    }
    /// The field of a mapping that carries the code.
    package var field: String {
        switch self {
        case .customer: "customer_no"
        case .product: "product_code"
        case .store: "store_code"
        case .dealer: "dealer_code"
        }
    }
    package var name: Text {
        switch self {
        case .customer: Text(zh: "客户", en: "customer")
        case .product: Text(zh: "商品", en: "product")
        case .store: Text(zh: "门店", en: "store")
        case .dealer: Text(zh: "经销商", en: "dealer")
        }
    }
    /// Customers and products appear in sales before their lists are loaded; stores and dealers do not open by a typing error.
    package var usualPolicy: UnknownPolicy {
        switch self {
        case .customer, .product: .stub
        case .store, .dealer: .quarantine
        }
    }
}
