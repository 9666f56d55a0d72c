/// Keeps other sites from sending our forms in a signed-in person's name.
///
/// Every form carries a token in a hidden field, and htmx in a header. A signed-in person's token follows from the secret
/// of her session; a visitor's is random and kept in a cookie that no script and no other site can read. In addition the
/// browser's own word on where a request comes from must agree.
enum CSRF {
    static let cookie = "yunchou_form"
    static let field = "_token"
    static let header = "x-form-token"

    static func newToken() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<2).map { _ in
            let half = String(UInt64.random(in: .min ... .max, using: &generator), radix: 16)
            return String(repeating: "0", count: 16 - half.count) + half
        }.joined()
    }

    static func isWellFormed(_ token: String) -> Bool {
        token.utf8.count == 32 && token.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    /// Throws `WebProblem.formExpired` unless the request carries `token` and comes from our own pages.
    static func check(_ request: WebRequest, _ form: FieldValues, token: String, host: String?) throws {
        guard isSameSite(request, host: host), let sent = request.headers[header] ?? form[field], areEqual(token, sent)
        else { throw WebProblem.formExpired }
    }

    private static func isSameSite(_ request: WebRequest, host: String?) -> Bool {
        if let site = request.headers["sec-fetch-site"], site != "same-origin", site != "none" { return false }
        guard let origin = request.headers["origin"] else { return true }
        guard let host else { return false }
        return origin == "http://" + host || origin == "https://" + host
    }

    /// Takes the same time wherever the difference lies.
    private static func areEqual(_ left: String, _ right: String) -> Bool {
        let a = Array(left.utf8)
        let b = Array(right.utf8)
        guard a.count == b.count else { return false }
        return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
