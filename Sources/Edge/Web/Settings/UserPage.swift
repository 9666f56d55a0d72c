import Kernel
import Records

/// One account: its rights, its sessions, and what an administrator may do about it.
enum UserPage {
    static func make(_ visit: Visit, trouble: FormTrouble? = nil) async throws -> Page {
        let account = try await UserPages.find(visit)
        let sessions = try await visit.app.sessions.sessions(of: account.id)
        let mayChange = visit.may(.administer, .account)
        let path = "/settings/users/\(account.id)"
        let form = UserForm(values: trouble == nil ? UserForm.values(account) : visit.form, trouble: trouble)
        return Page(Text(verbatim: account.name), pretitle: Text(zh: "用户与角色", en: "Users & roles")) {
            trouble?.overall(["role", "region", "dealer", "password"])
            card(nil) { summary(account, sessions.count, visit) }
            if mayChange {
                card(Text(zh: "角色与范围", en: "Roles and scope")) {
                    postForm(path + "/rights") {
                        form.rights
                        div(.class("form-foot")) { submitButton(Text(zh: "保存", en: "Save")) }
                    }
                }
                div(.class("columns")) {
                    card(
                        Text(zh: "重置密码", en: "Reset the password"),
                        note: Text(zh: "重置后需用新密码重新登录。", en: "The user signs in again with the new one.")
                    ) {
                        postForm(path + "/password") {
                            Field(
                                "password", Text(zh: "新密码", en: "New password"), type: "password",
                                problem: trouble?.about("password"), required: true, autocomplete: "new-password"
                            ).html
                            button(.class("btn"), .type("submit")) { Text(zh: "重置密码", en: "Reset") }
                        }
                    }
                    card(Text(zh: "登录与停用", en: "Sessions and access")) { access(account, path) }
                }
            }
        }
    }

    private static func summary(_ account: Account, _ sessions: Int, _ visit: Visit) -> HTML {
        facts([
            (
                Text(zh: "状态", en: "State"),
                badge(account.standing, account.canSignIn ? .good : .neutral)
            ),
            (Text(zh: "角色", en: "Roles"), HTML(roleNames(account.roles))),
            (Text(zh: "当前登录", en: "Open sessions"), HTML(verbatim: String(sessions))),
            (Text(zh: "创建时间", en: "Added"), HTML(verbatim: Figure.moment(account.createdAt, in: visit.app.zone))),
        ])
    }

    private static func access(_ account: Account, _ path: String) -> HTML {
        div(.class("stack")) {
            postForm(
                path + "/sessions", .confirm(Text(zh: "确定让该用户的所有登录立即失效吗？", en: "End all sessions of this user now?"))
            ) {
                button(.class("btn"), .type("submit")) { Text(zh: "使所有登录失效", en: "End all sessions") }
            }
            if account.isDisabled {
                postForm(path + "/enable") {
                    button(.class("btn"), .type("submit")) { Text(zh: "重新启用账号", en: "Enable the account") }
                }
            } else {
                postForm(
                    path + "/disable",
                    .confirm(
                        Text(
                            zh: "停用后该用户无法登录，令牌也会失效。确定停用吗？",
                            en: "The user can no longer sign in and tokens stop working. Disable the account?"))
                ) {
                    button(.class("btn btn-danger"), .type("submit")) { Text(zh: "停用账号", en: "Disable the account") }
                }
            }
        }
    }
}
