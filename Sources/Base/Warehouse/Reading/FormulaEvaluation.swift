import Kernel
import Stats

/// Computes a formula for one period and member.
struct FormulaEvaluation {
    let cube: MeasureCube
    let coverage: Coverage
    let period: Period
    let position: Int
    let member: String

    func value(of formula: Formula) -> MetricValue {
        switch formula {
        case .measure(let measure): number(MeasureNeed(measure: measure))
        case .opening(let measure): number(MeasureNeed(measure: measure, isOpening: true))
        case .difference(let left, let right): combine(left, right) { .number($0 - $1) }
        case .ratio(let above, let below):
            combine(above, below) { above, divisor in
                divisor == 0 ? .unavailable(.nothingToDivideBy(below.leading)) : .number(above / divisor)
            }
        case .share(let part, let whole): share(part, of: whole)
        case .netPromoterScore: netPromoterScore()
        case .perYear(let inner): scaled(inner, by: 365 / Double(max(1, period.dayCount)))
        case .perDay(let inner): scaled(inner, by: 1 / Double(max(1, period.dayCount)))
        case .known(let inner, let part, let whole, let needed): known(inner, part, whole, needed)
        }
    }

    private func number(_ need: MeasureNeed) -> MetricValue {
        if let reason = coverage.reason(against: need.measure, in: period) { return .unavailable(reason) }
        return .number(cube.number(need, period: position, member: member))
    }

    private func combine(_ left: Formula, _ right: Formula, _ body: (Double, Double) -> MetricValue) -> MetricValue {
        switch (value(of: left), value(of: right)) {
        case (.number(let left, _), .number(let right, _)): body(left, right)
        case (.unavailable(let reason), _), (_, .unavailable(let reason)): .unavailable(reason)
        }
    }

    private func scaled(_ inner: Formula, by factor: Double) -> MetricValue {
        switch value(of: inner) {
        case .number(let value, _): .number(value * factor)
        case .unavailable(let reason): .unavailable(reason)
        }
    }

    private func share(_ part: Measure, of whole: Measure) -> MetricValue {
        combine(.measure(part), .measure(whole)) { part, count in
            guard count != 0 else { return .unavailable(.nothingToDivideBy(whole)) }
            let interval = wilsonInterval(successes: part, trials: count)
            return .number(part / count, interval: interval.map { MetricInterval(lower: $0.lower, upper: $0.upper) })
        }
    }

    private func netPromoterScore() -> MetricValue {
        let answers = number(MeasureNeed(measure: .npsAnswers))
        guard case .number(let count, _) = answers else { return answers }
        guard count > 0 else { return .unavailable(.nothingToDivideBy(.npsAnswers)) }
        let up = cube.number(MeasureNeed(measure: .npsPromoters), period: position, member: member)
        let down = cube.number(MeasureNeed(measure: .npsDetractors), period: position, member: member)
        let interval = netPromoterInterval(promoters: up, detractors: down, answers: count)
        return .number(
            100 * (up - down) / count, interval: interval.map { MetricInterval(lower: $0.lower, upper: $0.upper) })
    }

    private func known(_ inner: Formula, _ part: Measure, _ whole: Measure, _ needed: Double) -> MetricValue {
        combine(.measure(part), .measure(whole)) { part, total in
            guard total != 0 else { return .unavailable(.nothingToDivideBy(whole)) }
            let known = part / total
            return known < needed
                ? .unavailable(.partlyUnknown(whole, known: max(0, known), needed: needed)) : value(of: inner)
        }
    }
}

extension Formula {
    /// The measure by which a formula is best known to a reader.
    fileprivate var leading: Measure { measures.first ?? .netSales }
}
