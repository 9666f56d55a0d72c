package import Kernel
package import Warehouse

/// A metric's numbers as programs take them: the command line and the API answer with it.
package struct MetricReport: Sendable, Codable {
    package let metric: String
    package let name: Text
    package let unit: String
    package let currency: String?
    package let direction: String
    package let formula: Text
    package let grain: String
    package let timeZone: String
    package let by: String?
    package let version: Int64
    package let series: [Series]

    /// The values of one member, or of the whole.
    package struct Series: Sendable, Codable {
        package let member: String?
        package let name: Text?
        package let values: [Value]
    }

    /// One period. `value` is in whole currency units, counts, shares of one, or points; absent with a reason.
    package struct Value: Sendable, Codable {
        package let from: String
        package let to: String
        package let value: Double?
        package let interval: MetricInterval?
        package let unavailable: Text?
        package let isPartial: Bool
    }
}

/// What a program asks of a metric.
package struct MetricReportRequest: Sendable {
    package var metric: Metric
    package var from: Day
    package var to: Day
    package var grain: Grain
    package var by: Dimension?
    package var filters: [DimensionFilter]

    /// Reads what was typed: metric and dimension by id, days as 2026-11-21, the range by default the year up to the last day.
    package init(
        metric id: String, from: String?, to: String?, grain: String?, by: String?, filters: [DimensionFilter] = [],
        lastDay: Day
    ) throws {
        guard let metric = Metric.named(id) else { throw MonitoringProblem.unknownMetric(id) }
        self.metric = metric
        self.to = try to.map(Self.day) ?? lastDay
        self.from = try from.map(Self.day) ?? self.to.adding(months: -12) + 1
        self.grain = grain.flatMap(Grain.init(rawValue:)) ?? .month
        self.by = try by.map { name in
            guard let dimension = Dimension(rawValue: name) else { throw MonitoringProblem.unknownDimension(name) }
            guard metric.offers([dimension]) else { throw MonitoringProblem.dimensionNotOffered(metric, dimension) }
            return dimension
        }
        self.filters = filters
    }

    private static func day(_ text: String) throws -> Day {
        guard let day = Day(text) else { throw MonitoringProblem.unreadableDay(text) }
        return day
    }

    /// The periods from `from` to `to`, the first and last cut to them.
    var periods: [Period] {
        guard from <= to else { return [] }
        var periods: [Period] = []
        var start = grain.start(of: from)
        while start <= to, periods.count < 1000 {
            let end = grain.advance(start, by: 1)
            periods.append(Period(from: max(start, from), upTo: min(end, to + 1)))
            start = end
        }
        return periods
    }
}

extension BoardReader {
    /// The report that a program asked for.
    package func report(_ request: MetricReportRequest) async throws -> MetricReport {
        let metric = request.metric
        let periods = request.periods
        let answer = try await MetricReader(warehouse).answer(
            MetricQuestion([metric], in: periods, by: request.by, where: request.filters))
        let names = try await MemberNames.read(request.by, from: warehouse)
        let scale = metric.unit == .money ? warehouse.currency.unitsPerWhole : 1
        let members: [String?] = request.by == nil ? [nil] : answer.members
        let series = members.map { member in
            MetricReport.Series(
                member: member, name: member.map(names.text),
                values: periods.indices.map { index in
                    let value = answer.value(metric, index, member: member ?? "")
                    return MetricReport.Value(
                        from: periods[index].start.description, to: periods[index].lastDay.description,
                        value: value.number.map { $0 / scale }, interval: value.interval,
                        unavailable: value.reason?.text, isPartial: answer.isPartial(metric, index))
                })
        }
        return MetricReport(
            metric: metric.id, name: metric.name, unit: metric.unit.rawValue,
            currency: metric.unit == .money ? warehouse.currency.code : nil, direction: metric.direction.rawValue,
            formula: metric.formula.text, grain: request.grain.rawValue, timeZone: warehouse.zone.identifier,
            by: request.by?.rawValue, version: answer.state.version, series: series)
    }
}

extension Currency {
    /// 100 for currencies with two decimals.
    package var unitsPerWhole: Double { (0..<decimals).reduce(1) { product, _ in product * 10 } }
}
