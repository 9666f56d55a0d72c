import Foundation
import Kernel

@testable import Collecting

/// Estimates a category's price elasticity from units by cell: Poisson with a fixed effect for every four weeks, the seasonal base of
/// each cell known. One Newton iteration after another on the elasticity.
struct SlotElasticity {
    private let company: Company
    private var units: [Double]

    init(_ company: Company) {
        self.company = company
        units = Array(repeating: 0, count: company.calendar.cells * PriceBook.categories)
    }

    mutating func add(day: Int, hour: Int, category: String, units count: Double) {
        guard let index = Category.all.firstIndex(where: { $0.name == category }),
            let slot = StoryCalendar.slotHours.lastIndex(where: { $0 <= hour })
        else { return }
        units[(day * StoryCalendar.slots + slot) * PriceBook.categories + index] += count
    }

    func estimate(category: Int, weekendEvening: Bool) -> Double {
        var elasticity = 1.0
        for _ in 0..<25 {
            let (score, information) = slope(category, weekendEvening, at: elasticity)
            elasticity += max(-1, min(1, score / max(information, 1e-9)))
        }
        return elasticity
    }

    /// Score and information of the likelihood given the total of every four weeks.
    private func slope(_ category: Int, _ evening: Bool, at elasticity: Double) -> (Double, Double) {
        var (score, information) = (0.0, 0.0)
        for start in stride(from: 0, to: company.calendar.dayCount, by: 28) {
            var (total, sum, first, second) = (0.0, 0.0, 0.0, 0.0)
            for day in start..<min(start + 28, company.calendar.dayCount) {
                for slot in 0..<StoryCalendar.slots
                where company.calendar.isWeekendEvening(day: day, slot: slot) == evening {
                    let cell = day * StoryCalendar.slots + slot
                    let price = log(company.prices.categoryFactor(cell: cell, category: category))
                    let weight = base(day, slot) * exp(-elasticity * price)
                    let count = units[cell * PriceBook.categories + category]
                    score -= count * price
                    total += count
                    sum += weight
                    first += weight * price
                    second += weight * price * price
                }
            }
            guard sum > 0 else { continue }
            score += total * first / sum
            information += total * (second / sum - (first / sum) * (first / sum))
        }
        return (score, information)
    }

    private func base(_ day: Int, _ slot: Int) -> Double {
        let share = Season.hours[StoryCalendar.slotHours[slot]..<StoryCalendar.slotHours[slot + 1]].reduce(0, +)
        return Season.festival(company.calendar.date(day)) * Season.weekdays[company.calendar.weekdayOfDay[day]] * share
            * company.media.lift[day]
    }
}
