/// The body of a request, read once, in pieces, so that a large upload never lies in memory whole.
package struct IncomingBody: Sendable {
    package typealias Sink = @Sendable (ArraySlice<UInt8>) async throws -> Void
    private let pour: @Sendable (Sink) async throws -> Void

    package init(_ pour: @escaping @Sendable (Sink) async throws -> Void) { self.pour = pour }
    package init(bytes: [UInt8]) { pour = { sink in if !bytes.isEmpty { try await sink(bytes[...]) } } }
    package static let empty = IncomingBody(bytes: [])

    /// Hands over piece by piece and stops with `WebProblem.bodyTooLarge` as soon as `limit` bytes are exceeded.
    package func read(upTo limit: Int, _ sink: @escaping Sink) async throws {
        let seen = Tally()
        try await pour { piece in
            if await seen.add(piece.count) > limit { throw WebProblem.bodyTooLarge(limitBytes: limit) }
            try await sink(piece)
        }
    }

    /// The whole body.
    package func collect(upTo limit: Int) async throws -> [UInt8] {
        let pile = Pile()
        try await read(upTo: limit) { await pile.add($0) }
        return await pile.bytes
    }

    private actor Tally {
        private var sum = 0
        func add(_ count: Int) -> Int {
            sum += count
            return sum
        }
    }

    private actor Pile {
        private(set) var bytes: [UInt8] = []
        func add(_ piece: ArraySlice<UInt8>) { bytes += piece }
    }
}
