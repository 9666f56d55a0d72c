/// Lets one refresh through at a time; the others wait their turn.
actor RefreshGate {
    private var isTaken = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func exclusively<R: Sendable>(_ body: @Sendable () async throws -> R) async throws -> R {
        await enter()
        defer { leave() }
        return try await body()
    }

    private func enter() async {
        if !isTaken {
            isTaken = true
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func leave() {
        if waiting.isEmpty { isTaken = false } else { waiting.removeFirst().resume() }
    }
}
