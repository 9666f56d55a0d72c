import Foundation
import Kernel
import Stats
import TestKit
import Testing

@testable import Planning
@testable import Warehouse

/// Do stated probabilities come true as often as they say? On companies with planted growth, season and chance.
@Suite("S-06 calibration of the probability of reaching a goal")
struct CalibrationTests {
    /// How a year's growth moves in the planted companies.
    private enum Growth: CaseIterable { case steady, wandering, bendingSeason }

    /// Three years of daily sales: week, season, growth, noise, and Double 11.
    private func company(_ growth: Growth, _ random: inout SeededGenerator) -> (start: Day, daily: [Double]) {
        let start = Day(daysSince1970: 19_358)  // 2023-01-01
        let noise = 0.05 + 0.25 * random.uniform()
        let drift = 0.2 * (random.uniform() - 0.3) / 365
        let swing = 0.1 + 0.4 * random.uniform()
        let wander = growth == .wandering ? 0.004 : 0
        var level = 0.0
        let daily = (0..<1_095).map { index -> Double in
            let day = start + index
            level += drift + wander * standardNormal(using: &random)
            let angle = 2 * Double.pi * Double(index) / 365.25
            let bend = growth == .bendingSeason ? 0.06 * sin(2 * angle + Double(index) / 400) : 0
            let week = [0.9, 0.9, 0.95, 1, 1.05, 1.2, 1.1][day.weekday]
            let event = day.month == 11 && day.dayOfMonth == 11 ? 3.0 : 1
            return 1_000_000 * week * event
                * exp(level + swing * sin(angle) + bend + noise * standardNormal(using: &random))
        }
        return (start, daily)
    }

    @Test(
        "stated probabilities match frequencies within chance, and 80 % intervals hold 80 %",
        arguments: [1, 2] as [UInt64])
    func matches(seed: UInt64) throws {
        var random = Seed(seed).generator
        var stated: [Double] = []
        var cameTrue: [Bool] = []
        var inside = 0
        let rounds = 240
        for round in 0..<rounds {
            let (start, daily) = company(Growth.allCases[round % 3], &random)
            // The third year's goal, read between its 40th and 320th day.
            let year = Period(from: start + 730, upTo: start + 1_095)
            let today = 730 + 40 + Int(random.uniform() * 280)
            let known = DailySums(
                days: Period(from: start, upTo: start + today), over: Array(daily.prefix(today)), under: nil)
            let truth = daily[730..<1_095].reduce(0, +)
            let forecast = try #require(WeeklyForecast(sums: known, days: year).forecast(Seed(9)))
            #expect(forecast.method == .weeksAgainstYearBefore)
            // A target somewhere around what is forecast, so that all probabilities occur.
            let target = forecast.outlook.quantile(0.02 + 0.96 * random.uniform())
            stated.append(forecast.outlook.probability(atLeast: target))
            cameTrue.append(truth >= target)
            if truth >= forecast.outlook.quantile(0.1), truth <= forecast.outlook.quantile(0.9) { inside += 1 }
        }
        let coverage = Double(inside) / Double(rounds)
        #expect((0.70...0.92).contains(coverage), "80 % intervals hold \(coverage)")
        for third in [0.0..<0.33, 0.33..<0.67, 0.67..<1.01] {
            let bin = stated.indices.filter { third.contains(stated[$0]) }
            let said = bin.reduce(0.0) { $0 + stated[$1] } / Double(bin.count)
            let came = Double(bin.count { cameTrue[$0] }) / Double(bin.count)
            // Three standard errors of a frequency, and three points for what the model does not know.
            let slack = 3 * (said * (1 - said) / Double(bin.count)).squareRoot() + 0.03
            #expect(abs(said - came) < slack, "said \(said), came true \(came) of \(bin.count)")
        }
    }

    @Test("quotients: the weighted rate of a year is within its 80 % interval about 80 times of 100")
    func quotients() throws {
        var random = Seed(4).generator
        var inside = 0
        let rounds = 150
        for _ in 0..<rounds {
            let start = Day(daysSince1970: 19_358)
            let growth = 0.3 * (random.uniform() - 0.5)
            let under = (0..<1_095).map {
                5_000 * exp(0.3 * sin(Double($0) / 58) + 0.1 * standardNormal(using: &random))
            }
            let over = under.indices.map { index in
                let rate = 0.03 * exp(growth * Double(index) / 1_095 + 0.1 * standardNormal(using: &random))
                return under[index] * rate
            }
            let year = Period(from: start + 730, upTo: start + 1_095)
            let today = 730 + 60 + Int(random.uniform() * 200)
            let known = DailySums(
                days: Period(from: start, upTo: start + today), over: Array(over.prefix(today)),
                under: Array(under.prefix(today)))
            let truth = over[730...].reduce(0, +) / under[730...].reduce(0, +)
            let forecast = try #require(WeeklyForecast(sums: known, days: year).forecast(Seed(9)))
            if truth >= forecast.outlook.quantile(0.1), truth <= forecast.outlook.quantile(0.9) { inside += 1 }
        }
        let coverage = Double(inside) / Double(rounds)
        #expect((0.68...0.93).contains(coverage), "80 % intervals hold \(coverage)")
    }

    @Test(
        "amber comes before it is too late: a business that falls behind is at risk while most of the year is still to come"
    )
    func early() throws {
        // Sales as last year until the 90th day, a tenth below from then on; the goal is last year's amount.
        let start = Day(daysSince1970: 19_358)
        var random = Seed(6).generator
        let daily = (0..<1_095).map { index -> Double in
            let fall = index >= 730 + 90 ? 0.9 : 1
            return 1_000 * fall * (1 + 0.2 * sin(2 * Double.pi * Double(index) / 365))
                * exp(0.08 * standardNormal(using: &random))
        }
        let year = Period(from: start + 730, upTo: start + 1_095)
        let target = daily[365..<730].reduce(0, +)
        func chance(_ today: Int) throws -> Double {
            let known = DailySums(
                days: Period(from: start, upTo: start + 730 + today), over: Array(daily.prefix(730 + today)), under: nil
            )
            return try #require(WeeklyForecast(sums: known, days: year).forecast(Seed(9))).outlook.probability(
                atLeast: target)
        }
        #expect(GoalLight(probability: try chance(88)) == .atRisk)
        #expect(try chance(160) < 0.3)
        // By the path alone, on that day only some four per cent are missing.
        let reached = daily[730..<890].reduce(0, +)
        let due = daily[365..<525].reduce(0, +)
        #expect(reached / due > 0.93)
    }

    @Test("a noisy score without a season is forecast within its bounds, around where it stands")
    func bounded() throws {
        var random = Seed(14).generator
        let values = (0..<34).map { _ in min(100, max(-100, 42 + 25 * standardNormal(using: &random))) }
        let month = Day(daysSince1970: 20_393)  // 2025-11-01
        let forecast = try #require(
            MonthlyForecast(values: values, lastMonth: month, due: month + 400, bounds: -100...100).forecast(Seed(9)))
        #expect(forecast.steps.count == 13 && forecast.method == .months)
        #expect((forecast.outlook.ends.first ?? -101) >= -100 && (forecast.outlook.ends.last ?? 101) <= 100)
        #expect((0.0...75).contains(forecast.outlook.quantile(0.5)))
    }
}
