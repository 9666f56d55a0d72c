package import Kernel

/// Why a product's price course cannot be shown, and what to do.
package enum PriceProblem: Problem, Hashable {
    /// Nobody has seen a price of its counterparts in the last half year.
    case unknownProduct(String)

    package var code: String { "price.unknown_product" }
    package var kind: ProblemKind { .missing }

    package var text: Text {
        switch self {
        case .unknownProduct(let code):
            Text(
                zh: "近 26 周没有商品 \(code) 的竞品价格，请检查商品编码或先导入价格。",
                en:
                    "No rival's price was seen for \(code) in the last 26 weeks. Check the product code, or import prices first."
            )
        }
    }
}
