package import Kernel
package import Records

/// A rule on a macro indicator as it stands now (M-02), with the values that it was judged by.
package struct MacroStanding: Sendable {
    package let rule: Record
    /// `nil` where no series fits the rule's indicator.
    package let series: MacroSeries?
    package let threshold: Double
    package let test: Test
    /// So many periods in a row.
    package let needed: Int
    /// How many of the last periods hold it in a row.
    package let run: Int
    /// The first day of that run.
    package let since: Day?

    package enum Test: String, Sendable { case below, above, change }

    package var isLit: Bool { run >= needed }
    /// Too few values to judge by.
    package var isUnknown: Bool { (series?.points.count ?? 0) < needed + (test == .change ? 1 : 0) }
    /// The last values that decide, the latest last.
    package var deciding: [MacroSeries.Point] {
        series?.points.suffix(needed + (test == .change ? 1 : 0)).map { $0 } ?? []
    }

    package init(_ rule: Record, among all: [MacroSeries]) {
        self.rule = rule
        let series = Self.series(of: rule, among: all)
        let threshold = rule.number("threshold") ?? 0
        let test = rule.text("comparison").flatMap(Test.init) ?? .below
        self.series = series
        self.threshold = threshold
        self.test = test
        needed = max(1, Int(rule.whole("periods") ?? 1))
        let points = series?.points ?? []
        let held = points.indices.reversed().prefix { place in
            switch test {
            case .below: points[place].value < threshold
            case .above: points[place].value > threshold
            case .change: place > 0 && abs(points[place].value - points[place - 1].value) > threshold + 1e-9
            }
        }
        run = held.count
        since = held.last.map { points[$0].day }
    }

    /// The series named in the rule, else the first whose name speaks of its indicator.
    static func series(of rule: Record, among all: [MacroSeries]) -> MacroSeries? {
        if let name = rule.text("series"), !name.isEmpty { return all.first { $0.name == name } }
        let words = words[rule.text("indicator") ?? ""] ?? []
        return all.first { series in words.contains { series.name.lowercased().contains($0) } }
    }

    private static let words: [String: [String]] = [
        "gdp_growth": ["gdp", "生产总值"], "inflation": ["居民消费价格", "cpi", "inflation"],
        "consumption": ["社会消费品零售", "retail sales"], "interest_rate": ["贷款市场报价利率", "lpr", "interest rate"],
        "income": ["可支配收入", "disposable income"], "confidence": ["消费者信心", "consumer confidence"],
    ]
}
