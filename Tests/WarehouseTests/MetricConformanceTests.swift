import Engine
import Kernel
import TestKit
import Testing

@testable import Warehouse

/// What every metric must keep, whoever adds it.
@Suite struct MetricConformanceTests {
    @Test("KP-01 ids are unique, snake_case, and every metric says what it is in both languages")
    func wellFormed() {
        #expect(Set(Metric.all.map(\.id)).count == Metric.all.count)
        #expect(Metric.all.count >= 30)
        for metric in Metric.all {
            #expect(metric.id.allSatisfy { $0.isLowercase || $0 == "_" || $0.isNumber }, "\(metric.id)")
            for text in [metric.name, metric.meaning, metric.formula.text] {
                #expect(!text.zh.isEmpty && !text.en.isEmpty, "\(metric.id)")
            }
            #expect(!metric.sources.isEmpty, "\(metric.id)")
            #expect(Metric.named(metric.id) == metric)
        }
    }

    @Test("KP-01 every family of the board has metrics", arguments: MetricFamily.allCases)
    func families(family: MetricFamily) {
        #expect(Metric.all.contains { $0.family == family })
    }

    @Test("DA-04 every measure is the same from the roll-up and from the canonical tables")
    func sameNumber() async throws {
        var random = Seed(11).generator
        var company = try await TestCompany()
        try await company.addMasterData()
        for _ in 0..<4 { try await company.addLoad(&random) }
        try await company.refresh.run()
        let periods = [
            Period(.month, holding: TestCompany.days.start + 40),
            Period(.quarter, holding: TestCompany.days.start + 200),
            Period(.week, holding: TestCompany.days.start + 77),
            Period(from: TestCompany.days.start + 3, upTo: TestCompany.days.end),
        ]
        for rollUp in RollUp.all {
            for column in rollUp.measures {
                try await compare(column, of: rollUp, periods, company)
            }
        }
    }

    private func compare(
        _ column: RollUp.MeasureColumn, of rollUp: RollUp, _ periods: [Period], _ company: TestCompany
    ) async throws {
        let name = column.measure.rawValue
        let window = MeasureNeed(measure: column.measure).window(in: rollUp)
        let select = RollUpSelect(
            rollUp: rollUp, measures: [column.measure], window: window, by: nil, filters: [], periods: periods)
        let (sql, values) = select.printed()
        let answers = try await company.warehouse.engine.query(sql, values)
        let question = rollUp.canonicalQuestion([column.measure], isLevel: column.isLevel)
        for row in answers.rows {
            let period = periods[Int(try row.int("bucket"))]
            let start = window == .snapshots ? period.start - 1 : period.start
            let bound: [EngineValue] = column.isLevel ? [.day(period.end)] : [.day(start), .day(period.end)]
            let direct = try await company.warehouse.engine.query(question, bound).single().optionalDouble(name) ?? 0
            let rolled = try row.optionalDouble(name) ?? 0
            #expect(abs(direct - rolled) < 1e-9 * max(1, abs(direct)), "\(rollUp.id).\(name) \(period)")
        }
    }

    @Test("KP-01 split by a dimension, sums of members give the whole")
    func membersAddUp() async throws {
        var random = Seed(5).generator
        var company = try await TestCompany()
        try await company.addMasterData()
        try await company.addLoad(&random)
        try await company.refresh.run()
        let reader = MetricReader(company.warehouse)
        let periods = [Period(.quarter, holding: TestCompany.days.start + 100)]
        let wholes = try await reader.answer(MetricQuestion(Metric.all, in: periods))
        for dimension in Dimension.allCases {
            let parts = try await reader.answer(MetricQuestion(Metric.all, in: periods, by: dimension))
            for metric in Metric.all {
                guard case .measure(let measure) = metric.formula,
                    let rollUp = RollUp.answering(measure, offering: [dimension]), rollUp.shape == .sums,
                    let whole = wholes.value(metric, 0).number
                else { continue }
                let sum = parts.members.compactMap { parts.value(metric, 0, member: $0).number }.reduce(0, +)
                #expect(abs(sum - whole) < 1e-6, "\(metric.id) by \(dimension.rawValue)")
            }
        }
    }

    @Test("DA-04 without data no metric has a value, and each says why in both languages")
    func nothingLoaded() async throws {
        let company = try await TestCompany()
        try await company.refresh.run()
        let question = MetricQuestion(Metric.all, in: [Period(.month, holding: TestCompany.days.start)])
        let answer = try await MetricReader(company.warehouse).answer(question)
        for metric in Metric.all {
            let reason = answer.value(metric, 0).reason
            #expect(reason != nil, "\(metric.id) is \(answer.value(metric, 0))")
            #expect(reason?.text.zh.isEmpty == false && reason?.text.en.isEmpty == false)
        }
    }
}
