import Kernel

/// What the roll-ups answered, kept until they change: the numbers of one roll-up for one period, by member. Boards,
/// trends and breakdowns share these parts, so that only what nobody has looked at yet is asked again.
actor MetricMemory {
    /// Names one part.
    struct Key: Hashable, Sendable {
        let rollUp: String
        let window: RollUpSelect.Window
        let by: Dimension?
        let filters: [DimensionFilter]
        let period: Period
    }

    /// Numbers by member, in the order of the select's measures.
    typealias Part = [String: [Double]]

    /// Shared by all copies of the warehouse, as the memory itself is.
    nonisolated let terms = BusinessTerms()
    private var version: Int64 = -1
    private var parts: [Key: Part] = [:]
    /// Some 50 MB of ordinary parts.
    private let limit = 20_000
    private var state: RollUpState?
    private var refreshes = 0

    /// The state, read once between refreshes.
    func state(_ read: @Sendable () async throws -> RollUpState) async throws -> RollUpState {
        if let state { return state }
        let before = refreshes
        let found = try await read()
        if refreshes == before { state = found }
        return found
    }

    /// To be called after each refresh: what was read while it ran may be either the old state or the new one.
    func forgetState() {
        state = nil
        refreshes += 1
    }

    /// The parts known of this version.
    func known(_ keys: [Key], version wanted: Int64) -> [Key: Part] {
        guard wanted == version else { return [:] }
        return keys.reduce(into: [:]) { $0[$1] = parts[$1] }
    }

    /// Keeps parts; those of an older version than the newest seen are dropped.
    func keep(_ new: [Key: Part], version computedFrom: Int64) {
        guard computedFrom >= version else { return }
        if computedFrom > version || parts.count + new.count > limit { parts.removeAll() }
        version = computedFrom
        parts.merge(new) { _, newer in newer }
    }
}
