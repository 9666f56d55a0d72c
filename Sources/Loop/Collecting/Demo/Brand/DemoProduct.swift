import Kernel

/// One product of the demonstration company over its life.
struct DemoProduct: Sendable {
    let id: Int64
    let code: String
    let name: String
    let category: Int
    let subcategory: String
    let brand: String
    let series: String
    let listPriceFen: Int64
    let popularity: Double
    /// Days since the story's first day; negative for products that were there before.
    let launchedOn: Int
    let retiredOn: Int?
    /// Unit cost from that day on (days since the story's first day), oldest first.
    let costs: [(day: Int, fen: Int64)]

    /// The name as people say it: brand and thing, without the size.
    var spokenName: String {
        let words = name.split(separator: " ")
        return words.prefix(2).joined()
    }

    /// Hair, body, face, baby: what people put on their skin.
    var isForTheBody: Bool { category <= 2 || category == 7 }

    /// What one unit cost on a day.
    func unitCostFen(on day: Int) -> Int64 {
        var fen = costs[0].fen
        for step in costs where step.day <= day { fen = step.fen }
        return fen
    }

    /// How far demand stands along the product's life: it ramps up over four months after launch, and ends at retirement after
    /// three months of fading.
    func life(on day: Int) -> Double {
        guard day >= launchedOn else { return 0 }
        let rise = min(1, 0.25 + 0.75 * Double(day - launchedOn) / 120)
        guard let retiredOn else { return rise }
        if day >= retiredOn { return 0 }
        return rise * min(1, 0.15 + 0.85 * Double(retiredOn - day) / 90)
    }
}
