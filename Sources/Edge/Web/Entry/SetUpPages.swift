import Kernel
import Records
import Store
import Warehouse

/// The one-time link: makes the first administrator and asks what the company is called.
enum SetUpPages {
    private static let fields = ["name", "password", "again", "company", "zone", "currency"]

    static func routes(_ app: AppContext) -> [Route] {
        [
            .get("/setup", .open) { visit in
                try await visit.app.accounts.isEmpty() ? .page(withoutLink) : .redirect(to: "/sign-in")
            },
            .get("/setup/:key", .open) { visit in
                if try await !visit.app.accounts.isEmpty() { return .redirect(to: "/sign-in") }
                let key = visit["key"]
                do { try await visit.app.setupLinks.check(Secret(key)) } catch AccessProblem.setupLinkInvalid {
                    return .page(linkInvalid, status: 403)
                }
                return .page(form(key: key, FieldValues(), nil))
            },
            .post("/setup", .open) { visit in try await redeem(visit) },
        ]
    }

    private static func redeem(_ visit: Visit) async throws -> Reply {
        let key = visit.form.text("key")
        let result = try await FormTrouble.catching {
            let company = try settings(visit.form, visit.language)
            guard visit.form["password"] == visit.form["again"] else {
                throw FormTrouble("again", Text(zh: "两次输入的密码不一致。", en: "The two passwords differ."))
            }
            try await CompanyPages.refuseChange(to: company, visit)
            let account = try await visit.app.setupLinks.redeem(
                Secret(key), name: visit.form.text("name"), password: visit.form["password"] ?? "")
            try await visit.app.settings.save(company, by: account.author)
            visit.app.warehouse.adopt(company.zone, company.currency)
            return account
        }
        switch result {
        case .failure(let trouble): return .page(form(key: key, visit.form, trouble), status: trouble.status)
        case .success(let account):
            let (secret, _) = try await visit.app.sessions.begin(for: account, address: visit.address)
            return Reply.redirect(to: "/welcome").setting(SignInPages.cookie(secret))
        }
    }

    private static func settings(_ form: FieldValues, _ language: Language) throws -> CompanySettings {
        var settings = try CompanyPages.read(form, tour: .notChosen)
        settings.language = language
        return settings
    }

    private static func form(key: String, _ values: FieldValues, _ trouble: FormTrouble?) -> Page {
        Page(
            Text(zh: "欢迎使用运筹", en: "Welcome to Yunchou"),
            lead: Text(
                zh: "先创建管理员账号，再告诉我们公司的基本信息。", en: "Make the administrator's account and say a little about the company."
            ),
            frame: .centred
        ) {
            postForm("/setup") {
                trouble?.overall(fields)
                input(.type("hidden"), .name("key"), .value(key))
                Field(
                    "name", Text(zh: "管理员账号名", en: "Administrator's name"), value: values.text("name"),
                    problem: trouble?.about("name"), required: true, autocomplete: "username", first: true
                ).html
                Field(
                    "password", Text(zh: "密码", en: "Password"), type: "password",
                    help: Text(
                        zh: "至少 \(PasswordRules.least) 个字符，建议用几个词组成短句。",
                        en: "At least \(PasswordRules.least) characters; a few words make a good one."),
                    problem: trouble?.about("password"), required: true, autocomplete: "new-password"
                ).html
                Field(
                    "again", Text(zh: "再次输入密码", en: "Password again"), type: "password",
                    problem: trouble?.about("again"),
                    required: true, autocomplete: "new-password"
                ).html
                CompanyPages.fields(values, trouble)
                submitButton(Text(zh: "完成设置", en: "Finish set-up"), wide: true)
            }
        }
    }

    private static var withoutLink: Page {
        Page(Text(zh: "尚未初始化", en: "Not set up yet"), frame: .centred) {
            p(.class("problem-text")) {
                Text(
                    zh: "请打开程序启动时在终端中显示的一次性链接，创建管理员账号。若找不到该链接，重新启动程序会生成新的链接。",
                    en:
                        "Open the one-time link that the program printed in its terminal when it started, and make the administrator's account. If the link is lost, restart the program: it prints a new one."
                )
            }
        }
    }

    private static var linkInvalid: Page {
        Page(Text(zh: "链接已失效", en: "This link no longer works"), frame: .centred) {
            p(.class("problem-text")) { AccessProblem.setupLinkInvalid.text }
        }
    }
}
