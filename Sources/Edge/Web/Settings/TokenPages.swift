import Kernel
import Records

/// Secrets with which programs act for an account.
enum TokenPages {
    static func routes(_ app: AppContext) -> [Route] {
        [
            .get(
                "/settings/tokens", .allowed(.view, .apiToken),
                menu: MenuEntry(.settings, Text(zh: "接口令牌", en: "API tokens"), order: 40)
            ) { visit in .page(try await page(visit)) },
            SettingFiles.tokens().route,
            .post("/settings/tokens", .allowed(.edit, .apiToken)) { visit in try await create(visit) },
            .post("/settings/tokens/:token/revoke", .allowed(.edit, .apiToken)) { visit in try await revoke(visit) },
        ]
    }

    private static func create(_ visit: Visit) async throws -> Reply {
        let result = try await FormTrouble.catching {
            let days = visit.form.int("days", in: 1...3650) ?? 90
            return try await visit.app.tokens.create(
                named: visit.form.text("name"), for: try visit.person().account,
                scopes: Set(try visit.form.all("scope").map(TokenScope.parse)),
                expiresAt: visit.app.clock.now() + .seconds(days * 86_400), by: try visit.author())
        }
        switch result {
        case .success(let (secret, _)): return .page(try await page(visit, secret: secret.text))
        case .failure(let trouble): return .page(try await page(visit, trouble: trouble), status: trouble.status)
        }
    }

    /// One's own; those of others only with the right to administer accounts.
    private static func revoke(_ visit: Visit) async throws -> Reply {
        let id = try visit.number("token")
        let all = try await visit.app.tokens.tokens(of: owner(visit))
        guard all.contains(where: { $0.id == id }) else { throw WebProblem.pageUnknown }
        try await visit.app.tokens.revoke(id, by: try visit.author())
        return Reply.redirect(to: "/settings/tokens").flashing(Text(zh: "令牌已撤销。", en: "The token is revoked."))
    }

    /// Whose tokens are shown; `nil` for everybody's.
    static func owner(_ visit: Visit) throws -> Int64? {
        visit.may(.administer, .account) ? nil : try visit.person().account.id
    }

    private static func page(_ visit: Visit, secret: String? = nil, trouble: FormTrouble? = nil) async throws -> Page {
        let tokens = try await visit.app.tokens.tokens(of: owner(visit))
        let owners = Dictionary(uniqueKeysWithValues: try await visit.app.accounts.all().map { ($0.id, $0.name) })
        return Page(
            Text(zh: "接口令牌", en: "API tokens"), pretitle: Step.settings.name,
            lead: Text(
                zh: "让其他程序以您的身份读取或写入数据，权限不会超过您自己的权限。",
                en: "Let other programs read or write on your behalf, never with more rights than you have.")
        ) {
            if let secret { shown(secret) }
            if tokens.isEmpty {
                card(nil) {
                    emptyState(
                        "key", Text(zh: "还没有令牌", en: "No tokens yet"),
                        Text(
                            zh: "需要脚本或其他系统对接时，在下方创建一个。",
                            en: "When a script or another system needs access, create one below."))
                }
            } else {
                card(nil, flush: true) { table(tokens, owners, visit) }
            }
            if visit.may(.edit, .apiToken) { card(Text(zh: "创建令牌", en: "Create a token")) { form(visit, trouble) } }
            card(Text(zh: "怎样访问", en: "How to ask")) { examples(visit) }
        }.actions { SettingFiles.tokens().menu(visit) }
    }

    /// Commands that can be copied and work as they stand, with a token in `TOKEN`.
    @HTMLBuilder private static func examples(_ visit: Visit) -> HTML {
        let host = visit.app.network.host(visit.request) ?? "127.0.0.1:8080"
        let site = (visit.app.network.isSecure(visit.request) ? "https://" : "http://") + host
        let rest = "curl -H \"Authorization: Bearer $TOKEN\" '\(site)/api/v1/records'"
        let graph =
            "curl -H \"Authorization: Bearer $TOKEN\" -H 'Content-Type: application/json' '\(site)\(GraphQLEndpoint.path)' "
            + "-d '{\"query\": \"{ search(text: \\\"2027\\\") { code title state_name } }\"}'"
        for (id, name, command) in [
            ("rest", Text(zh: "REST：有哪些记录与字段", en: "REST: which records and fields there are"), rest),
            ("graphql", Text(zh: "GraphQL：搜索各类记录", en: "GraphQL: records of all kinds by their words"), graph),
        ] {
            p { name }
            div(.class("secret")) {
                code(.id("ask-\(id)")) { command }
                button(.class("btn"), .type("button"), .attribute("data-copy", "#ask-\(id)")) {
                    icon("copy")
                    Text(zh: "复制", en: "Copy")
                }
            }
        }
    }

    private static func shown(_ secret: String) -> HTML {
        card(
            Text(zh: "新令牌", en: "The new token"),
            note: Text(zh: "只显示这一次，请立即保存到安全的地方。", en: "It is shown only this once. Keep it in a safe place now.")
        ) {
            div(.class("secret")) {
                code(.id("new-token")) { secret }
                button(.class("btn"), .type("button"), .attribute("data-copy", "#new-token")) {
                    icon("copy")
                    Text(zh: "复制", en: "Copy")
                }
            }
        }
    }

    private static func form(_ visit: Visit, _ trouble: FormTrouble?) -> HTML {
        let chosen = trouble == nil ? ["view"] : visit.form.all("scope")
        return postForm("/settings/tokens", .class("narrow-form")) {
            trouble?.overall(["name", "scope"])
            div(.class("field-row")) {
                Field(
                    "name", Text(zh: "用途", en: "What it is for"), value: trouble == nil ? "" : visit.form.text("name"),
                    problem: trouble?.about("name"), required: true, autocomplete: "off"
                ).html
                Field("days", Text(zh: "有效期", en: "Valid for"), value: "90").choice([
                    ("30", Text(zh: "30 天", en: "30 days")), ("90", Text(zh: "90 天", en: "90 days")),
                    ("365", Text(zh: "一年", en: "One year")),
                ])
            }
            fieldset {
                legend(.class("form-label")) { Text(zh: "允许的操作", en: "What it may do") }
                div(.class("check-grid")) {
                    for action in Action.allCases {
                        HTMLTags.label(.class("field-check")) {
                            input(
                                .type("checkbox"), .name("scope"), .value(action.rawValue),
                                .checked(chosen.contains(action.rawValue)))
                            span { action.name }
                        }
                    }
                }
                if let problem = trouble?.about("scope") { p(.class("field-problem")) { problem } }
            }
            submitButton(Text(zh: "创建令牌", en: "Create"))
        }
    }

    private static func table(_ tokens: [APIToken], _ owners: [Int64: String], _ visit: Visit) -> HTML {
        let zone = visit.app.zone
        let now = visit.app.clock.now()
        let mayRevoke = visit.may(.edit, .apiToken)
        return DataTable<APIToken>(
            Text(zh: "接口令牌", en: "API tokens"), rows: tokens,
            columns: [
                .init(Text(zh: "用途", en: "What for")) { token in
                    HTML {
                        token.name
                        span(.class("cell-sub")) { owners[token.accountID] ?? "" }
                    }
                },
                .init(Text(zh: "范围", en: "Scopes")) { token in
                    code { token.scopes.map(\.description).sorted().joined(separator: " ") }
                },
                .init(Text(zh: "最近使用", en: "Last used")) { token in
                    span(.class("num nowrap quiet")) { token.usedAt.map { Figure.moment($0, in: zone) } ?? "—" }
                },
                .init(Text(zh: "到期", en: "Expires")) { token in
                    span(.class("num nowrap quiet")) { token.expiresAt.map { Figure.moment($0, in: zone) } ?? "—" }
                },
                .init(Text(zh: "状态", en: "State")) { token in
                    token.isAlive(at: now)
                        ? badge(Text(zh: "有效", en: "Valid"), .good)
                        : badge(
                            token.revokedAt == nil ? Text(zh: "已过期", en: "Expired") : Text(zh: "已撤销", en: "Revoked"))
                },
                .init(Text(zh: "操作", en: "Action")) { token in
                    token.isAlive(at: now) && mayRevoke
                        ? postForm(
                            "/settings/tokens/\(token.id)/revoke",
                            .confirm(
                                Text(
                                    zh: "撤销后使用它的程序将无法访问。确定撤销吗？",
                                    en: "Programs that use it will be locked out. Revoke it?"))
                        ) {
                            button(.class("btn btn-small btn-danger"), .type("submit")) { Text(zh: "撤销", en: "Revoke") }
                        } : HTML()
                },
            ]
        ).html
    }
}
