package import Kernel
package import Records
import Stats
import Warehouse

/// A part of a goal as it is proposed.
package struct GoalPiece: Sendable {
    package let name: Text
    package let days: Period
    /// The fields that say for whom it stands.
    package let scope: RecordValues
    /// Typed numbers.
    package let baseline: Double
    package let target: Double
    package let weight: Double?
}

/// Proposes how a goal is broken down: by the shares of the same periods, or of the same members, a year before.
package struct GoalPieces: Sendable {
    package let goal: Goal
    private let follower: GoalFollower
    private let metric: Metric
    private let days: Period
    private let target: Double
    private let baseline: Double

    /// Problem: `goal.incomplete`.
    package init(_ goal: Goal, _ follower: GoalFollower) throws {
        guard goal.gap == nil, let metric = goal.metric, let days = goal.days, let target = goal.target,
            let baseline = goal.baseline
        else {
            throw GoalProblem.incomplete(code: goal.record.code, (goal.gap ?? .deadline).text)
        }
        self.goal = goal
        self.follower = follower
        self.metric = metric
        self.days = days
        self.target = target
        self.baseline = baseline
    }

    /// Problems: `goal.too_short`, `goal.no_members`, `goal.no_people`, `goal.scope_taken`.
    package func proposed(_ way: GoalWay, people: [(id: Int64, name: String)] = []) async throws -> [GoalPiece] {
        guard GoalWay.open(to: goal).contains(way) else {
            if case .period(let grain) = way { throw GoalProblem.tooShort(code: goal.record.code, grain) }
            throw GoalProblem.scopeTaken(code: goal.record.code)
        }
        switch way {
        case .period(let grain): return try await byPeriod(grain)
        case .dimension(let dimension): return try await byMember(dimension)
        case .people: return try byPerson(people)
        }
    }

    /// Calendar periods of a grain within some days, the first and the last cut to them: also over the end of a year.
    package static func periods(of days: Period, _ grain: Grain) -> [Period] {
        var periods: [Period] = []
        var start = grain.start(of: days.start)
        while start < days.end {
            let next = grain.advance(start, by: 1)
            periods.append(Period(from: max(start, days.start), upTo: min(next, days.end)))
            start = next
        }
        return periods
    }

    private func byPeriod(_ grain: Grain) async throws -> [GoalPiece] {
        let parts = Self.periods(of: days, grain)
        let sums = try await follower.sums(of: goal)
        let season = sums.map(Season.init)
        let before = parts.map { part in
            season.flatMap { $0.fellow(of: part, in: days) }.flatMap { fellow in sums?.value(fellow) }
        }
        let known = before.compactMap { $0 }
        let hasSeason = known.count == parts.count
        let weights = parts.map { part in
            season.flatMap { $0.fellow(of: part, in: days) }.flatMap { sums?.weight($0) } ?? Double(part.dayCount)
        }
        let targets: [Double] =
            switch metric.shape {
            case .sum: shares(hasSeason ? known : parts.map { Double($0.dayCount) })
            case .quotient: rates(hasSeason ? known : parts.map { _ in target }, weights)
            case .level: parts.map { goal.unit.typed(GoalPath(goal, nil).expected(on: $0.lastDay) ?? target) }
            }
        return parts.indices.map { index in
            GoalPiece(
                name: Self.name(parts[index], grain), days: parts[index], scope: [:],
                baseline: goal.unit.typed(before[index] ?? part(of: baseline, parts[index])), target: targets[index],
                weight: metric.shape == .quotient ? percent(weights, index) : nil)
        }
    }

    /// Weights are kept in per cent of all.
    private func percent(_ weights: [Double], _ index: Int) -> Double {
        let total = weights.reduce(0, +)
        return total > 0 ? (weights[index] / total * 1_000_000).rounded() / 10_000 : 1
    }

    /// A baseline of which nothing else is known: by days where it adds up.
    private func part(of whole: Double, _ part: Period) -> Double {
        metric.shape == .sum ? whole * Double(part.dayCount) / Double(days.dayCount) : whole
    }

    private func byMember(_ dimension: Dimension) async throws -> [GoalPiece] {
        let state = try await RollUpState.read(from: follower.warehouse)
        let fellow = try await follower.sums(of: goal).flatMap { Season($0).fellow(of: days, in: days) }
        // A level has no same days: its members are held against the latest whole month.
        let period = fellow ?? Period(.month, holding: Grain.month.start(of: (state.lastDay ?? days.start) + 1) - 1)
        let answer = try await MetricReader(follower.warehouse).answer(
            MetricQuestion([metric], in: [period], by: dimension, where: goal.scope.filters), state)
        let names = try await MemberNames.read(dimension, from: follower.warehouse)
        var members: [(code: String, value: Double, weight: Double)] = []
        for member in answer.members where !member.isEmpty {
            guard let value = answer.value(metric, 0, member: member).number, value > 0 else { continue }
            let filters = goal.scope.filters + [DimensionFilter(dimension, [member])]
            let sums = try await follower.sums(of: metric, filters)
            members.append((member, value, metric.shape == .quotient ? sums?.weight(period) ?? 1 : 1))
        }
        members.sort { ($0.value, $1.code) > ($1.value, $0.code) }
        guard members.count > 1 else { throw GoalProblem.noMembers(dimension.name) }
        let values = members.map(\.value)
        let targets = metric.shape == .sum ? shares(values) : rates(values, members.map(\.weight))
        return members.indices.map { index in
            GoalPiece(
                name: names.text(of: members[index].code), days: days,
                scope: GoalScope.values(dimension, members[index].code),
                baseline: goal.unit.typed(values[index]), target: targets[index],
                weight: metric.shape == .sum ? nil : percent(members.map(\.weight), index))
        }
    }

    private func byPerson(_ people: [(id: Int64, name: String)]) throws -> [GoalPiece] {
        guard people.count > 1 else { throw GoalProblem.noPeople }
        let even = people.map { _ in 1.0 }
        let targets = metric.shape == .sum ? shares(even) : people.map { _ in goal.unit.typed(target) }
        let bases = metric.shape == .sum ? baseline / Double(people.count) : baseline
        return people.indices.map { index in
            GoalPiece(
                name: Text(verbatim: people[index].name), days: days,
                scope: [
                    "scope_by": .text(GoalScope.person), "scope_member": .text(people[index].name),
                    "owner": .whole(people[index].id),
                ],
                baseline: goal.unit.typed(bases), target: targets[index], weight: nil)
        }
    }

    /// The target in whole units by weights; the parts sum to it exactly.
    private func shares(_ weights: [Double]) -> [Double] {
        largestRemainder(goal.unit.steps(goal.unit.typed(target)), over: weights).map(goal.unit.typed(steps:))
    }

    /// Rates as they were, moved by one factor so that their weighted mean is the target.
    private func rates(_ values: [Double], _ weights: [Double]) -> [Double] {
        let mean = Balancing.mean(values, weights) ?? 0
        return values.map { value in
            let moved = mean > 0 && value > 0 ? value * target / mean : target
            return goal.unit.typed(steps: goal.unit.steps(goal.unit.typed(moved)))
        }
    }

    private static func name(_ period: Period, _ grain: Grain) -> Text {
        let (year, month, _) = period.start.civil
        return switch grain {
        case .quarter: Text(zh: "\(year) 年第 \(period.start.quarter) 季度", en: "\(year) Q\(period.start.quarter)")
        case .month: Text(zh: "\(year) 年 \(month) 月", en: "\(year)-\(padded(month, 2))")
        default: Text(zh: "\(period.start) 至 \(period.lastDay)", en: "\(period.start) to \(period.lastDay)")
        }
    }
}
