/// Lets one load in at a time: numbers of rows and loads are given out from the highest there is.
actor ImportGate {
    private var isBusy = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func alone<R: Sendable>(_ body: @Sendable () async throws -> R) async throws -> R {
        if isBusy { await withCheckedContinuation { waiting.append($0) } }
        isBusy = true
        defer { leave() }
        return try await body()
    }

    /// The next one in line takes over without anybody slipping in between.
    private func leave() {
        if waiting.isEmpty { isBusy = false } else { waiting.removeFirst().resume() }
    }
}
