import Diagnosing
import Kernel

/// The size of each tier run by run, both schemes side by side.
struct TierHistoryPart: Sendable {
    let view: RFMView
    let counts: [TierCount]
    private let mostRuns = 24

    /// Customers by scheme and tier in the run before the one shown.
    var before: [String: Int64] {
        guard let day = counts.map(\.asOf).filter({ $0 < view.run.asOf }).max() else { return [:] }
        let pairs = counts.filter { $0.asOf == day }.map { ("\($0.scheme) \($0.tier)", $0.customers) }
        return Dictionary(pairs) { first, second in first + second }
    }

    var html: HTML {
        let days = Array(Set(counts.map(\.asOf)).sorted().suffix(mostRuns))
        guard days.count > 1 else { return HTML() }
        return div(.class("columns")) {
            for scheme in view.run.options.schemes {
                let title = scheme.name + Text(zh: "的变化", en: " over time")
                card(
                    title, note: Text(zh: "\(view.run.standing.name.zh)评分", en: "\(view.run.standing.name.en) runs"),
                    actions: a(.class("btn btn-small"), .href(view.address(TierHistoryPages.path))) {
                        Text(zh: "逐次明细", en: "Run by run")
                    }
                ) {
                    Chart(
                        .stacked, title, unit: .count, size: .low, labelName: Text(zh: "统计日", en: "As of"),
                        labels: days.map { Text(verbatim: $0.description) },
                        series: scheme.tiers.map { tier in Chart.Series(tier.name, line(scheme, tier, days)) }
                    ).html
                }
            }
        }
    }

    private func line(_ scheme: TierScheme, _ tier: Tier, _ days: [Day]) -> [Double?] {
        days.map { day in
            let found = counts.filter { $0.asOf == day && $0.scheme == scheme.id && $0.tier == tier.id }
            return Double(found.reduce(0) { $0 + $1.customers })
        }
    }
}
