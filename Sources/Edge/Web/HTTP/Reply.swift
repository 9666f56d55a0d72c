/// What a handler answers.
package struct Reply: Sendable {
    package enum Content: Sendable {
        case empty
        case bytes([UInt8])
        /// A whole page: the shell is put around it.
        case page(Page)
        /// A part of a page, for htmx.
        case fragment(HTML)
        /// Written piece by piece while it is made: exports, server-sent events.
        case stream(@Sendable (Outlet) async throws -> Void)
    }

    package var status: Int
    package var headers: HeaderFields
    package var cookies: [SetCookie] = []
    package var content: Content

    package init(status: Int = 200, headers: HeaderFields = [:], _ content: Content = .empty) {
        self.status = status
        self.headers = headers
        self.content = content
    }
}

/// Takes the pieces of a streamed answer; returns when the network has taken them, throws when the reader is gone.
package struct Outlet: Sendable {
    private let take: @Sendable ([UInt8]) async throws -> Void

    package init(_ take: @escaping @Sendable ([UInt8]) async throws -> Void) { self.take = take }
    package func write(_ bytes: [UInt8]) async throws { try await take(bytes) }
    package func write(_ text: String) async throws { try await take(Array(text.utf8)) }
}

extension Reply {
    package static func page(_ page: Page, status: Int = 200) -> Reply { Reply(status: status, .page(page)) }
    package static func fragment(_ html: HTML, status: Int = 200) -> Reply { Reply(status: status, .fragment(html)) }
    package static func fragment(@HTMLBuilder _ html: () -> HTML) -> Reply { .fragment(html()) }

    /// After a form was taken in: the browser fetches `path` (303, so that going back does not send it again).
    package static func redirect(to path: String) -> Reply {
        Reply(status: 303, headers: ["location": Attribute.harmless(path) == "#" ? "/" : path])
    }

    package static func text(_ text: String, type: String = "text/plain; charset=utf-8", status: Int = 200) -> Reply {
        Reply(status: status, headers: ["content-type": type], .bytes(Array(text.utf8)))
    }

    /// Already encoded JSON.
    package static func json(_ bytes: [UInt8], status: Int = 200) -> Reply {
        Reply(status: status, headers: ["content-type": "application/json"], .bytes(bytes))
    }

    /// A file the browser saves under `name` (any script: RFC 6266 `filename*`).
    package static func download(
        _ name: String, type: String, _ write: @escaping @Sendable (Outlet) async throws -> Void
    ) -> Reply {
        let disposition = "attachment; filename*=UTF-8''\(Percent.encode(name))"
        return Reply(headers: ["content-type": type, "content-disposition": disposition], .stream(write))
    }

    /// Server-sent events; `send` returns when the event is on its way.
    package static func events(_ run: @escaping @Sendable (EventOutlet) async throws -> Void) -> Reply {
        let headers: HeaderFields = [
            "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no",
        ]
        return Reply(headers: headers, .stream { try await run(EventOutlet(outlet: $0)) })
    }

    package func setting(_ cookie: SetCookie) -> Reply {
        var reply = self
        reply.cookies.append(cookie)
        return reply
    }
}
