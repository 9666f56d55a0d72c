/// Activities and what binds them, in whole working days and nothing else: pure mathematics, no dates, no names.
///
/// Critical path method with precedence diagramming (Kelley & Walker 1959; Fondahl 1961). Every dependency says
/// `start[to] ≥ start[from] + gap`, so the forward pass is a longest path in topological order, the backward pass the same
/// from the end. Time and memory grow with activities plus arcs.
package struct Network: Sendable {
    package struct Activity: Sendable {
        package let duration: Int
        /// Not before this day.
        package let release: Int
        /// It began on this day, whatever binds it.
        package let pinned: Int?

        package init(_ duration: Int, release: Int = 0, pinned: Int? = nil) {
            self.duration = duration
            self.release = release
            self.pinned = pinned
        }
    }

    package struct Arc: Sendable, Hashable {
        package let from: Int
        package let to: Int
        package let gap: Int

        package init(_ from: Int, _ to: Int, gap: Int) {
            self.from = from
            self.to = to
            self.gap = gap
        }
    }

    /// Activities that wait for each other, in the order in which they do.
    package struct Cycle: Error, Sendable, Equatable {
        package let activities: [Int]
    }

    package let activities: [Activity]
    package let arcs: [Arc]
    private let outgoing: [[Int]]

    package init(_ activities: [Activity], _ arcs: [Arc]) {
        self.activities = activities
        self.arcs = arcs
        var outgoing = [[Int]](repeating: [], count: activities.count)
        for (index, arc) in arcs.enumerated() { outgoing[arc.from].append(index) }
        self.outgoing = outgoing
    }

    package func schedule() throws(Cycle) -> NetworkSchedule {
        let order = try topological()
        var start = activities.map { $0.pinned ?? max(0, $0.release) }
        for node in order {
            for index in outgoing[node] {
                let arc = arcs[index]
                guard activities[arc.to].pinned == nil else { continue }
                start[arc.to] = max(start[arc.to], start[node] + arc.gap)
            }
        }
        let end = activities.indices.map { start[$0] + activities[$0].duration }.max() ?? 0
        return backward(order, start, end)
    }

    private func backward(_ order: [Int], _ start: [Int], _ end: Int) -> NetworkSchedule {
        var latest = activities.map { end - $0.duration }
        var free = activities.indices.map { end - activities[$0].duration - start[$0] }
        for node in order.reversed() {
            for index in outgoing[node] {
                let arc = arcs[index]
                // What has begun is moved by nothing any more.
                guard activities[arc.to].pinned == nil else { continue }
                latest[node] = min(latest[node], latest[arc.to] - arc.gap)
                free[node] = min(free[node], start[arc.to] - start[node] - arc.gap)
            }
        }
        return NetworkSchedule(
            start: start, latest: latest, free: free, durations: activities.map(\.duration), end: end, order: order)
    }

    /// Kahn (1962). What is left over holds a cycle.
    private func topological() throws(Cycle) -> [Int] {
        var waiting = [Int](repeating: 0, count: activities.count)
        for arc in arcs { waiting[arc.to] += 1 }
        var order = activities.indices.filter { waiting[$0] == 0 }
        order.reserveCapacity(activities.count)
        var next = 0
        while next < order.count {
            for index in outgoing[order[next]] {
                let to = arcs[index].to
                waiting[to] -= 1
                if waiting[to] == 0 { order.append(to) }
            }
            next += 1
        }
        if order.count < activities.count { throw cycle(among: waiting) }
        return order
    }

    /// Going backwards among what still waits must come round.
    private func cycle(among waiting: [Int]) -> Cycle {
        var before = [Int](repeating: -1, count: activities.count)
        for arc in arcs where waiting[arc.from] > 0 && waiting[arc.to] > 0 { before[arc.to] = arc.from }
        var place = [Int](repeating: -1, count: activities.count)
        var path: [Int] = []
        var node = waiting.firstIndex { $0 > 0 } ?? 0
        while place[node] < 0 {
            place[node] = path.count
            path.append(node)
            node = before[node]
        }
        return Cycle(activities: path[place[node]...].reversed())
    }
}
