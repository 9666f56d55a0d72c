package import Kernel

/// The tasks that a template becomes, before they are written: a chain of steps, with its gates as milestones between them.
package struct TemplateDraft: Sendable {
    package struct Item: Sendable, Hashable {
        package let title: String
        /// Working days; 0 for a gate.
        package let days: Int
        package let release: Day?
        package let department: String?
        /// The place of the gate among the template's gates.
        package let gate: Int?
    }

    /// Each follows the one before.
    package let items: [Item]

    /// - Parameters:
    ///   - gates: title and stage of each, in the template's order.
    ///   - start: the day of the first step.
    package init(
        _ steps: [TemplateStep], gates: [(title: String, stage: String)], from start: Day, calendar: WorkCalendar
    ) {
        guard let first = steps.first else {
            items = []
            return
        }
        let days = steps.map { start + ($0.offset - first.offset) }
        var items: [Item] = []
        let launch = steps.firstIndex { $0.offset >= 0 } ?? steps.count - 1
        for (index, step) in steps.enumerated() {
            for (place, gate) in gates.enumerated() where Self.place(gate.stage, launch, steps.count) == index {
                items.append(Item(title: gate.title, days: 0, release: nil, department: nil, gate: place))
            }
            let next = index + 1 < days.count ? days[index + 1] : days[index] + 1
            let length = max(1, calendar.count(from: days[index], to: next))
            items.append(
                Item(title: step.title, days: length, release: days[index], department: step.department, gate: nil))
        }
        for (place, gate) in gates.enumerated() where Self.place(gate.stage, launch, steps.count) >= steps.count {
            items.append(Item(title: gate.title, days: 0, release: nil, department: nil, gate: place))
        }
        self.items = items
    }

    /// Before which step a gate of this stage stands: going live before the campaign's day, the channel test before the last
    /// step of preparation, the final creative half-way.
    private static func place(_ stage: String, _ launch: Int, _ count: Int) -> Int {
        switch stage {
        case "start": 0
        case "creative": max(0, (launch + 1) / 2)
        case "channel": max(0, launch - 1)
        case "live": launch
        default: count
        }
    }
}
