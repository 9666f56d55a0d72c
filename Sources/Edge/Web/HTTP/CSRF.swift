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
        guard isSameSite(request, host: host), let sent = request.headers[header] ?? form[field],
            areEqual(token, unmasked(sent, length: token.utf8.count) ?? sent)
        else { throw WebProblem.formExpired }
    }

    /// The token under a mask that is drawn anew for every page. Pages are packed, and the size of a packed page tells whether
    /// what somebody else put into it (a search word in the address) repeats what stands in it already (BREACH). Of a token
    /// that never stands twice in the same letters, nothing can be guessed that way.
    static func masked(_ token: String) -> String {
        var generator = SystemRandomNumberGenerator()
        let mask = token.utf8.map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        return "m" + hex(mask) + hex(zip(token.utf8, mask).map { $0 ^ $1 })
    }

    private static func unmasked(_ text: String, length: Int) -> String? {
        let digits = Array(text.utf8)
        guard digits.count == 1 + 4 * length, digits[0] == UInt8(ascii: "m") else { return nil }
        let bytes = stride(from: 1, to: digits.count, by: 2).map { place in
            UInt8(String(decoding: digits[place...place + 1], as: UTF8.self), radix: 16) ?? 0
        }
        return String(decoding: zip(bytes[..<length], bytes[length...]).map { $0 ^ $1 }, as: UTF8.self)
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
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
