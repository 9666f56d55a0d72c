import Kernel

/// Values of metrics by period and member.
package struct MetricAnswer: Sendable {
    package let question: MetricQuestion
    package let state: RollUpState
    private let cube: MeasureCube
    private let impossible: [String: NotComputable]
    private let coverage: Coverage

    init(question: MetricQuestion, state: RollUpState, plan: MetricPlan, cube: MeasureCube) {
        self.question = question
        self.state = state
        self.cube = cube
        impossible = plan.impossible
        coverage = Coverage(state: state, dimensions: question.dimensions)
    }

    /// The members found, when it was asked by a dimension; in order of their codes.
    package var members: [String] { cube.members.sorted() }

    /// The value of a metric in the period at `position` of the question's.
    package func value(_ metric: Metric, _ position: Int, member: String = "") -> MetricValue {
        if let reason = impossible[metric.id] { return .unavailable(reason) }
        let evaluation = FormulaEvaluation(
            cube: cube, coverage: coverage, period: question.periods[position], position: position, member: member)
        return evaluation.value(of: metric.formula)
    }

    /// Values of a metric over all the question's periods.
    package func series(_ metric: Metric, member: String = "") -> [MetricValue] {
        question.periods.indices.map { value(metric, $0, member: member) }
    }

    /// Whether the data cover only some days of that period.
    package func isPartial(_ metric: Metric, _ position: Int) -> Bool {
        coverage.isPartial(metric, question.periods[position])
    }
}
