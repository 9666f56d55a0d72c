package import Kernel

/// When the content of a campaign is released: rarer first, daily before it begins, several times a day while it bursts, then thinning
/// out; each an hour before users are most active, so that it has spread when they come (WF-05).
package struct ReleaseRhythm: Sendable {
    package let slots: [Slot]

    package enum Phase: String, Sendable, CaseIterable {
        case warmUp, burst, tail

        package var name: Text {
            switch self {
            case .warmUp: Text(zh: "预热", en: "Warm-up")
            case .burst: Text(zh: "爆发", en: "Burst")
            case .tail: Text(zh: "余热", en: "Tail")
            }
        }
    }

    package struct Slot: Sendable, Hashable {
        package let phase: Phase
        package let day: Day
        /// When it is released, 0 to 23.
        package let hour: Int
        /// The active hour that it is for.
        package let peak: Int
    }

    /// How long and how dense; what people may set.
    package struct Wish: Sendable, Hashable {
        /// Days before the campaign begins.
        package let warmUpDays: Int
        package let burstDays: Int
        /// Days after the burst, at most.
        package let tailDays: Int
        /// Releases on each day of the burst.
        package let perBurstDay: Int

        package init(warmUpDays: Int = 14, burstDays: Int = 3, tailDays: Int = 7, perBurstDay: Int = 3) {
            self.warmUpDays = min(max(warmUpDays, 0), 60)
            self.burstDays = min(max(burstDays, 1), 14)
            self.tailDays = min(max(tailDays, 0), 30)
            self.perBurstDay = min(max(perBurstDay, 1), 6)
        }
    }

    /// - Parameters:
    ///   - first: the campaign's first day; the burst begins with it.
    ///   - today: nothing is proposed for days before it.
    package init(_ hours: ActiveHours, first: Day, _ wish: Wish, from today: Day) {
        var slots: [Slot] = []
        for day in Self.warmUp(wish.warmUpDays, before: first) { slots += Self.slots(.warmUp, day, 1, hours) }
        for day in Period(from: first, upTo: first + wish.burstDays).days {
            slots += Self.slots(.burst, day, wish.perBurstDay, hours)
        }
        let over = first + wish.burstDays
        for day in stride(from: over, to: over + wish.tailDays, by: 2) { slots += Self.slots(.tail, day, 1, hours) }
        self.slots = slots.filter { $0.day >= today }.sorted { ($0.day, $0.hour) < ($1.day, $1.hour) }
    }

    /// Every third day, every other one in the last week, daily in the last three.
    private static func warmUp(_ count: Int, before first: Day) -> [Day] {
        (1...max(1, count)).filter { count > 0 && ($0 <= 3 || ($0 <= 7 && $0 % 2 == 1) || ($0 > 7 && $0 % 3 == 1)) }
            .map { first - $0 }
    }

    private static func slots(_ phase: Phase, _ day: Day, _ count: Int, _ hours: ActiveHours) -> [Slot] {
        hours.peaks(ActiveHours.weekday(day), count).map { peak in
            // What is for midnight is released at midnight: the evening before is another day's.
            Slot(phase: phase, day: day, hour: max(0, peak - 1), peak: peak)
        }
    }

    package func count(_ phase: Phase) -> Int { slots.count { $0.phase == phase } }
}
