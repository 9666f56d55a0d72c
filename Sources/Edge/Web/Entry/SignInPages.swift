import Kernel
import Records

/// Signing in and out.
enum SignInPages {
    static let deviceCookie = "yunchou_device"

    static func routes(_ app: AppContext) -> [Route] {
        [
            .get("/sign-in", .open) { visit in
                if visit.signed != nil { return .redirect(to: PreferencePages.ownPath(visit.query.text("next"))) }
                if try await visit.app.accounts.isEmpty() { return .redirect(to: "/setup") }
                return .page(page(next: visit.query.text("next")))
            },
            .post("/sign-in", .open) { visit in try await signIn(visit) },
            .post("/sign-out", .signedIn) { visit in
                if case .session(let session, _) = try visit.person().proof {
                    try await visit.app.sessions.revoke(session.id, by: try visit.author())
                }
                return Reply.redirect(to: "/sign-in").setting(SetCookie(Site.sessionCookie, "", maxAgeSeconds: 0))
                    .flashing(Text(zh: "您已退出登录。", en: "You are signed out."))
            },
        ]
    }

    private static func signIn(_ visit: Visit) async throws -> Reply {
        let name = visit.form.text("name")
        let next = visit.form.text("next")
        let result = try await FormTrouble.catching {
            try await visit.app.signIn.attempt(
                name: name, password: visit.form["password"] ?? "", address: visit.address,
                device: visit.request.cookie(deviceCookie).map { Secret($0) })
        }
        switch result {
        case .failure(let trouble): return .page(page(name: name, next: next, trouble: trouble), status: trouble.status)
        case .success(let entrance):
            let reply = await welcome(Reply.redirect(to: PreferencePages.ownPath(next)), entrance.account, visit)
            return reply.setting(cookie(entrance.secret))
                .setting(SetCookie(deviceCookie, entrance.device.text, maxAgeSeconds: 180 * 86_400))
        }
    }

    static func cookie(_ secret: Secret) -> SetCookie {
        SetCookie(Site.sessionCookie, secret.text, maxAgeSeconds: 7 * 86_400)
    }

    /// The account's own language, in a browser that has not chosen one.
    private static func welcome(_ reply: Reply, _ account: Account, _ visit: Visit) async -> Reply {
        guard visit.request.cookie(Entrance.languageCookie) == nil, let language = account.language else {
            return reply
        }
        return reply.setting(SetCookie(Entrance.languageCookie, language.rawValue, maxAgeSeconds: 365 * 86_400))
    }

    static func page(name: String = "", next: String, trouble: FormTrouble? = nil) -> Page {
        Page(
            Text(zh: "登录", en: "Sign in"), lead: Text(zh: "从数据到行动，一步不断。", en: "From data to action, without a break."),
            frame: .centred
        ) {
            postForm("/sign-in") {
                trouble?.overall([])
                input(.type("hidden"), .name("next"), .value(next))
                Field(
                    "name", Text(zh: "账号名", en: "Name"), value: name, required: true, autocomplete: "username",
                    first: name.isEmpty
                )
                .html
                Field(
                    "password", Text(zh: "密码", en: "Password"), type: "password", required: true,
                    autocomplete: "current-password", first: !name.isEmpty
                ).html
                submitButton(Text(zh: "登录", en: "Sign in"), wide: true)
            }
            p(.class("centred-hint")) {
                Text(
                    zh: "忘记密码？请管理员在“用户与角色”中为您重置。",
                    en: "Forgot the password? An administrator can reset it under “Users & roles”.")
            }
        }
    }
}
