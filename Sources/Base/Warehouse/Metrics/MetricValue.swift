package import Kernel

/// A metric's number for one period and member, or why there is none. A missing number is never zero.
package enum MetricValue: Sendable, Hashable {
    case number(Double, interval: MetricInterval? = nil)
    case unavailable(NotComputable)

    package var number: Double? {
        if case .number(let value, _) = self { value } else { nil }
    }
    package var interval: MetricInterval? {
        if case .number(_, let interval) = self { interval } else { nil }
    }
    package var reason: NotComputable? {
        if case .unavailable(let reason) = self { reason } else { nil }
    }
}

/// The 95 % confidence interval of a value that rests on a sample.
package struct MetricInterval: Sendable, Hashable, Codable {
    package let lower: Double
    package let upper: Double

    package init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }
}

/// Why a metric has no value.
package enum NotComputable: Sendable, Hashable {
    /// Nothing of that kind has been loaded.
    case noData(CanonicalTable)
    /// The period lies before the first or after the last day of the data.
    case outsideData(CanonicalTable, Period)
    /// A thing that the company may not record, and has never recorded.
    case neverRecorded(Measure)
    case nothingToDivideBy(Measure)
    /// Too much of what it rests on is unknown.
    case partlyUnknown(Measure, known: Double, needed: Double)
    /// It has a value for a market segment only.
    case bySegment
    /// One of its parts does not know that dimension.
    case dimensionNotOffered([Dimension])

    package var text: Text {
        switch self {
        case .noData(let table):
            Text(zh: "暂无“\(table.name.zh)”数据，请先导入", en: "no \(table.name.en.lowercased()) yet: import them first")
        case .outsideData(let table, let days):
            Text(
                zh: "“\(table.name.zh)”数据仅覆盖 \(days.start) 至 \(days.lastDay)",
                en: "\(table.name.en.lowercased()) cover \(days.start) to \(days.lastDay) only")
        case .neverRecorded(let measure):
            Text(zh: "数据中没有“\(measure.name.zh)”的记录", en: "the data record no \(measure.name.en)")
        case .nothingToDivideBy(let measure):
            Text(zh: "期内\(measure.name.zh)为 0，无法计算", en: "\(measure.name.en) is zero in this period")
        case .partlyUnknown(let measure, let known, let needed):
            Text(
                zh: "\(measure.name.zh)仅覆盖 \(percent(known))，低于要求的 \(percent(needed))，请补全成本数据",
                en:
                    "\(measure.name.en) covers only \(percent(known)) of the total; \(percent(needed)) is needed: complete the costs"
            )
        case .bySegment:
            Text(zh: "市场份额按细分计算，请看“市场份额”页", en: "known by market segment only: see the page of market shares")
        case .dimensionNotOffered(let dimensions):
            Text(
                zh: "该指标没有“\(dimensions.map(\.name.zh).joined(separator: "、"))”维度",
                en: "not known by \(dimensions.map(\.name.en).joined(separator: " and ").lowercased())")
        }
    }

    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded(.down)))%" }
}
