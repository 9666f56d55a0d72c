import Kernel

/// Turns the price list into products with codes, launch days and cost histories.
struct ProductRange: Sendable {
    let products: [DemoProduct]
    /// Products of each category, as positions in `products`.
    let byCategory: [Range<Int>]

    init(seed: Seed) {
        var products: [DemoProduct] = []
        var ranges: [Range<Int>] = []
        for (category, table) in ProductLine.tables.enumerated() {
            let first = products.count
            for (position, line) in table.enumerated() {
                products.append(ProductRange.product(line, category: category, position: position, seed: seed))
            }
            ranges.append(first..<products.count)
        }
        self.products = products
        byCategory = ranges
    }

    private static func product(_ line: String, category: Int, position: Int, seed: Seed) -> DemoProduct {
        let fields = line.split(separator: "|").map(String.init)
        let number = category * 100 + position + 1
        var dice = Dice(seed.derive("product", number))
        let priceFen = Int64(((Double(fields[3]) ?? 1) * 100).rounded())
        let life = days(of: fields[5], &dice)
        let young = fields[2] == "轻氧" || fields[2] == "随手净" || fields[2] == "贴身"
        return DemoProduct(
            id: Int64(number), code: "LH\(category + 1)\(padded(number % 100, 3))",
            name: (young ? ProductLine.youngBrand : ProductLine.brand) + " " + fields[0], category: category,
            subcategory: fields[1], brand: young ? ProductLine.youngBrand : ProductLine.brand, series: fields[2],
            listPriceFen: priceFen, popularity: Double(fields[4]) ?? 1, launchedOn: life.launch,
            retiredOn: life.retirement,
            costs: costs(priceFen, Category.all[category].costShare, launch: life.launch, &dice))
    }

    private static func days(of life: String, _ dice: inout Dice) -> (launch: Int, retirement: Int?) {
        let earlier = -200 - dice.index(1_300)
        if life.hasPrefix("new"), let months = Int(life.dropFirst(3)) { return (months * 30 + dice.index(25), nil) }
        if life.hasPrefix("end"), let months = Int(life.dropFirst(3)) { return (earlier, months * 30 + dice.index(25)) }
        return (earlier, nil)
    }

    /// The first cost and a revision about every ten months: materials rise a little, scale takes some of it back.
    private static func costs(_ price: Int64, _ share: Double, launch: Int, _ dice: inout Dice) -> [(
        day: Int, fen: Int64
    )] {
        var cost = Double(price) * share * dice.uniform(0.9, 1.1)
        var steps = [(day: launch, fen: Int64(cost.rounded()))]
        var day = max(launch, 0) + 120 + dice.index(180)
        while day < 1_200 {
            cost *= dice.uniform(0.97, 1.05)
            steps.append((day, Int64(cost.rounded())))
            day += 240 + dice.index(150)
        }
        return steps
    }
}
