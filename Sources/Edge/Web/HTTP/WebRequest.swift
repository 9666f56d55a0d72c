/// A request as the pages see it, whatever server took it in.
package struct WebRequest: Sendable {
    /// `nil` for a method we never answer.
    package var method: Method?
    /// As it was sent, without the query: `RouteTable` decodes it step by step.
    package var path: String
    package var query: FieldValues
    package var headers: HeaderFields
    /// The network address of the one who asks, without port.
    package var peer: String
    package var body: IncomingBody

    package init(
        method: Method?, target: String, headers: HeaderFields = [:], peer: String = "", body: IncomingBody = .empty
    ) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        self.method = method
        path = String(parts.first ?? "/")
        query = FieldValues(encoded: parts.count > 1 ? parts[1] : "")
        self.headers = headers
        self.peer = peer
        self.body = body
    }

    /// The cookie of that name.
    package func cookie(_ name: String) -> String? {
        for header in headers.all("cookie") {
            for pair in header.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                if parts.count == 2, parts[0].drop(while: { $0 == " " }) == name { return String(parts[1]) }
            }
        }
        return nil
    }

    /// Sent by htmx: the answer is a part of a page.
    package var isPartial: Bool { headers["hx-request"] == "true" && headers["hx-boosted"] == nil }

    /// A program asks, not a person with a browser.
    package var wantsJSON: Bool {
        if path == "/api" || path.hasPrefix("/api/") { return true }
        guard let accept = headers["accept"] else { return false }
        return accept.contains("application/json") && !accept.contains("text/html")
    }
}
