import Kernel
import Engine

/// The one place where metrics are computed. Boards, pages, alerts, exports and the command line all ask here.
package struct MetricReader: Sendable {
    package let warehouse: Warehouse

    package init(_ warehouse: Warehouse) { self.warehouse = warehouse }

    /// Values of all metrics asked for, by one question to each roll-up concerned.
    package func answer(_ question: MetricQuestion) async throws -> MetricAnswer {
        let state = try await RollUpState.read(from: warehouse)
        return try await answer(question, state)
    }

    package func answer(_ question: MetricQuestion, _ state: RollUpState) async throws -> MetricAnswer {
        let plan = MetricPlan(question)
        var cube = MeasureCube(periodCount: question.periods.count)
        if !question.periods.isEmpty {
            for (select, table) in try await ask(plan.selects) { try cube.add(table, of: select) }
        }
        return MetricAnswer(question: question, state: state, plan: plan, cube: cube)
    }

    private func ask(_ selects: [RollUpSelect]) async throws -> [(RollUpSelect, EngineTable)] {
        try await withThrowingTaskGroup(of: (RollUpSelect, EngineTable).self) { group in
            for select in selects {
                group.addTask {
                    let (sql, values) = select.printed()
                    return (select, try await warehouse.engine.query(sql, values))
                }
            }
            var answers: [(RollUpSelect, EngineTable)] = []
            for try await answer in group { answers.append(answer) }
            return answers
        }
    }
}
