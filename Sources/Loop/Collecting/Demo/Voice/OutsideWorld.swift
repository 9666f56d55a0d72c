import Engine
import Kernel

/// Competitors' prices and the economy: what is seen outside the company.
struct OutsideWorld {
    let company: Company

    /// Invented rivals with their price level; the last cuts its prices on a known day.
    static let rivals: [(name: String, level: Double)] = [("清沐", 1.06), ("悦木间", 0.92), ("白溪", 1.18), ("素里", 0.84)]
    static let cutBeforeEnd = 75
    static let cut = 0.12

    /// Weekly prices of comparable goods: every third product is followed.
    func competitorPrices() -> ColumnSet {
        var (name, code, day, fen, source): ([String], [String], [Int32], [Int64], [String]) = ([], [], [], [], [])
        for week in 0..<company.calendar.weeks {
            for (position, product) in company.range.products.enumerated()
            where position % 3 == 0 && product.life(on: week * 7) > 0 {
                for (index, rival) in OutsideWorld.rivals.enumerated() {
                    name.append(rival.name)
                    code.append(product.code)
                    day.append(company.calendar.date(min(week * 7 + 1, company.calendar.dayCount - 1)).daysSince1970)
                    fen.append(price(product, rival: index, week: week))
                    source.append(index % 2 == 0 ? "天猫旗舰店" : "京东自营")
                }
            }
        }
        var set = ColumnSet()
        set.add("competitor", .text(name))
        set.add("product_code", .text(code))
        set.add("seen_on", .day(day))
        set.add("price_fen", .int64(fen))
        set.add("source", .text(source))
        set.add("load_id", .int64(Array(repeating: Demonstration.loadID, count: name.count)))
        return set
    }

    private func price(_ product: DemoProduct, rival: Int, week: Int) -> Int64 {
        var level = Dice(company.plan.seed.derive("rival level", rival * 1_000 + Int(product.id)))
        var weekly = Dice(company.plan.seed.derive("rival week", (rival * 256 + week) * 1_000 + Int(product.id)))
        var factor = OutsideWorld.rivals[rival].level * level.uniform(0.92, 1.08)
        if weekly.happens(0.2) { factor *= weekly.pick([0.85, 0.88, 0.92]) }
        let hasCut = week * 7 >= company.calendar.dayCount - OutsideWorld.cutBeforeEnd
        if rival == OutsideWorld.rivals.count - 1, hasCut { factor *= 1 - OutsideWorld.cut }
        return max(100, Int64((Double(product.listPriceFen) * factor / 100).rounded()) * 100 - 10)
    }

    /// Monthly series in the style of the statistics office. The values are invented.
    func macroSeries() -> ColumnSet {
        let series: [(name: String, unit: String, level: Double, slope: Double, noise: Double)] = [
            ("居民消费价格指数同比（示例）", "%", 0.4, 0.010, 0.25), ("社会消费品零售总额同比（示例）", "%", 4.2, -0.010, 0.7),
            ("日用品类零售额同比（示例）", "%", 3.6, 0.020, 0.9), ("化妆品类零售额同比（示例）", "%", 2.1, 0.025, 1.6),
            ("实物商品网上零售额占比（示例）", "%", 26.4, 0.030, 0.5), ("一年期贷款市场报价利率（示例）", "%", 3.45, -0.010, 0.0),
            ("消费者信心指数（示例）", "点", 87.2, 0.060, 0.8), ("人均可支配收入同比（示例）", "%", 5.3, -0.006, 0.2),
        ]
        var (name, day, value, unit): ([String], [Int32], [Double], [String]) = ([], [], [], [])
        for (position, one) in series.enumerated() {
            for (month, end) in company.calendar.monthEnds {
                var dice = Dice(company.plan.seed.derive("macro", position * 64 + month))
                let level = one.level + one.slope * Double(month) + one.noise * dice.normal()
                name.append(one.name)
                day.append(company.calendar.date(end).daysSince1970)
                value.append((level * 100).rounded() / 100)
                unit.append(one.unit)
            }
        }
        var set = ColumnSet()
        set.add("series", .text(name))
        set.add("observed_on", .day(day))
        set.add("value", .double(value))
        set.add("unit", .text(unit))
        set.add("load_id", .int64(Array(repeating: Demonstration.loadID, count: name.count)))
        return set
    }
}
