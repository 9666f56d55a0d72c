/// What goes back over the network.
package struct Answer: Sendable {
    package enum Body: Sendable {
        case bytes([UInt8])
        case stream(@Sendable (Outlet) async throws -> Void)
    }

    package var status: Int
    package var headers: HeaderFields
    package var body: Body

    package init(status: Int, headers: HeaderFields, body: Body) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The whole body as text, streamed or not: for tests and small answers.
    package func text() async throws -> String {
        switch body {
        case .bytes(let bytes): return String(decoding: bytes, as: UTF8.self)
        case .stream(let write):
            let pile = Pile()
            try await write(Outlet { await pile.add($0) })
            return String(decoding: await pile.bytes, as: UTF8.self)
        }
    }

    private actor Pile {
        private(set) var bytes: [UInt8] = []
        func add(_ piece: [UInt8]) { bytes += piece }
    }
}
