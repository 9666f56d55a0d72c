/// Whose word about the client's address and about HTTPS is believed.
package struct NetworkTrust: Sendable {
    /// Addresses of reverse proxies whose `X-Forwarded-…` headers count. Empty: nobody's.
    package var trustedProxies: Set<String>

    package init(trustedProxies: Set<String> = []) { self.trustedProxies = trustedProxies }

    /// The person's own address: the last one in `X-Forwarded-For` that is not a trusted proxy.
    func clientAddress(_ request: WebRequest) -> String {
        guard trustedProxies.contains(request.peer), let list = request.headers["x-forwarded-for"] else {
            return request.peer
        }
        let hops = list.split(separator: ",").map { $0.trimmingBlanks() }
        return hops.last { !trustedProxies.contains($0) } ?? request.peer
    }

    /// Did the browser speak HTTPS?
    func isSecure(_ request: WebRequest) -> Bool {
        trustedProxies.contains(request.peer) && request.headers["x-forwarded-proto"] == "https"
    }

    /// The host the browser was sent to.
    func host(_ request: WebRequest) -> String? {
        if trustedProxies.contains(request.peer), let host = request.headers["x-forwarded-host"] { return host }
        return request.headers["host"]
    }
}
