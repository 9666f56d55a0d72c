import Kernel

/// What is found out about a request before any handler sees it.
struct Entrance: Sendable {
    let request: WebRequest
    let app: AppContext
    let id: String
    let isSecure: Bool
    private(set) var signed: Signed?
    /// Signed in by an API token rather than a cookie: other sites cannot send those, so no form token is asked for.
    private(set) var isByToken = false
    private let formToken: String

    static let languageCookie = "yunchou_language"
    static let themeCookie = "yunchou_theme"

    init(request: WebRequest, app: AppContext) {
        self.request = request
        self.app = app
        id = String(CSRF.newToken().prefix(12))
        isSecure = app.network.isSecure(request)
        let kept = request.cookie(CSRF.cookie)
        formToken = kept.flatMap { CSRF.isWellFormed($0) ? $0 : nil } ?? CSRF.newToken()
    }

    mutating func identify() async throws {
        if let token = request.cookie(Site.sessionCookie) { signed = try await app.signedBySession(token) }
    }

    var reader: Reader {
        Reader(language: language, theme: theme, formToken: formToken, assets: app.assets)
    }

    private var language: Language {
        if let chosen = request.cookie(Self.languageCookie).flatMap(Language.init(rawValue:)) { return chosen }
        return signed?.language ?? Language(preference: request.headers["accept-language"] ?? "")
    }

    private var theme: Theme { request.cookie(Self.themeCookie).flatMap(Theme.init(rawValue:)) ?? .system }

    func visit(parameters: [String: String], form: FieldValues) -> Visit {
        Visit(
            app: app, request: request, parameters: parameters, form: form, signed: signed, reader: reader,
            address: app.network.clientAddress(request), id: id)
    }

    var flash: Flash? { request.cookie(Flash.cookie).flatMap(Flash.init(cookieValue:)) }

    /// The form token for browsers that have none yet; and a message that has been shown is forgotten.
    func newCookies(after reply: Reply) -> [SetCookie] {
        guard case .page = reply.content else { return [] }
        var cookies: [SetCookie] = []
        if request.cookie(CSRF.cookie) != formToken { cookies.append(SetCookie(CSRF.cookie, formToken)) }
        if request.cookie(Flash.cookie) != nil { cookies.append(SetCookie(Flash.cookie, "", maxAgeSeconds: 0)) }
        return cookies
    }
}
