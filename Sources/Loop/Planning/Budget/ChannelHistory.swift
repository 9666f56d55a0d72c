package import Kernel
import Stats
package import Warehouse

/// Three past years of a channel's spend against what it brought, and what follows for the next (BU-04).
package struct ChannelHistory: Sendable {
    package struct Year: Sendable {
        package let period: Period
        package let cost: Int64
        /// New customers per click; `nil` where more came than clicked, as by outdoor ads, or nobody came.
        package let conversion: Double?
        /// What an order of its customers is worth; `nil` without orders.
        package let basket: Double?
        /// Attributed sales per cost; `nil` where it cannot be computed.
        package let returned: Double?

        package init(period: Period, cost: Int64, conversion: Double?, basket: Double?, returned: Double?) {
            self.period = period
            self.cost = cost
            self.conversion = conversion
            self.basket = basket
            self.returned = returned
        }
    }

    package enum Advice: String, Sendable { case raise, keep, cut, unknown }

    package struct Channel: Sendable, Identifiable {
        package var id: String { code }
        package let code: String
        /// The oldest first.
        package let years: [Year]
        package let advice: Advice
        package let reason: Text
        /// What is proposed for the next year.
        package let proposed: Int64

        package var last: Int64 { years.last?.cost ?? 0 }
    }

    package let channels: [Channel]
    /// All channels together: last year, and the proposal, which is last year's times the industry's growth.
    package let lastTotal: Int64
    package let proposedTotal: Int64
    package let periods: [Period]

    /// Up or down by at most so much in one year.
    package static let step = 0.2

    /// - Parameter years: by channel, the oldest first, all of the same periods.
    package init(_ years: [String: [Year]], periods: [Period], growth: Double) {
        self.periods = periods
        let all = years.values.flatMap { $0.suffix(1) }
        let cost = all.reduce(0) { $0 + $1.cost }
        let mean =
            cost > 0
            ? all.reduce(0) { $0 + ($1.returned ?? 0) * Double($1.cost) } / Double(cost) : 0
        let codes = years.keys.sorted { (years[$1]?.last?.cost ?? 0, $0) < (years[$0]?.last?.cost ?? 0, $1) }
        let judged = codes.map { Self.judge(years[$0] ?? [], mean: mean) }
        lastTotal = cost
        let total = grown(cost, by: growth)
        proposedTotal = total
        // Weights say how much more or less; the total is what growth makes it, to the fen.
        let weights = zip(codes, judged).map { code, judgement in
            Int64((Double(years[code]?.last?.cost ?? 0) * judgement.factor).rounded())
        }
        let parts = largestRemainder(total, over: weights)
        channels = codes.indices.map { index in
            Channel(
                code: codes[index], years: years[codes[index]] ?? [], advice: judged[index].advice,
                reason: judged[index].reason, proposed: parts[index])
        }
    }

    private static func judge(_ years: [Year], mean: Double) -> (advice: Advice, reason: Text, factor: Double) {
        guard let last = years.last, let returned = last.returned, mean > 0 else {
            return (
                .unknown, Text(zh: "没有可归因的销售，按上年保留。", en: "No attributed sales: kept as last year."), 1
            )
        }
        let relative = returned / mean
        let before = years.dropLast().last?.returned
        let isFalling = before.map { returned < $0 * 0.9 } ?? false
        let figures = (zh: String(format2(returned)), mean: String(format2(mean)))
        if relative >= 1.2, !isFalling {
            return (
                .raise,
                Text(
                    zh: "投产比 \(figures.zh)，高于平均 \(figures.mean)，加码。",
                    en: "Returns \(figures.zh), above the mean of \(figures.mean): more."), 1 + step
            )
        }
        if relative <= 0.8 {
            return (
                .cut,
                Text(
                    zh: "投产比 \(figures.zh)，低于平均 \(figures.mean)\(isFalling ? "且仍在下降" : "")，压缩。",
                    en:
                        "Returns \(figures.zh), below the mean of \(figures.mean)\(isFalling ? " and falling" : ""): less."
                ),
                1 - step
            )
        }
        if isFalling {
            return (
                .keep, Text(zh: "投产比较上年下降，先稳住。", en: "Returns fell from the year before: held."), 1
            )
        }
        return (.keep, Text(zh: "接近平均，保持。", en: "Near the mean: kept."), 1)
    }

    private static func format2(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        return "\(hundredths / 100).\(padded(hundredths % 100, 2))"
    }
}

extension ChannelHistory {
    /// The three years before a period, as far as ad spend goes back; a year that the data begin in is left out.
    package static func read(before period: Period, growth: Double, from warehouse: Warehouse) async throws
        -> ChannelHistory
    {
        let state = try await RollUpState.read(from: warehouse)
        guard let days = state.source(.adSpend)?.days, let metric = Metric.named("roas") else {
            return ChannelHistory([:], periods: [], growth: growth)
        }
        let periods = (1...3).reversed().map {
            Period(from: period.start.adding(months: -12 * $0), upTo: period.start.adding(months: -12 * ($0 - 1)))
        }.filter { $0.start >= days.start && $0.start < days.end }
        if periods.isEmpty { return ChannelHistory([:], periods: [], growth: growth) }
        let answer = try await MetricReader(warehouse).answer(
            MetricQuestion([metric], in: periods, by: .adChannel), state)
        var years: [String: [Year]] = [:]
        let yields = try await ChannelYield(in: periods).rows(from: warehouse)
        for (place, year) in periods.enumerated() {
            for row in yields[place] {
                years[row.channel, default: []].append(
                    Year(
                        period: year, cost: row.cost,
                        conversion: row.newCustomers > 0 && row.clicks >= row.newCustomers
                            ? Double(row.newCustomers) / Double(row.clicks) : nil,
                        basket: row.orders > 0 ? Double(row.sales) / Double(row.orders) : nil,
                        returned: answer.value(metric, place, member: row.channel).number))
            }
        }
        return ChannelHistory(years, periods: periods, growth: growth)
    }
}
