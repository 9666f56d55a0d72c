/// Two products of one category that belong together: whoever takes the first takes the second too with a planted chance. Both are
/// sold through the whole story, and being of one category they leave its elasticity as it is.
struct Companion: Sendable {
    /// Positions in the range.
    let product: Int
    let companion: Int
    let category: Int

    static let chance = 0.3

    /// Numbers of the price list: shampoo and conditioner, electric toothbrush and heads, room fragrance and refill.
    private static let numbers: [(product: Int64, companion: Int64)] = [(1, 2), (307, 309), (601, 602)]

    static func all(in range: ProductRange) -> [Companion] {
        numbers.compactMap { pair in
            guard let product = range.products.firstIndex(where: { $0.id == pair.product }),
                let companion = range.products.firstIndex(where: { $0.id == pair.companion })
            else { return nil }
            return Companion(product: product, companion: companion, category: range.products[companion].category)
        }
    }
}
