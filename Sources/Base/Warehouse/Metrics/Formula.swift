package import Kernel

/// How a metric is made of measures.
package indirect enum Formula: Sendable, Hashable {
    case measure(Measure)
    /// A level as it stood on the eve of the period.
    case opening(Measure)
    case difference(Formula, Formula)
    /// Not computable where the divisor is zero.
    case ratio(Formula, Formula)
    /// A share of counted things, with its Wilson interval.
    case share(Measure, of: Measure)
    case netPromoterScore
    /// A flow of the period, as if it went on for a year.
    case perYear(Formula)
    /// A flow of the period for each of its days.
    case perDay(Formula)
    /// Only where at least `atLeast` of the whole is known.
    case known(Formula, part: Measure, whole: Measure, atLeast: Double)

    /// The measures it needs, each once, in order of appearance.
    package var measures: [Measure] {
        var seen = Set<Measure>()
        return allMeasures.filter { seen.insert($0).inserted }
    }

    private var allMeasures: [Measure] {
        switch self {
        case .measure(let measure), .opening(let measure): [measure]
        case .difference(let left, let right), .ratio(let left, let right): left.allMeasures + right.allMeasures
        case .share(let part, let whole): [part, whole]
        case .netPromoterScore: [.npsPromoters, .npsDetractors, .npsAnswers]
        case .perYear(let inner), .perDay(let inner): inner.allMeasures
        case .known(let inner, let part, let whole, _): inner.allMeasures + [part, whole]
        }
    }

    /// The formula in words.
    package var text: Text {
        switch self {
        case .measure(let measure): measure.name
        case .opening(let measure): Text(zh: "期初", en: "opening ") + measure.name
        case .difference(let left, let right): left.text + Text(verbatim: " − ") + right.text
        case .ratio(let left, let right): left.operand + Text(verbatim: " ÷ ") + right.operand
        case .share(let part, let whole): part.name + Text(verbatim: " ÷ ") + whole.name
        case .netPromoterScore:
            Text(zh: "（推荐者 − 贬损者）÷ 回答数 × 100", en: "(promoters − detractors) ÷ answers × 100")
        case .perYear(let inner): inner.operand + Text(zh: " × 365 ÷ 期内天数", en: " × 365 ÷ days of the period")
        case .perDay(let inner): inner.operand + Text(zh: " ÷ 期内天数", en: " ÷ days of the period")
        case .known(let inner, _, _, _): inner.text
        }
    }

    private var operand: Text {
        switch self {
        case .difference, .ratio, .perYear, .perDay: Text(zh: "（", en: "(") + text + Text(zh: "）", en: ")")
        case .measure, .opening, .share, .netPromoterScore, .known: text
        }
    }
}
