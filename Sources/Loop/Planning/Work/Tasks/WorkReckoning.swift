import Kernel

/// From working-day positions to days, and back.
struct WorkReckoning {
    let graph: WorkGraph
    let calendar: WorkCalendar
    /// The position of the plan's first day.
    let origin: Int
    var outside = OutsideDates.none

    private func release(_ index: Int) -> Int {
        max(origin, graph.tasks[index].release.map(calendar.position) ?? origin)
    }

    func planned(_ index: Int) -> Network.Activity {
        let days = graph.isGroup(index) ? 0 : graph.tasks[index].days
        return Network.Activity(days, release: max(release(index), bound(index, outside.planned, days)?.position ?? 0))
    }

    /// What tasks of other plans leave it, and the one that leaves least.
    private func bound(_ index: Int, _ spans: [Int64: OutsideDates.Span], _ days: Int) -> (
        position: Int, task: Int64
    )? {
        let bounds = graph.tasks[index].follows.compactMap { link in
            graph.place[link.task] == nil
                ? spans[link.task].map { (position: $0.bound(link, days: days, calendar), task: link.task) } : nil
        }
        return bounds.max { ($0.position, $1.task) < ($1.position, $0.task) }
    }

    /// The task of another plan that decides when this one begins; `nil` where something nearer does.
    func driver(_ index: Int, start: Int) -> Int64? {
        let days = graph.isGroup(index) ? 0 : graph.tasks[index].days
        guard let bound = bound(index, outside.planned, days), bound.position == start, start > release(index) else {
            return nil
        }
        return bound.task
    }

    /// What other plans see of this one's tasks.
    func seen(_ schedule: NetworkSchedule) -> [Int64: OutsideDates.Span] {
        var spans: [Int: OutsideDates.Span] = [:]
        for (index, _) in tree().reversed() {
            if graph.isGroup(index) {
                let inside = graph.parts[index].compactMap { spans[$0] }
                guard let starts = inside.map(\.starts).min(), let after = inside.map(\.after).max() else { continue }
                spans[index] = OutsideDates.Span(starts: starts, after: after)
            } else {
                let start = schedule.start[graph.activity(index)]
                let days = schedule.durations[graph.activity(index)]
                let first = calendar.day(at: start)
                spans[index] = OutsideDates.Span(
                    starts: first, after: days == 0 ? first : calendar.day(at: start + days - 1) + 1)
            }
        }
        return Dictionary(spans.map { (graph.tasks[$0].number, $1) }) { first, _ in first }
    }

    /// With what has happened until this morning.
    func expected(_ index: Int, _ planned: NetworkSchedule, _ today: Day) -> Network.Activity {
        let task = graph.tasks[index]
        if graph.isGroup(index) {
            return Network.Activity(0, release: max(release(index), bound(index, outside.expected, 0)?.position ?? 0))
        }
        let now = calendar.position(of: today)
        let start = task.began.map(calendar.position) ?? planned.start[graph.activity(index)]
        if let finished = task.finished {
            let last = calendar.position(of: finished)
            if task.isMilestone { return Network.Activity(0, release: last, pinned: last) }
            return Network.Activity(max(1, last + 1 - start), release: start, pinned: min(start, last))
        }
        if task.state == "done" { return Network.Activity(task.days, release: start, pinned: start) }
        if task.began != nil {
            let left = Int((Double(task.days) * (1 - min(max(task.progress, 0), 1))).rounded(.up))
            return Network.Activity(max(min(1, task.days), now + left - start), release: start, pinned: start)
        }
        let bound = bound(index, outside.expected, task.days)?.position ?? 0
        return Network.Activity(task.days, release: max(release(index), now, bound))
    }

    func tasks(_ planned: NetworkSchedule, _ expected: NetworkSchedule) -> [TimedTask] {
        let plan = spans(planned)
        let outlook = spans(expected, isOutlook: true)
        return tree().map { index, depth in
            let activity = graph.activity(index)
            let isGroup = graph.isGroup(index)
            let leaves = isGroup ? leaves(of: index) : [index]
            let float = leaves.map { planned.float(graph.activity($0)) }.min() ?? 0
            return TimedTask(
                task: graph.tasks[index], depth: depth, isGroup: isGroup, starts: plan[index].starts,
                ends: plan[index].ends, expectedStart: outlook[index].starts, expectedEnd: outlook[index].ends,
                float: float, freeFloat: isGroup ? float : planned.free[activity], isCritical: float <= 0,
                slip: calendar.count(from: plan[index].ends, to: outlook[index].ends), progress: progress(leaves))
        }
    }

    private func progress(_ leaves: [Int]) -> Double {
        let done = leaves.reduce((part: 0.0, whole: 0.0)) { sum, leaf in
            let task = graph.tasks[leaf]
            let weight = Double(max(1, task.days))
            return (sum.part + weight * (task.isDone ? 1 : task.progress), sum.whole + weight)
        }
        return done.whole > 0 ? done.part / done.whole : 0
    }

    /// First and last day of every task.
    private func spans(_ schedule: NetworkSchedule, isOutlook: Bool = false) -> [(starts: Day, ends: Day)] {
        var spans = graph.tasks.indices.map { index in
            graph.isGroup(index) ? nil : leaf(index, schedule.start[graph.activity(index)], schedule, isOutlook)
        }
        for (index, _) in tree().reversed() where graph.isGroup(index) {
            let inside = graph.parts[index].compactMap { spans[$0] }
            let first = inside.map(\.starts).min() ?? calendar.day(at: origin)
            spans[index] = (first, inside.map(\.ends).max() ?? first)
        }
        return spans.map { $0 ?? (calendar.day(at: origin), calendar.day(at: origin)) }
    }

    /// A milestone that something pushed is reached with the evening before; one of its own date on that date.
    private func leaf(_ index: Int, _ start: Int, _ schedule: NetworkSchedule, _ isOutlook: Bool) -> (
        starts: Day, ends: Day
    ) {
        let task = graph.tasks[index]
        if task.isMilestone {
            let own = isOutlook ? task.finished.map(calendar.position) : nil
            let day = calendar.day(at: own ?? (start > release(index) && !task.follows.isEmpty ? start - 1 : start))
            return (day, day)
        }
        let days = isOutlook ? schedule.durations[graph.activity(index)] : task.days
        return (calendar.day(at: start), calendar.day(at: start + max(days, 1) - 1))
    }

    private func leaves(of index: Int) -> [Int] {
        var found: [Int] = []
        var open = graph.parts[index]
        var steps = 0
        while let next = open.popLast(), steps <= graph.tasks.count {
            steps += 1
            if graph.isGroup(next) { open += graph.parts[next] } else { found.append(next) }
        }
        return found
    }

    /// A group before its parts; tasks that are their own ancestors stand at the end, so that none is lost.
    private func tree() -> [(index: Int, depth: Int)] {
        var found: [(Int, Int)] = []
        var seen: Set<Int> = []
        func walk(_ index: Int, _ depth: Int) {
            guard seen.insert(index).inserted else { return }
            found.append((index, depth))
            for part in graph.parts[index] { walk(part, min(depth + 1, 20)) }
        }
        for index in graph.tasks.indices where graph.tasks[index].parent.flatMap({ graph.place[$0] }) == nil {
            walk(index, 0)
        }
        for index in graph.tasks.indices { walk(index, 0) }
        return found
    }

    /// Back from a task, or from what ends last, along links without any room, and the task of another plan before that.
    func chain(_ network: Network, _ schedule: NetworkSchedule, to task: Int64? = nil) -> (
        path: [Int64], outside: Int64?
    ) {
        var into: [Int: [Network.Arc]] = [:]
        for arc in network.arcs { into[arc.to, default: []].append(arc) }
        guard var node = end(network, schedule, task) else { return ([], nil) }
        var path = [node]
        while let arc = into[node]?.first(where: {
            schedule.start[$0.to] == schedule.start[$0.from] + $0.gap
                && (task != nil || schedule.isCritical($0.from))
        }) {
            node = arc.from
            path.append(node)
        }
        var seen: Set<Int> = []
        let numbers: [Int64] = path.reversed().compactMap { activity in
            let index = graph.taskOf[activity]
            return !graph.isGroup(index) && seen.insert(index).inserted ? graph.tasks[index].number : nil
        }
        return (numbers, driver(graph.taskOf[node], start: schedule.start[node]))
    }

    /// The last activity of a task, or the one that ends last of all.
    private func end(_ network: Network, _ schedule: NetworkSchedule, _ task: Int64?) -> Int? {
        guard let task else {
            let leaves = graph.tasks.indices.filter { !graph.isGroup($0) }.map(graph.activity)
            return leaves.first { schedule.start[$0] + network.activities[$0].duration == schedule.end }
        }
        return graph.place[task].map(graph.lastActivity)
    }
}
