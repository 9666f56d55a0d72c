package import Kernel
import Records
import Warehouse

/// What a past year says to the next plan (S-09), all of it computed: attainment of goals, channels by their return, campaigns
/// with weak response, and what to keep or change.
package struct LookBack: Sendable {
    package let year: Period
    /// Goals due in the year, the best attained first.
    package let goals: [GoalReading]
    /// Ad channels by return on spend, the highest first.
    package let channels: [Spending]
    /// Campaigns that brought back less than half of what spending brought on the whole, the dearest first.
    package let weak: [Spending]
    /// Return on spend on the whole.
    package let overall: Double?

    /// What was spent on a channel or campaign, and what came of it. Money in fen.
    package struct Spending: Sendable, Identifiable {
        package let id: String
        package let name: Text
        package let cost: Double
        package let returned: Double
        package let clickRate: Double?
    }

    /// One line of the list of what to keep and what to change.
    package enum Lesson: Sendable {
        case keepChannel(Spending)
        case changeChannel(Spending)
        case stopCampaign(Spending)
        case keepGoal(GoalReading)
        case changeGoal(GoalReading)

        package var isKeep: Bool {
            switch self {
            case .keepChannel, .keepGoal: true
            case .changeChannel, .stopCampaign, .changeGoal: false
            }
        }
    }

    /// Channels a fifth above the whole are kept, those three tenths below it changed.
    package var lessons: [Lesson] {
        let bar = overall ?? 0
        let kept = channels.filter { $0.returned >= 1.2 * bar }.prefix(3).map(Lesson.keepChannel)
        let changed = channels.filter { $0.returned < 0.7 * bar }.suffix(3).map(Lesson.changeChannel)
        let reached = goals.filter { $0.light == .onTrack }.map(Lesson.keepGoal)
        let missed = goals.filter { $0.light == .unlikely }.map(Lesson.changeGoal)
        return kept + reached + changed + weak.prefix(3).map(Lesson.stopCampaign) + missed
    }
}

extension GoalFollower {
    /// The look-back on a calendar year, from the goals given and the advertising data.
    package func lookBack(on year: Int, goals all: [Goal]) async throws -> LookBack? {
        guard let start = Day(year: year, month: 1, day: 1), let end = Day(year: year + 1, month: 1, day: 1) else {
            return nil
        }
        let days = Period(from: start, upTo: end)
        let due = all.filter { goal in
            goal.record.state != "dropped" && goal.days.map { days.contains($0.lastDay) } ?? false
        }
        let readings = try await readings(of: due)
        let channels = try await spending(days, by: .adChannel)
        let campaigns = try await spending(days, by: .campaign)
        let overall = channels.overall
        return LookBack(
            year: days,
            goals: due.compactMap { readings[$0.id] }.sorted { ($0.attainment ?? -9) > ($1.attainment ?? -9) },
            channels: channels.parts.sorted { ($0.returned, $1.id) > ($1.returned, $0.id) },
            weak: campaigns.parts.filter { part in overall.map { part.returned < 0.5 * $0 } ?? false }
                .sorted { ($0.cost, $1.id) > ($1.cost, $0.id) },
            overall: overall)
    }

    private func spending(_ days: Period, by dimension: Dimension) async throws -> (
        parts: [LookBack.Spending], overall: Double?
    ) {
        guard let cost = Metric.named("ad_cost"), let back = Metric.named("roas"), let clicks = Metric.named("ctr")
        else {
            return ([], nil)
        }
        let metrics = [cost, back, clicks].filter { $0.offers([dimension]) }
        let reader = MetricReader(warehouse)
        let split = try await reader.answer(MetricQuestion(metrics, in: [days], by: dimension))
        let whole = try await reader.answer(MetricQuestion([back], in: [days]))
        let parts = split.members.filter { !$0.isEmpty }.compactMap { member -> LookBack.Spending? in
            guard let spent = split.value(cost, 0, member: member).number, spent > 0,
                let returned = split.value(back, 0, member: member).number
            else { return nil }
            return LookBack.Spending(
                id: member, name: dimension.text(of: member), cost: spent, returned: returned,
                clickRate: split.value(clicks, 0, member: member).number)
        }
        return (parts, whole.value(back, 0).number)
    }
}
