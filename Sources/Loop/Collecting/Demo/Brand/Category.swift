/// A product category with what is planted for it.
struct Category: Sendable {
    let name: String
    /// Share of order lines at list prices.
    let share: Double
    /// Price elasticity of demand outside weekend evenings (positive: demand ~ price^−elasticity).
    let elasticity: Double
    /// Unit cost as a share of the list price when the product is new.
    let costShare: Double
    /// Demand by month, January first, mean about 1.
    let months: [Double]

    static let all = [
        Category(
            name: "洗护发", share: 0.19, elasticity: 1.54, costShare: 0.34,
            months: [0.96, 0.95, 1.00, 1.02, 1.04, 1.04, 1.03, 1.02, 1.00, 0.99, 0.99, 0.96]),
        Category(
            name: "身体护理", share: 0.16, elasticity: 1.70, costShare: 0.33,
            months: [1.12, 1.02, 0.96, 0.92, 0.96, 1.02, 1.05, 1.00, 0.94, 0.96, 1.04, 1.14]),
        Category(
            name: "面部护肤", share: 0.17, elasticity: 1.25, costShare: 0.24,
            months: [1.10, 1.03, 1.04, 0.98, 0.96, 0.94, 0.92, 0.92, 0.98, 1.04, 1.08, 1.12]),
        Category(
            name: "口腔护理", share: 0.12, elasticity: 1.35, costShare: 0.36,
            months: [0.99, 0.98, 1.01, 1.00, 1.00, 1.00, 1.01, 1.00, 1.00, 1.00, 1.00, 1.00]),
        Category(
            name: "家居清洁", share: 0.12, elasticity: 2.10, costShare: 0.45,
            months: [1.24, 1.02, 1.02, 0.98, 0.97, 0.96, 0.97, 0.96, 0.96, 0.97, 0.96, 1.02]),
        Category(
            name: "衣物洗护", share: 0.11, elasticity: 2.30, costShare: 0.47,
            months: [0.98, 0.96, 1.02, 1.04, 1.05, 1.04, 1.02, 1.00, 1.00, 0.99, 0.96, 0.94]),
        Category(
            name: "居家香氛", share: 0.07, elasticity: 1.10, costShare: 0.28,
            months: [1.06, 1.08, 1.00, 0.92, 1.02, 0.92, 0.90, 1.06, 1.00, 1.00, 1.02, 1.14]),
        Category(
            name: "母婴护理", share: 0.06, elasticity: 0.90, costShare: 0.32,
            months: [1.00, 0.99, 1.00, 1.00, 1.02, 1.03, 1.01, 1.00, 0.99, 0.99, 0.99, 0.98]),
    ]
}
