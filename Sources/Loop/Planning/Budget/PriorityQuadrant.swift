package import Kernel
package import Records

/// Benefit against urgency: which project gets resources first (BU-07).
package enum PriorityQuadrant: Int, Sendable, CaseIterable, Comparable {
    /// High benefit, urgent.
    case doNow
    /// High benefit, not urgent.
    case schedule
    /// Low benefit, urgent.
    case limit
    /// Neither.
    case later

    /// Four and five of five are high.
    package init(benefit: Int, urgency: Int) {
        self =
            switch (benefit >= 4, urgency >= 4) {
            case (true, true): .doNow
            case (true, false): .schedule
            case (false, true): .limit
            case (false, false): .later
            }
    }

    package var name: Text {
        switch self {
        case .doNow: Text(zh: "立即投入", en: "Do now")
        case .schedule: Text(zh: "排期稳投", en: "Schedule")
        case .limit: Text(zh: "限额应对", en: "Answer within limits")
        case .later: Text(zh: "暂缓", en: "Later")
        }
    }

    package static func < (left: PriorityQuadrant, right: PriorityQuadrant) -> Bool { left.rawValue < right.rawValue }

    /// Projects in the order in which they get resources: by quadrant, those that revenue hangs on first, then by benefit
    /// and urgency. Those without scores come last.
    package static func ranked(_ projects: [Record]) -> [RankedProject] {
        projects.map(RankedProject.init).sorted { $0.key < $1.key }
    }
}

/// A project with its place.
package struct RankedProject: Sendable, Identifiable {
    package var id: Int64 { record.id }
    package let record: Record
    package let benefit: Int?
    package let urgency: Int?

    init(_ record: Record) {
        self.record = record
        benefit = record.whole("benefit").map { Int($0) }
        urgency = record.whole("urgency").map { Int($0) }
    }

    package var isCritical: Bool { record["is_critical"] == .flag(true) }
    package var wanted: Int64 { record.whole("wanted") ?? 0 }
    package var quadrant: PriorityQuadrant? {
        guard let benefit, let urgency else { return nil }
        return PriorityQuadrant(benefit: benefit, urgency: urgency)
    }

    fileprivate var key: (Int, Int, Int, Int64) {
        (
            quadrant?.rawValue ?? 9, isCritical ? 0 : 1, -(benefit ?? 0) * 10 - (urgency ?? 0), record.number
        )
    }
}
