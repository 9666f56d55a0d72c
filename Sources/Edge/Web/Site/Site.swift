import Kernel
import Records

/// The whole site as one function from request to answer. Every request goes through the same steps, in this order:
/// find the route, find out who asks, **check the right to it**, take in the form, **check the form token**, call the
/// handler, turn its reply (or the problem it threw) into bytes, add the security headers.
package struct Site: Sendable {
    static let sessionCookie = "yunchou_session"

    let app: AppContext
    package let routes: [Route]
    private let table: RouteTable
    private let shell: Shell

    package init(app: AppContext, routes: [Route]) {
        self.app = app
        self.routes = routes
        table = RouteTable(routes)
        shell = Shell(app: app, routes: routes)
    }

    /// Never throws: whatever goes wrong becomes a page.
    package func answer(_ request: WebRequest) async -> Answer {
        let started = app.clock.now()
        var entrance = Entrance(request: request, app: app)
        var pattern = "unknown"
        var reply: Reply
        do {
            if let asset = app.assets.reply(to: request) {
                pattern = "/static"
                reply = asset
            } else {
                try await entrance.identify()
                let (route, parameters) = try found(request)
                pattern = route.path
                reply = try await reminded(call(route, parameters, &entrance), entrance)
            }
        } catch {
            reply = shell.reply(to: error, entrance)
        }
        let answer = finish(reply, entrance)
        let took = app.clock.now() - started
        app.traffic.record(
            method: request.method?.rawValue ?? "OTHER", route: pattern, status: answer.status, took: took)
        return answer
    }

    private func found(_ request: WebRequest) throws -> (Route, [String: String]) {
        switch table.match(request.method, request.path) {
        case .found(let route, let parameters): return (route, parameters)
        case .wrongMethod(let allowed): throw WebProblem.methodUnknown(allowed: allowed)
        case .unknown: throw WebProblem.pageUnknown
        }
    }

    /// The one place where rights and form tokens are enforced.
    private func call(_ route: Route, _ parameters: [String: String], _ entrance: inout Entrance) async throws -> Reply
    {
        try route.access.check(entrance.signed)
        var form = FieldValues()
        if case .form(let limit) = route.body, !route.method.isSafe {
            form = FieldValues(
                encoded: String(decoding: try await entrance.request.body.collect(upTo: limit), as: UTF8.self))
        }
        if !route.method.isSafe, !entrance.isByToken {
            try CSRF.check(
                entrance.request, form, token: entrance.formToken, host: app.network.host(entrance.request))
        }
        return try await route.handle(entrance.visit(parameters: parameters, form: form))
    }

    /// Whoever was reminded of something to read is told so on the pages she opens, and how much waits for her.
    private func reminded(_ reply: Reply, _ entrance: Entrance) async throws -> Reply {
        guard case .page(var page) = reply.content, page.frame == .full, let signed = entrance.signed,
            entrance.request.method?.isSafe == true
        else { return reply }
        page.waiting = try await TodayPages.duties(
            app, RecordAuthor(signed.account, author: signed.author) { signed.allows($0, $1) }
        ).count
        page.body = try await HandbookPages.reminder(app, signed) + page.body
        var reply = reply
        reply.content = .page(page)
        return reply
    }

    private func finish(_ reply: Reply, _ entrance: Entrance) -> Answer {
        var headers = reply.headers
        let body: Answer.Body
        switch reply.content {
        case .empty: body = .bytes([])
        case .bytes(let bytes): body = .bytes(bytes)
        case .stream(let write): body = .stream(write)
        case .fragment(let html):
            headers["content-type"] = "text/html; charset=utf-8"
            body = .bytes(html.bytes(for: entrance.reader))
        case .page(let page):
            headers["content-type"] = "text/html; charset=utf-8"
            body = .bytes(shell.document(page, entrance).bytes(for: entrance.reader))
        }
        let packed = pack(body, entrance, &headers)
        SecurityHeaders.add(to: &headers, secure: entrance.isSecure, id: entrance.id)
        for cookie in reply.cookies + entrance.newCookies(after: reply) {
            headers.add("set-cookie", cookie.header(secure: entrance.isSecure))
        }
        return Answer(
            status: reply.status, headers: headers, body: entrance.request.method == .head ? .bytes([]) : packed)
    }

    /// Pages and JSON go packed to those who take it. Streams do not: events have to arrive one by one, and files are packed
    /// in their own ways. That packed pages do not give their form token away is `CSRF.masked`'s part.
    private func pack(_ body: Answer.Body, _ entrance: Entrance, _ headers: inout HeaderFields) -> Answer.Body {
        guard case .bytes(let bytes) = body, headers["content-encoding"] == nil, headers["etag"] == nil,
            bytes.count >= Gzip.least, Gzip.isWorthwhile(headers["content-type"])
        else { return body }
        headers["vary"] = (headers["vary"] ?? SecurityHeaders.vary) + ", Accept-Encoding"
        guard Gzip.isAccepted(entrance.request.headers["accept-encoding"]), let small = Gzip.packed(bytes) else {
            return body
        }
        headers["content-encoding"] = "gzip"
        return .bytes(small)
    }
}
