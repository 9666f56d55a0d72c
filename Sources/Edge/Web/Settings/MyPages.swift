import Kernel
import Records

/// One's own account: password, sessions.
enum MyPages {
    static func routes(_ app: AppContext) -> [Route] {
        [
            .get("/me", .signedIn) { visit in .page(try await page(visit, nil)) },
            .post("/me/password", .signedIn) { visit in try await changePassword(visit) },
            .post("/me/sessions", .signedIn) { visit in
                try await visit.app.sessions.revokeAll(
                    of: try visit.person().account.id, keeping: currentSession(visit), by: try visit.author())
                return Reply.redirect(to: "/me").flashing(
                    Text(zh: "其他设备上的登录均已失效。", en: "Sessions on other devices have ended."))
            },
        ]
    }

    private static func currentSession(_ visit: Visit) -> Int64? {
        if case .session(let session, _) = visit.signed?.proof { return session.id }
        return nil
    }

    private static func changePassword(_ visit: Visit) async throws -> Reply {
        let account = try visit.person().account
        let result = try await FormTrouble.catching {
            guard try await visit.app.accounts.isPassword(visit.form["old"] ?? "", of: account.id) else {
                throw FormTrouble("old", Text(zh: "当前密码不正确。", en: "This is not the current password."))
            }
            guard visit.form["password"] == visit.form["again"] else {
                throw FormTrouble("again", Text(zh: "两次输入的密码不一致。", en: "The two passwords differ."))
            }
            try await visit.app.accounts.setPassword(
                of: account.id, to: visit.form["password"] ?? "", keeping: currentSession(visit), by: account.author)
        }
        switch result {
        case .success: return Reply.redirect(to: "/me").flashing(Text(zh: "密码已更改。", en: "The password is changed."))
        case .failure(let trouble): return .page(try await page(visit, trouble), status: trouble.status)
        }
    }

    private static func page(_ visit: Visit, _ trouble: FormTrouble?) async throws -> Page {
        let account = try visit.person().account
        let sessions = try await visit.app.sessions.sessions(of: account.id)
        return Page(
            Text(zh: "我的账户", en: "My account"),
            lead: Text(verbatim: account.name) + Text(verbatim: " · ") + roleNames(account.roles)
        ) {
            div(.class("columns")) {
                card(Text(zh: "更改密码", en: "Change the password")) { passwordForm(trouble) }
                card(Text(zh: "登录记录", en: "Sessions"), flush: true) { sessionTable(sessions, visit) }
            }
        }.actions {
            if visit.may(.view, .apiToken) {
                a(.class("btn"), .href("/settings/tokens")) {
                    icon("key")
                    Text(zh: "接口令牌", en: "API tokens")
                }
            }
        }
    }

    private static func passwordForm(_ trouble: FormTrouble?) -> HTML {
        postForm("/me/password") {
            trouble?.overall(["old", "password", "again"])
            Field(
                "old", Text(zh: "当前密码", en: "Current password"), type: "password", problem: trouble?.about("old"),
                required: true, autocomplete: "current-password"
            ).html
            Field(
                "password", Text(zh: "新密码", en: "New password"), type: "password", problem: trouble?.about("password"),
                required: true, autocomplete: "new-password"
            ).html
            Field(
                "again", Text(zh: "再次输入新密码", en: "New password again"), type: "password",
                problem: trouble?.about("again"), required: true, autocomplete: "new-password"
            ).html
            submitButton(Text(zh: "更改密码", en: "Change"))
        }
    }

    private static func sessionTable(_ sessions: [Session], _ visit: Visit) -> HTML {
        let zone = visit.app.zone
        let here = currentSession(visit)
        return HTML {
            DataTable<Session>(
                Text(zh: "登录记录", en: "Sessions"), rows: sessions,
                columns: [
                    .init(Text(zh: "来自", en: "From")) { session in
                        HTML {
                            code { session.address.isEmpty ? "—" : session.address }
                            if session.id == here { span(.class("cell-sub")) { Text(zh: "当前设备", en: "This device") } }
                        }
                    },
                    .init(Text(zh: "最近使用", en: "Last used")) { session in
                        span(.class("num nowrap")) { Figure.moment(session.seenAt, in: zone) }
                    },
                ]
            ).html
            if sessions.count > 1 {
                postForm("/me/sessions", .class("pager")) {
                    button(.class("btn btn-small"), .type("submit")) {
                        Text(zh: "使其他登录失效", en: "End the other sessions")
                    }
                }
            }
        }
    }
}
