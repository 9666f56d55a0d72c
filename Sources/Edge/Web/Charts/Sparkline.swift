import Kernel

/// A small line without axes, drawn on the server: the course of a number beside the number. Decoration for those who see
/// it; the card says the change in words.
package func sparkline(_ values: [Double?], target: Double? = nil) -> HTML {
    let known = values.compactMap { $0 }.filter(\.isFinite)
    guard known.count > 1, let low = known.min(), let high = known.max() else { return HTML() }
    let scale = SparklineScale(
        low: min(low, target ?? low), high: max(high, target ?? high), count: values.count)
    return element(
        "svg",
        [
            .class("sparkline"), .attribute("viewBox", "0 0 100 32"), .attribute("preserveAspectRatio", "none"),
            .ariaHidden,
        ]
    ) {
        for run in scale.runs(values) {
            element("path", [.class("area"), .attribute("d", scale.area(run))])
            element("path", [.class("line"), .attribute("d", scale.line(run))])
        }
        if let target {
            element("path", [.class("target"), .attribute("d", "M0 \(scale.y(target))H100")])
        }
    }
}

private struct SparklineScale {
    let low: Double
    let high: Double
    let count: Int

    func x(_ index: Int) -> String { Figure.decimal(Double(index) / Double(max(1, count - 1)) * 100, 2) }

    func y(_ value: Double) -> String {
        let share = high > low ? (value - low) / (high - low) : 0.5
        return Figure.decimal(30 - share * 28, 2)
    }

    /// Stretches without a gap.
    func runs(_ values: [Double?]) -> [[(Int, Double)]] {
        var runs: [[(Int, Double)]] = [[]]
        for (index, value) in values.enumerated() {
            if let value, value.isFinite {
                runs[runs.count - 1].append((index, value))
            } else if runs.last?.isEmpty == false {
                runs.append([])
            }
        }
        return runs.filter { $0.count > 1 }
    }

    func line(_ run: [(Int, Double)]) -> String {
        "M" + run.map { "\(x($0.0)) \(y($0.1))" }.joined(separator: "L")
    }

    func area(_ run: [(Int, Double)]) -> String {
        guard let first = run.first, let last = run.last else { return "" }
        return line(run) + "L\(x(last.0)) 32L\(x(first.0)) 32Z"
    }
}
