import Kernel
import Records
import Store
import Warehouse

/// Who may sign in, with which duties.
enum UserPages {
    static func routes(_ app: AppContext) -> [Route] {
        [
            .get(
                "/settings/users", .allowed(.view, .account),
                menu: MenuEntry(.settings, Text(zh: "用户与角色", en: "Users & roles"), order: 20)
            ) { visit in .page(list(try await visit.app.accounts.all(), visit)) },
            SettingFiles.users().route,
            .get("/settings/users/new", .allowed(.administer, .account)) { _ in
                .page(UserForm(values: FieldValues()).page)
            },
            .post("/settings/users", .allowed(.administer, .account)) { visit in try await add(visit) },
            .get("/settings/users/:account", .allowed(.view, .account)) { visit in
                .page(try await UserPage.make(visit))
            },
            .post("/settings/users/:account/rights", .allowed(.administer, .account)) { visit in
                try await change(visit, Text(zh: "角色与范围已更新。", en: "Roles and scope are changed.")) { account in
                    try await visit.app.accounts.setRights(
                        of: account.id, to: UserForm.draft(visit.form, name: account.name), by: try visit.author())
                }
            },
            .post("/settings/users/:account/password", .allowed(.administer, .account)) { visit in
                try await change(
                    visit, Text(zh: "密码已重置，该用户的所有登录均已失效。", en: "The password is reset and all sessions have ended.")
                ) {
                    try await visit.app.accounts.setPassword(
                        of: $0.id, to: visit.form["password"] ?? "", by: try visit.author())
                }
            },
            .post("/settings/users/:account/sessions", .allowed(.administer, .account)) { visit in
                try await change(visit, Text(zh: "该用户的所有登录均已失效。", en: "All sessions of this user have ended.")) {
                    try await visit.app.sessions.revokeAll(of: $0.id, by: try visit.author())
                }
            },
            .post("/settings/users/:account/disable", .allowed(.administer, .account)) { visit in
                try await change(visit, Text(zh: "账号已停用。", en: "The account is disabled.")) {
                    try await visit.app.accounts.disable($0.id, by: try visit.author())
                }
            },
            .post("/settings/users/:account/enable", .allowed(.administer, .account)) { visit in
                try await change(visit, Text(zh: "账号已重新启用。", en: "The account is enabled again.")) {
                    try await visit.app.accounts.enable($0.id, by: try visit.author())
                }
            },
        ]
    }

    private static func add(_ visit: Visit) async throws -> Reply {
        let result = try await FormTrouble.catching {
            try await visit.app.accounts.add(
                UserForm.draft(visit.form, name: visit.form.text("name")), password: visit.form["password"] ?? "",
                by: try visit.author())
        }
        switch result {
        case .failure(let trouble):
            return .page(UserForm(values: visit.form, trouble: trouble).page, status: trouble.status)
        case .success(let account):
            return Reply.redirect(to: "/settings/users/\(account.id)")
                .flashing(Text(zh: "已添加用户“\(account.name)”。", en: "Added \(account.name)."))
        }
    }

    private static func change(
        _ visit: Visit, _ done: Text, _ work: (Account) async throws -> Void
    ) async throws -> Reply {
        let account = try await find(visit)
        switch try await FormTrouble.catching({ try await work(account) }) {
        case .success: return Reply.redirect(to: "/settings/users/\(account.id)").flashing(done)
        case .failure(let trouble):
            return .page(try await UserPage.make(visit, trouble: trouble), status: trouble.status)
        }
    }

    static func find(_ visit: Visit) async throws -> Account {
        guard let account = try await visit.app.accounts.find(try visit.number("account")) else {
            throw WebProblem.pageUnknown
        }
        return account
    }

    private static func list(_ accounts: [Account], _ visit: Visit) -> Page {
        let zone = visit.app.zone
        let table = DataTable<Account>(
            Text(zh: "用户", en: "Users"), rows: accounts,
            columns: [
                .init(Text(zh: "账号名", en: "Name")) { account in
                    a(.href("/settings/users/\(account.id)")) { account.name }
                },
                .init(Text(zh: "角色", en: "Roles")) { roleNames($0.roles) },
                .init(Text(zh: "数据范围", en: "Scope")) { reach($0) },
                .init(Text(zh: "状态", en: "State")) { account in
                    badge(account.standing, account.canSignIn ? .good : .neutral)
                },
                .init(Text(zh: "创建时间", en: "Added")) { account in
                    span(.class("num nowrap quiet")) { Figure.moment(account.createdAt, in: zone) }
                },
            ])
        return Page(
            Text(zh: "用户与角色", en: "Users & roles"), pretitle: Step.settings.name,
            lead: Text(
                zh: "一个人可以有多个角色，权限为各角色之和。", en: "A person may have several roles; the rights are those of all of them.")
        ) {
            card(nil, flush: true) { table.html }
        }.actions {
            SettingFiles.users().menu(visit)
            a(.class("btn"), .href("/settings/duties")) { Text(zh: "权限一览", en: "Table of duties") }
            if visit.may(.administer, .account) {
                a(.class("btn btn-primary"), .href("/settings/users/new")) {
                    icon("user-plus")
                    Text(zh: "添加用户", en: "Add user")
                }
            }
        }
    }

    private static func reach(_ account: Account) -> Text {
        let isNarrow = account.roles.allSatisfy { $0.reach != .everything }
        let parts = account.regions.sorted().map(RegionName.text) + account.dealers.sorted().map { Text(verbatim: $0) }
        guard isNarrow, !parts.isEmpty else { return Text(zh: "全部", en: "All") }
        return Text(zh: parts.map(\.zh).joined(separator: "、"), en: parts.map(\.en).joined(separator: ", "))
    }
}
