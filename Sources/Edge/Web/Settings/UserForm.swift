import Kernel
import Records
import Warehouse

/// Adding a user, and the part about roles and scope that the user's own page shows too.
struct UserForm {
    var values: FieldValues
    var trouble: FormTrouble?

    /// The rights as a sent form names them.
    static func draft(_ form: FieldValues, name: String) throws -> AccountDraft {
        AccountDraft(
            name: name, roles: Set(try form.all("role").map(Role.parse)), regions: Set(form.all("region")),
            dealers: Set(form.text("dealers").split { ",，、 \n".contains($0) }.map(String.init)))
    }

    /// The form as it stands for an account.
    static func values(_ account: Account) -> FieldValues {
        var pairs = account.roles.map { ("role", $0.rawValue) } + account.regions.map { ("region", $0) }
        pairs.append(("dealers", account.dealers.sorted().joined(separator: ", ")))
        return FieldValues(pairs)
    }

    var page: Page {
        Page(Text(zh: "添加用户", en: "Add user"), pretitle: Text(zh: "用户与角色", en: "Users & roles")) {
            card(nil) {
                postForm("/settings/users", .class("narrow-form")) {
                    trouble?.overall(["name", "password", "role", "region", "dealer"])
                    Field(
                        "name", Text(zh: "账号名", en: "Name"), value: values.text("name"),
                        problem: trouble?.about("name"),
                        required: true, autocomplete: "off", first: true
                    ).html
                    Field(
                        "password", Text(zh: "初始密码", en: "First password"), type: "password",
                        help: Text(
                            zh: "至少 \(PasswordRules.least) 个字符。请当面或通过安全渠道告知本人。",
                            en: "At least \(PasswordRules.least) characters. Hand it over in person or by a safe way."),
                        problem: trouble?.about("password"), required: true, autocomplete: "new-password"
                    ).html
                    rights
                    div(.class("form-foot")) {
                        submitButton(Text(zh: "添加", en: "Add"))
                        a(.class("btn"), .href("/settings/users")) { Text(zh: "取消", en: "Cancel") }
                    }
                }
            }
        }
    }

    var rights: HTML {
        HTML {
            checks(
                Text(zh: "角色", en: "Roles"), "role", Role.allCases.map { ($0.rawValue, $0.name, $0.duty) },
                trouble?.about("role"))
            checks(
                Text(zh: "所辖区域（区域经理）", en: "Regions (region managers)"), "region",
                RegionName.all.map { ($0.code, $0.name, nil) }, trouble?.about("region"))
            Field(
                "dealers", Text(zh: "经销商代码（经销商账号）", en: "Dealer codes (dealers' accounts)"),
                value: values.text("dealers"),
                help: Text(zh: "多个代码用逗号分隔。", en: "Separate several by commas."), problem: trouble?.about("dealer")
            ).html
        }
    }

    private func checks(_ title: Text, _ name: String, _ choices: [(String, Text, Text?)], _ problem: Text?) -> HTML {
        let chosen = values.all(name)
        return fieldset {
            legend(.class("form-label")) { title }
            div(.class("check-grid")) {
                for (value, label, note) in choices {
                    HTMLTags.label(.class("field-check")) {
                        input(.type("checkbox"), .name(name), .value(value), .checked(chosen.contains(value)))
                        span {
                            label
                            if let note { span(.class("cell-sub")) { note } }
                        }
                    }
                }
            }
            if let problem {
                p(.class("field-problem")) {
                    icon("alert-circle")
                    problem
                }
            }
        }
    }
}
