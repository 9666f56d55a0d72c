import Kernel

/// A plan's tasks as a network. A group (a task with parts) becomes two activities without duration: one before all of its
/// parts and one after, so that links to groups cost one arc and not one per part.
struct WorkGraph {
    let tasks: [WorkTask]
    /// By number.
    let place: [Int64: Int]
    /// Indices of the parts of each task.
    let parts: [[Int]]
    /// The activity at which a task begins; a leaf's only one.
    private let head: [Int]
    /// The activity after which it is finished.
    private let tail: [Int]
    /// The task that an activity belongs to.
    let taskOf: [Int]

    init(_ tasks: [WorkTask]) {
        self.tasks = tasks
        let place = Dictionary(tasks.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
        self.place = place
        var parts = [[Int]](repeating: [], count: tasks.count)
        for (index, task) in tasks.enumerated() {
            if let parent = task.parent, let at = place[parent], at != index { parts[at].append(index) }
        }
        self.parts = parts
        var head: [Int] = []
        var tail: [Int] = []
        var taskOf: [Int] = []
        for index in tasks.indices {
            head.append(taskOf.count)
            taskOf.append(index)
            if !parts[index].isEmpty { taskOf.append(index) }
            tail.append(taskOf.count - 1)
        }
        self.head = head
        self.tail = tail
        self.taskOf = taskOf
    }

    func isGroup(_ index: Int) -> Bool { !parts[index].isEmpty }

    /// The activity of a leaf.
    func activity(_ index: Int) -> Int { head[index] }

    /// The activity after which a task is finished.
    func lastActivity(_ index: Int) -> Int { tail[index] }

    /// - Parameter make: the activity of a leaf, or of the beginning of a group.
    func network(linked: Bool = true, _ make: (Int) -> Network.Activity) -> Network {
        var activities: [Network.Activity] = []
        activities.reserveCapacity(taskOf.count)
        for index in tasks.indices {
            activities.append(make(index))
            if isGroup(index) { activities.append(Network.Activity(0)) }
        }
        var arcs: [Network.Arc] = []
        for index in tasks.indices {
            for part in parts[index] where linked {
                arcs.append(Network.Arc(head[index], head[part], gap: 0))
                let length = isGroup(part) ? 0 : activities[head[part]].duration
                arcs.append(Network.Arc(tail[part], tail[index], gap: length))
            }
            for link in tasks[index].follows where linked {
                if let arc = arc(link, to: index, activities) { arcs.append(arc) }
            }
        }
        return Network(activities, arcs)
    }

    private func arc(_ link: Dependency, to index: Int, _ activities: [Network.Activity]) -> Network.Arc? {
        guard let first = place[link.task], first != index, fits(link, to: index) else { return nil }
        let gap = link.kind.gap(
            lag: link.lag, first: activities[tail[first]].duration, second: activities[head[index]].duration)
        return Network.Arc(tail[first], head[index], gap: gap)
    }

    /// A group begins when its first part does and ends with its last: "its start" binds nothing backwards, "its end" is bound
    /// by nothing alone. So groups are waited for at their end and wait at their start.
    func fits(_ link: Dependency, to index: Int) -> Bool {
        guard let first = place[link.task] else { return false }
        if isGroup(first), link.kind == .startStart || link.kind == .startFinish { return false }
        if isGroup(index), link.kind == .finishFinish || link.kind == .startFinish { return false }
        return true
    }

    /// The tasks of a cycle, each once, in the order in which they wait.
    func named(_ cycle: Network.Cycle) -> [WorkTask] {
        var seen: Set<Int> = []
        return cycle.activities.compactMap { seen.insert(taskOf[$0]).inserted ? tasks[taskOf[$0]] : nil }
    }

    /// All tasks that have to be finished or begun before this one, however far back; groups with all their parts.
    func before(_ index: Int) -> Set<Int> {
        var found: Set<Int> = []
        var open = [index]
        while let next = open.popLast() {
            var more = tasks[next].follows.compactMap { place[$0.task] }
            if let parent = tasks[next].parent.flatMap({ place[$0] }) { more += predecessors(ofGroup: parent) }
            for one in more {
                for part in whole(one) where found.insert(part).inserted { open.append(part) }
            }
        }
        return found
    }

    /// What a group waits for holds for its parts.
    private func predecessors(ofGroup index: Int) -> [Int] {
        var found: [Int] = []
        var group: Int? = index
        var steps = 0
        while let one = group, steps <= tasks.count {
            found += tasks[one].follows.compactMap { place[$0.task] }
            group = tasks[one].parent.flatMap { place[$0] }
            steps += 1
        }
        return found
    }

    /// A task with all of its parts.
    private func whole(_ index: Int) -> [Int] {
        var all = [index]
        var seen: Set<Int> = [index]
        var next = 0
        while next < all.count {
            for part in parts[all[next]] where seen.insert(part).inserted { all.append(part) }
            next += 1
        }
        return all
    }
}
