import Kernel
import Records

/// What is found out about a request before any handler sees it.
struct Entrance: Sendable {
    let request: WebRequest
    let app: AppContext
    let id: String
    let isSecure: Bool
    private(set) var signed: SignedIn?
    /// The browser came with a session that is no longer alive.
    private(set) var isSessionEnded = false
    private let visitorToken: String

    static let languageCookie = "yunchou_language"
    static let themeCookie = "yunchou_theme"

    init(request: WebRequest, app: AppContext) {
        self.request = request
        self.app = app
        id = String(CSRF.newToken().prefix(12))
        isSecure = app.network.isSecure(request)
        let kept = request.cookie(CSRF.cookie)
        visitorToken = kept.flatMap { CSRF.isWellFormed($0) ? $0 : nil } ?? CSRF.newToken()
    }

    /// By session cookie or API token. A session that has ended makes a visitor of the person; a bad token is refused.
    mutating func identify() async throws {
        if let header = request.headers["authorization"], header.hasPrefix("Bearer ") {
            signed = try await app.tokens.signedIn(Secret(String(header.dropFirst("Bearer ".count))))
        } else if let secret = request.cookie(Site.sessionCookie), !secret.isEmpty {
            do { signed = try await app.sessions.signedIn(Secret(secret)) } catch AccessProblem.sessionEnded {
                isSessionEnded = true
            }
        }
    }

    /// Other sites cannot send a token in a header of their own, so no form token is asked for beside it.
    var isByToken: Bool {
        if case .token = signed?.proof { return true }
        return false
    }

    /// Of a session: derived from its secret. Of a visitor: the one in her cookie.
    var formToken: String {
        if case .session(_, let secret) = signed?.proof { return secret }
        return visitorToken
    }

    var reader: Reader {
        Reader(language: language, theme: theme, formToken: CSRF.masked(formToken), assets: app.assets)
    }

    private var language: Language {
        if let chosen = request.cookie(Self.languageCookie).flatMap(Language.init(rawValue:)) { return chosen }
        return signed?.account.language ?? Language(preference: request.headers["accept-language"] ?? "")
    }

    private var theme: Theme { request.cookie(Self.themeCookie).flatMap(Theme.init(rawValue:)) ?? .system }

    func visit(parameters: [String: String], form: FieldValues) -> Visit {
        Visit(
            app: app, request: request, parameters: parameters, form: form, signed: signed, reader: reader,
            address: app.network.clientAddress(request), id: id)
    }

    var flash: Flash? { request.cookie(Flash.cookie).flatMap(Flash.init(cookieValue:)) }

    /// A visitor's form token is kept by her browser; a message that has been shown and a dead session are forgotten.
    func newCookies(after reply: Reply) -> [SetCookie] {
        var cookies: [SetCookie] = []
        if isSessionEnded, !reply.cookies.contains(where: { $0.name == Site.sessionCookie }) {
            cookies.append(SetCookie(Site.sessionCookie, "", maxAgeSeconds: 0))
        }
        guard case .page = reply.content else { return cookies }
        if signed == nil, request.cookie(CSRF.cookie) != visitorToken {
            cookies.append(SetCookie(CSRF.cookie, visitorToken))
        }
        if request.cookie(Flash.cookie) != nil { cookies.append(SetCookie(Flash.cookie, "", maxAgeSeconds: 0)) }
        return cookies
    }
}
