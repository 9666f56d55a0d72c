import Warehouse

/// Answers of the current version of the roll-ups. A newer version forgets the older one's.
actor AnswerCache {
    private var version: Int64 = -1
    private var answers: [MetricQuestion: MetricAnswer] = [:]
    private let limit = 500

    func answer(_ question: MetricQuestion, _ state: RollUpState, _ reader: MetricReader) async throws -> MetricAnswer {
        if let kept = kept(question, state.version) { return kept }
        let answer = try await reader.answer(question, state)
        keep(answer, question, state.version)
        return answer
    }

    private func kept(_ question: MetricQuestion, _ wanted: Int64) -> MetricAnswer? {
        wanted == version ? answers[question] : nil
    }

    private func keep(_ answer: MetricAnswer, _ question: MetricQuestion, _ computedFrom: Int64) {
        guard computedFrom >= version else { return }
        if computedFrom > version || answers.count >= limit { answers.removeAll() }
        version = computedFrom
        answers[question] = answer
    }
}
