/// What a request wants to do.
package enum Method: String, Sendable, CaseIterable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"

    /// Reads only: needs no form token, may be repeated at will.
    package var isSafe: Bool { self == .get || self == .head }
}
