import Engine
import Kernel

/// The one place where metrics are computed. Boards, pages, alerts, exports and the command line all ask here.
package struct MetricReader: Sendable {
    package let warehouse: Warehouse

    package init(_ warehouse: Warehouse) { self.warehouse = warehouse }

    /// Values of all metrics asked for, by one question to each roll-up concerned.
    package func answer(_ question: MetricQuestion) async throws -> MetricAnswer {
        try await answer(question, try await RollUpState.read(from: warehouse))
    }

    /// As above, for a caller that has read the state.
    package func answer(_ question: MetricQuestion, _ state: RollUpState) async throws -> MetricAnswer {
        let plan = MetricPlan(question)
        var cube = MeasureCube(periodCount: question.periods.count)
        for (select, parts) in try await ask(plan.selects, state.version) {
            for (position, period) in question.periods.enumerated() {
                if let part = parts[select.key(period)] { cube.add(part, of: select, period: position) }
            }
        }
        return MetricAnswer(question: question, state: state, plan: plan, cube: cube)
    }

    /// Computes what boards and trends show first, ahead of their readers.
    package func warm() async throws {
        let state = try await RollUpState.read(from: warehouse)
        guard let last = state.lastDay else { return }
        let months = ComparedPeriods(.month, upTo: last, historyCount: 36)
        _ = try await answer(MetricQuestion(Metric.all, in: months.all), state)
        for grain in [Grain.day, .week, .quarter, .year] {
            _ = try await answer(MetricQuestion(Metric.all, in: ComparedPeriods(grain, upTo: last).all), state)
        }
    }

    private typealias Parts = [MetricMemory.Key: MetricMemory.Part]

    private func ask(_ selects: [RollUpSelect], _ version: Int64) async throws -> [(RollUpSelect, Parts)] {
        try await withThrowingTaskGroup(of: (RollUpSelect, Parts).self) { group in
            for select in selects { group.addTask { (select, try await parts(of: select, version)) } }
            var answers: [(RollUpSelect, Parts)] = []
            for try await answer in group { answers.append(answer) }
            return answers
        }
    }

    private func parts(of select: RollUpSelect, _ version: Int64) async throws -> Parts {
        var parts = await warehouse.memory.known(select.periods.map(select.key), version: version)
        var missing = select
        missing.periods = select.periods.filter { parts[select.key($0)] == nil }
        guard !missing.periods.isEmpty else { return parts }
        let (sql, values) = missing.printed()
        var new: Parts = [:]
        for period in missing.periods { new[select.key(period)] = [:] }
        for row in try await warehouse.engine.query(sql, values).rows {
            let key = select.key(missing.periods[Int(try row.int("bucket"))])
            new[key]?[try row.text("member")] = try select.measures.map { try row.optionalDouble($0.rawValue) ?? 0 }
        }
        await warehouse.memory.keep(new, version: version)
        parts.merge(new) { _, newer in newer }
        return parts
    }
}
