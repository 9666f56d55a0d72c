import Kernel
import TestKit
import Testing

@testable import Planning

/// The network against what others published and against an oracle that knows nothing of passes.
@Suite struct NetworkTests {
    /// Hillier & Lieberman, "Introduction to Operations Research", 8th edition, chapter 22, Reliable Construction Co.: weeks,
    /// predecessors, earliest starts and slacks of figures 22.3 to 22.7.
    private static let construction: [(name: String, weeks: Int, after: [String], start: Int, slack: Int)] = [
        ("A", 2, [], 0, 0), ("B", 4, ["A"], 2, 0), ("C", 10, ["B"], 6, 0), ("D", 6, ["C"], 16, 4),
        ("E", 4, ["C"], 16, 0), ("F", 5, ["E"], 20, 0), ("G", 7, ["D"], 22, 4), ("H", 9, ["E", "G"], 29, 4),
        ("I", 7, ["C"], 16, 2), ("J", 8, ["F", "I"], 25, 0), ("K", 4, ["J"], 33, 1), ("L", 5, ["J"], 33, 0),
        ("M", 2, ["H"], 38, 4), ("N", 6, ["K", "L"], 38, 0),
    ]

    @Test("WF-02 the published house of 44 weeks: starts, slacks and critical path A B C E F J L N")
    func published() throws {
        let rows = Self.construction
        let place = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1.name, $0) })
        let arcs = try rows.enumerated().flatMap { index, row in
            try row.after.map { name in
                let from = try #require(place[name])
                return Network.Arc(from, index, gap: rows[from].weeks)
            }
        }
        let schedule = try Network(rows.map { Network.Activity($0.weeks) }, arcs).schedule()
        #expect(schedule.end == 44)
        #expect(schedule.start == rows.map(\.start))
        #expect(rows.indices.map(schedule.float) == rows.map(\.slack))
        #expect(rows.indices.filter(schedule.isCritical).map { rows[$0].name }.joined() == "ABCEFJLN")
    }

    /// Bellman's equations iterated until nothing moves: no order, no passes.
    private func starts(_ network: Network, delaying delayed: Int? = nil, by days: Int = 0, from base: [Int] = [])
        -> [Int]
    {
        var start = network.activities.map { max(0, $0.release) }
        if let delayed { start[delayed] = base[delayed] + days }
        var moves = true
        while moves {
            moves = false
            for arc in network.arcs where start[arc.from] + arc.gap > start[arc.to] {
                start[arc.to] = start[arc.from] + arc.gap
                moves = true
            }
        }
        return start
    }

    private func end(_ network: Network, _ start: [Int]) -> Int {
        zip(start, network.activities).map { $0 + $1.duration }.max() ?? 0
    }

    /// A random network without circles: arcs go from lower to higher places of a shuffled order.
    private func network(_ generator: inout SeededGenerator) -> Network {
        let count = Int.random(in: 2...14, using: &generator)
        let order = (0..<count).shuffled(using: &generator)
        let activities = (0..<count).map { _ in
            Network.Activity(
                Int.random(in: 0...9, using: &generator), release: max(0, Int.random(in: -12...12, using: &generator)))
        }
        var arcs: [Network.Arc] = []
        for low in 0..<count {
            for high in (low + 1)..<max(count, low + 1) where Int.random(in: 0..<4, using: &generator) == 0 {
                let (from, to) = (order[low], order[high])
                let kind = DependencyKind.allCases[Int.random(in: 0..<4, using: &generator)]
                let lag = Int.random(in: -4...6, using: &generator)
                let gap = kind.gap(lag: lag, first: activities[from].duration, second: activities[to].duration)
                arcs.append(Network.Arc(from, to, gap: gap))
            }
        }
        return Network(activities, arcs.shuffled(using: &generator))
    }

    @Test(
        "WF-02 starts, ends and both floats are what their definitions say, on random networks of all four kinds with lags"
    )
    func oracle() async throws {
        try await forAll(seed: 7, cases: 400) { generator in
            let network = network(&generator)
            let schedule = try network.schedule()
            let base = starts(network)
            let finish = end(network, base)
            guard schedule.start == base, schedule.end == finish else { return false }
            for one in network.activities.indices {
                // The total float: the longest delay that the end does not notice; the free float: that nobody notices.
                var total = 0
                while end(network, starts(network, delaying: one, by: total + 1, from: base)) <= finish { total += 1 }
                var free = 0
                while true {
                    var late = starts(network, delaying: one, by: free + 1, from: base)
                    let isNoticed = end(network, late) > finish
                    late[one] = base[one]
                    if isNoticed || late != base { break }
                    free += 1
                }
                guard schedule.float(one) == total, schedule.free[one] == free else { return false }
            }
            return true
        }
    }

    @Test("WF-02 the four kinds bind the dates they name")
    func kinds() throws {
        // The first takes 5 days from day 2 on, the second 3; lag 2.
        let expected: [DependencyKind: Int] = [.finishStart: 9, .startStart: 4, .finishFinish: 6, .startFinish: 1]
        for kind in DependencyKind.allCases {
            let network = Network(
                [Network.Activity(5, release: 2), Network.Activity(3)],
                [Network.Arc(0, 1, gap: kind.gap(lag: 2, first: 5, second: 3))])
            #expect(try network.schedule().start[1] == expected[kind], "\(kind)")
        }
    }

    @Test("WF-02 a circle is refused, and the ones named really wait for each other in that order")
    func cycles() async throws {
        try await forAll(seed: 11, cases: 200) { generator in
            let network = network(&generator)
            guard let arc = network.arcs.first else { return true }
            let closed = Network(network.activities, network.arcs + [Network.Arc(arc.to, arc.from, gap: 0)])
            do throws(Network.Cycle) {
                _ = try closed.schedule()
                return false
            } catch {
                let named = error.activities
                let steps = zip(named, named.dropFirst() + named.prefix(1))
                return named.count >= 2
                    && steps.allSatisfy { from, to in closed.arcs.contains { $0.from == from && $0.to == to } }
            }
        }
    }

    @Test("WF-02 2,000 tasks with 6,000 links end where the longest way through them ends")
    func large() throws {
        var generator = Seed(3).generator
        let activities = (0..<2_000).map { _ in Network.Activity(Int.random(in: 0...10, using: &generator)) }
        let arcs = (0..<6_000).map { _ in
            let low = Int.random(in: 0..<1_999, using: &generator)
            return Network.Arc(low, Int.random(in: (low + 1)..<2_000, using: &generator), gap: activities[low].duration)
        }
        // Links lead from lower to higher numbers, so that one pass in order finds the longest way.
        var starts = [Int](repeating: 0, count: 2_000)
        for arc in arcs.sorted(by: { $0.from < $1.from }) {
            starts[arc.to] = max(starts[arc.to], starts[arc.from] + activities[arc.from].duration)
        }
        let longest = zip(starts, activities).map { $0 + $1.duration }.max()
        #expect(try Network(activities, arcs).schedule().end == longest)
    }
}
