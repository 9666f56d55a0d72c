package import Kernel
import Stats

/// A budget proposed line by line: from nothing, or from what the period before cost, times growth.
package struct BudgetBuild: Sendable {
    package struct Line: Sendable {
        package let title: Text
        package let module: String
        /// A metric's id.
        package let metric: String
        package let channel: String?
        package let source: BudgetLine.Source
        package let outside: String?
        /// What it cost the period before.
        package let base: Int64
        package var planned: Int64
        package let allocation: String
        package let purpose: String?
        package let capability: String?
        package let activity: String?
    }

    package let total: Int64
    package let lines: [Line]

    /// Incremental: each line grows by the same share; pool and reserve are shares of the total. Lines, pool and reserve
    /// make the total to the last fen.
    /// - Parameters:
    ///   - base: what the period before cost, by line, without pool and reserve.
    ///   - growth: 0.08 for eight per cent more.
    ///   - flexible: share of the total for the flexible pool.
    ///   - reserve: share of the total for the emergency reserve; together with `flexible` below 1.
    package init(incremental base: [Line], growth: Double, flexible: Double, reserve: Double) {
        let old = base.reduce(0) { $0 + $1.base }
        let working = max(0, grown(old, by: growth))
        let free = max(0.05, 1 - flexible - reserve)
        total = Int64((Double(working) / free).rounded())
        let pool = min(Int64((Double(total) * flexible).rounded()), total - working)
        let planned = largestRemainder(working, over: base.map(\.base))
        lines =
            zip(base, planned).map { line, amount in
                var line = line
                line.planned = amount
                return line
            } + [.pool(pool), .reserve(total - working - pool)].filter { $0.planned > 0 }
    }

    /// Zero-based: the total, with pool and reserve set aside; every other line is argued for by hand.
    package init(zeroBased total: Int64, flexible: Double, reserve: Double) {
        self.total = total
        let parts = largestRemainder(total, over: [max(0, 1 - flexible - reserve), flexible, reserve])
        lines = [.pool(parts[1]), .reserve(parts[2])].filter { $0.planned > 0 }
    }
}

extension BudgetBuild.Line {
    static func pool(_ amount: Int64) -> Self {
        Self(
            title: Text(zh: "弹性池", en: "Flexible pool"), module: "pool", metric: "revenue", channel: nil,
            source: .requests, outside: nil, base: 0, planned: amount, allocation: "growth", purpose: nil,
            capability: nil, activity: nil)
    }

    static func reserve(_ amount: Int64) -> Self {
        Self(
            title: Text(zh: "应急储备", en: "Emergency reserve"), module: "reserve", metric: "revenue", channel: nil,
            source: .requests, outside: nil, base: 0, planned: amount, allocation: "core", purpose: "reserve",
            capability: nil, activity: nil)
    }
}
