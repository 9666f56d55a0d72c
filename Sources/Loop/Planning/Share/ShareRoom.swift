package import Kernel
package import Records

/// All that the pages of market shares show: shares by segment, where they are to go, and the levers meant to move them (S-02).
package struct ShareRoom: Sendable {
    package let shares: [SegmentShare]
    private let aims: [ShareAim]
    private let levers: [Record]

    package static func read(
        _ reader: MarketShareReader, _ records: RecordStore, within regions: Set<String>?, for author: RecordAuthor
    ) async throws -> ShareRoom {
        let shelf = try await records.strategyShelf(for: author)
        let goals = try await records.goals(for: author)
        var levers: [Record] = []
        if let type = records.catalog.type("share_lever"), author.may(.view, type) {
            levers = try await records.list(type, RecordQuery(sort: RecordSort("number")), limit: 2_000, for: author)
                .records
        }
        return ShareRoom(
            shares: try await reader.all(for: author).filter { $0.segment.lies(within: regions) },
            aims: goals.filter { $0.parent == nil && $0.isOpen }.compactMap(ShareAim.init)
                + shelf.measures.compactMap { ShareAim($0, plans: shelf.plans, checkpoints: shelf.checkpoints) },
            levers: levers)
    }

    /// Goals first, then strategy measures.
    package func aims(of share: SegmentShare) -> [ShareAim] { aims.filter { $0.segment == share.id } }

    /// How far the share lies above its path, in points of a hundred, on the last day it is known for.
    package func lead(of share: SegmentShare, to aim: ShareAim) -> Double? {
        guard let point = share.latest, let actual = point.share, let due = aim.expected(on: point.days.lastDay) else {
            return nil
        }
        return (actual - due) * 100
    }

    package func levers(of share: SegmentShare) -> [Record] { levers.filter { $0.whole("segment") == share.id } }
    /// The levers of a goal.
    package func levers(for goal: Record) -> [Record] {
        levers.filter { if case .records(let ids)? = $0["goals"] { ids.contains(goal.id) } else { false } }
    }
}
