/// A cookie to be kept by the browser. Always for the whole site, `SameSite=Lax`.
package struct SetCookie: Sendable, Hashable {
    package var name: String
    package var value: String
    /// Out of reach of scripts.
    package var isHTTPOnly: Bool
    /// `nil` for as long as the browser runs; 0 forgets it.
    package var maxAgeSeconds: Int?

    package init(_ name: String, _ value: String, httpOnly: Bool = true, maxAgeSeconds: Int? = nil) {
        self.name = name
        self.value = value
        isHTTPOnly = httpOnly
        self.maxAgeSeconds = maxAgeSeconds
    }

    func header(secure: Bool) -> String {
        var text = "\(name)=\(value); Path=/; SameSite=Lax"
        if let maxAgeSeconds { text += "; Max-Age=\(maxAgeSeconds)" }
        if isHTTPOnly { text += "; HttpOnly" }
        if secure { text += "; Secure" }
        return text
    }
}
