/// Hands pieces from the one who makes an answer to the one who sends it. A sender waits until its piece was taken, so a
/// slow network slows the work down instead of filling the memory; when the reader is gone, sending throws.
actor Rendezvous {
    private var waitingSenders: [(piece: [UInt8], continuation: CheckedContinuation<Void, any Error>)] = []
    private var waitingTaker: CheckedContinuation<[UInt8]?, Never>?
    private var isClosed = false

    func send(_ piece: [UInt8]) async throws {
        if isClosed { throw CancellationError() }
        if let taker = waitingTaker {
            waitingTaker = nil
            taker.resume(returning: piece)
            return
        }
        try await withCheckedThrowingContinuation { waitingSenders.append((piece, $0)) }
    }

    /// The next piece; `nil` when there are no more.
    func take() async -> [UInt8]? {
        if !waitingSenders.isEmpty {
            let (piece, continuation) = waitingSenders.removeFirst()
            continuation.resume()
            return piece
        }
        if isClosed { return nil }
        return await withCheckedContinuation { waitingTaker = $0 }
    }

    /// No more pieces will come, or will be taken.
    func close() {
        isClosed = true
        waitingTaker?.resume(returning: nil)
        waitingTaker = nil
        for sender in waitingSenders { sender.continuation.resume(throwing: CancellationError()) }
        waitingSenders = []
    }
}
