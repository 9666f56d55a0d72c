import Kernel
import Records
import Store

/// What the company is called and how it counts.
enum CompanyPages {
    private static let names = ["company", "zone", "currency"]

    static func routes(_ app: AppContext) -> [Route] {
        [
            .get(
                "/settings/company", .allowed(.view, .setting),
                menu: MenuEntry(.settings, Text(zh: "公司", en: "Company"), order: 10)
            ) { visit in
                let company = try await visit.app.settings.company()
                return .page(page(values(company), visit, nil))
            },
            .post("/settings/company", .allowed(.administer, .setting)) { visit in
                let result = try await FormTrouble.catching {
                    var company = try read(visit.form, tour: try await visit.app.settings.company().tour)
                    company.language = Language(rawValue: visit.form.text("company_language")) ?? .zh
                    try await visit.app.settings.save(company, by: try visit.author())
                }
                switch result {
                case .success: return Reply.redirect(to: "/settings/company").flashing(Text(zh: "已保存。", en: "Saved."))
                case .failure(let trouble): return .page(page(visit.form, visit, trouble), status: trouble.status)
                }
            },
        ]
    }

    /// The company as the form says it; throws `FormTrouble` where a field does not fit.
    static func read(_ form: FieldValues, tour: TourState) throws -> CompanySettings {
        let name = form.text("company")
        guard (1...60).contains(name.count) else {
            throw FormTrouble(
                "company", Text(zh: "请填写公司名称（60 字以内）。", en: "Give the company's name, at most 60 characters."))
        }
        guard let zone = BusinessZone(form.text("zone")) else {
            throw FormTrouble(
                "zone",
                Text(
                    zh: "系统不认识这个时区，例如 Asia/Shanghai。",
                    en: "The system knows no such time zone; an example is Asia/Shanghai."))
        }
        guard let currency = Currency(form.text("currency")) else {
            throw FormTrouble(
                "currency", Text(zh: "货币须为三个大写字母，例如 CNY。", en: "A currency is three capital letters, such as CNY."))
        }
        return CompanySettings(name: Text(verbatim: name), zone: zone, currency: currency, tour: tour)
    }

    static func fields(_ values: FieldValues, _ trouble: FormTrouble?) -> HTML {
        HTML {
            Field(
                "company", Text(zh: "公司名称", en: "Company"), value: values.text("company"),
                problem: trouble?.about("company"), required: true, autocomplete: "organization"
            ).html
            div(.class("field-row")) {
                Field(
                    "zone", Text(zh: "业务时区", en: "Time zone"), value: values["zone"] ?? "Asia/Shanghai",
                    problem: trouble?.about("zone"), required: true
                ).choice(zones(including: values.text("zone")))
                Field(
                    "currency", Text(zh: "记账货币", en: "Currency"), value: values["currency"] ?? "CNY",
                    problem: trouble?.about("currency"), required: true
                ).choice(["CNY", "HKD", "TWD", "USD", "EUR", "GBP", "JPY", "SGD"].map { ($0, Text(verbatim: $0)) })
            }
        }
    }

    private static func zones(including chosen: String) -> [(value: String, label: Text)] {
        let known = [
            "Asia/Shanghai", "Asia/Hong_Kong", "Asia/Taipei", "Asia/Singapore", "Asia/Tokyo", "Europe/London",
            "Europe/Berlin",
            "America/New_York", "America/Los_Angeles", "UTC",
        ]
        let all = chosen.isEmpty || known.contains(chosen) ? known : [chosen] + known
        return all.map { ($0, Text(verbatim: $0.replacing("_", with: " "))) }
    }

    private static func values(_ company: CompanySettings) -> FieldValues {
        var values = FieldValues()
        values["company"] = company.name.zh
        values["zone"] = company.zone.identifier
        values["currency"] = company.currency.code
        values["company_language"] = company.language.rawValue
        return values
    }

    private static func page(_ values: FieldValues, _ visit: Visit, _ trouble: FormTrouble?) -> Page {
        Page(Text(zh: "公司", en: "Company"), pretitle: Step.settings.name) {
            card(nil) {
                postForm("/settings/company", .class("narrow-form")) {
                    trouble?.overall(names)
                    fields(values, trouble)
                    Field(
                        "company_language", Text(zh: "默认语言", en: "Default language"),
                        value: values.text("company_language")
                    )
                    .choice([("zh", Text(verbatim: "简体中文")), ("en", Text(verbatim: "English"))])
                    p(.class("field-help")) {
                        Text(
                            zh: "时区和货币决定每一天、每一笔金额如何计算；修改后在程序下次启动时生效。",
                            en:
                                "Zone and currency decide how days and amounts are counted; a change takes effect when the program next starts."
                        )
                    }
                    if visit.may(.administer, .setting) {
                        div(.class("form-foot")) { submitButton(Text(zh: "保存", en: "Save")) }
                    }
                }
            }
        }
    }
}
