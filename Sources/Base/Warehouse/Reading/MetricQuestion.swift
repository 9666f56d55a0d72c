package import Kernel

/// What is asked of the metrics: which ones, for which periods, split by what, and of which part of the company.
package struct MetricQuestion: Sendable, Hashable {
    package var metrics: [Metric]
    package var periods: [Period]
    package var by: Dimension?
    package var filters: [DimensionFilter]

    package init(_ metrics: [Metric], in periods: [Period], by: Dimension? = nil, where filters: [DimensionFilter] = [])
    {
        self.metrics = metrics
        self.periods = periods
        self.by = by
        self.filters = filters
    }

    /// The dimensions that every part of a metric must offer to answer.
    var dimensions: Set<Dimension> { Set(filters.map(\.dimension) + (by.map { [$0] } ?? [])) }
}
