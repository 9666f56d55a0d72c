/// Sent with every answer.
enum SecurityHeaders {
    /// Nothing but our own files: no inline script, no inline style, no frame, no other host.
    static let contentPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

    /// What pages depend on besides their address.
    static let vary = "Cookie, Accept-Language, Accept, HX-Request"

    static func add(to headers: inout HeaderFields, secure: Bool, id: String) {
        headers["content-security-policy"] = contentPolicy
        headers["x-content-type-options"] = "nosniff"
        headers["x-frame-options"] = "DENY"
        headers["referrer-policy"] = "same-origin"
        headers["cross-origin-opener-policy"] = "same-origin"
        headers["cross-origin-resource-policy"] = "same-origin"
        headers["permissions-policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        headers["x-request-id"] = id
        if secure { headers["strict-transport-security"] = "max-age=31536000" }
        if headers["cache-control"] == nil { headers["cache-control"] = "private, no-store" }
        if headers["vary"] == nil { headers["vary"] = vary }
    }
}
