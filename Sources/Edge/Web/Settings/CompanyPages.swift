import Kernel
import Records
import Store
import Warehouse

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
                return .page(try await page(values(company), visit, nil))
            },
            .post("/settings/company", .allowed(.administer, .setting)) { visit in
                let result = try await FormTrouble.catching {
                    let before = try await visit.app.settings.company()
                    var company = try read(visit.form, tour: before.tour)
                    company.language = Language(rawValue: visit.form.text("company_language")) ?? .zh
                    try await refuseChange(to: company, visit)
                    try await visit.app.settings.save(company, by: try visit.author())
                    visit.app.warehouse.adopt(company.zone, company.currency)
                }
                switch result {
                case .success: return Reply.redirect(to: "/settings/company").flashing(Text(zh: "已保存。", en: "Saved."))
                case .failure(let trouble):
                    return .page(try await page(visit.form, visit, trouble), status: trouble.status)
                }
            },
        ]
    }

    /// Every row's day was counted in the zone of its load, and every amount is in minor units of one currency: once there are
    /// rows, another zone or currency would make them say what is not so.
    static func refuseChange(to company: CompanySettings, _ visit: Visit) async throws {
        let warehouse = visit.app.warehouse
        let hasOtherZone = company.zone != warehouse.zone
        guard hasOtherZone || company.currency != warehouse.currency, try await warehouse.hasData() else { return }
        throw FormTrouble(hasOtherZone ? "zone" : "currency", fixed)
    }

    private static let fixed = Text(
        zh: "已有数据按当前时区和货币入账，不能直接更改。如确需更改：先备份，再用新的数据文件夹启动程序，在初始化时选择时区和货币，然后重新导入数据。",
        en:
            "Data were counted in the present zone and currency, so neither can simply be changed. If they must be: make a backup, start the program with a new data folder, choose zone and currency in its set-up, and import again."
    )

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

    /// - Parameter isFixed: zone and currency are shown, and go with the form unchanged.
    static func fields(_ values: FieldValues, _ trouble: FormTrouble?, isFixed: Bool = false) -> HTML {
        HTML {
            Field(
                "company", Text(zh: "公司名称", en: "Company"), value: values.text("company"),
                problem: trouble?.about("company"), required: true, autocomplete: "organization"
            ).html
            if isFixed {
                input(.type("hidden"), .name("zone"), .value(values.text("zone")))
                input(.type("hidden"), .name("currency"), .value(values.text("currency")))
                facts([
                    (Text(zh: "业务时区", en: "Time zone"), HTML(verbatim: values.text("zone"))),
                    (Text(zh: "记账货币", en: "Currency"), HTML(verbatim: values.text("currency"))),
                ])
                if let problem = trouble?.about("zone") ?? trouble?.about("currency") { notice(.danger, problem) }
                p(.class("field-help field")) { fixed }
            } else {
                div(.class("field-row")) {
                    Field(
                        "zone", Text(zh: "业务时区", en: "Time zone"), value: values["zone"] ?? "Asia/Shanghai",
                        problem: trouble?.about("zone"), required: true
                    ).choice(zones(including: values.text("zone")))
                    Field(
                        "currency", Text(zh: "记账货币", en: "Currency"), value: values["currency"] ?? "CNY",
                        problem: trouble?.about("currency"), required: true
                    ).choice(currencies.map { ($0, Text(verbatim: $0)) })
                }
            }
        }
    }

    static let currencies = ["CNY", "HKD", "TWD", "USD", "EUR", "GBP", "JPY", "SGD"]

    static func zones(including chosen: String) -> [(value: String, label: Text)] {
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

    private static func page(_ values: FieldValues, _ visit: Visit, _ trouble: FormTrouble?) async throws -> Page {
        let isFixed = try await visit.app.warehouse.hasData()
        var shown = values
        if isFixed {
            shown["zone"] = visit.app.zone.identifier
            shown["currency"] = visit.app.currency.code
        }
        return page(shown, visit, trouble, isFixed)
    }

    private static func page(
        _ values: FieldValues, _ visit: Visit, _ trouble: FormTrouble?, _ isFixed: Bool
    ) -> Page {
        Page(Text(zh: "公司", en: "Company"), pretitle: Step.settings.name) {
            card(nil) {
                postForm("/settings/company", .class("narrow-form")) {
                    trouble?.overall(names)
                    fields(values, trouble, isFixed: isFixed)
                    Field(
                        "company_language", Text(zh: "默认语言", en: "Default language"),
                        value: values.text("company_language")
                    )
                    .choice([("zh", Text(verbatim: "简体中文")), ("en", Text(verbatim: "English"))])
                    if !isFixed {
                        p(.class("field-help")) {
                            Text(
                                zh: "时区和货币决定每一天、每一笔金额如何计算。现在还没有数据，修改立即生效；导入数据后不能再改。",
                                en:
                                    "Zone and currency decide how days and amounts are counted. There are no data yet, so a change takes effect at once; after the first import they stay."
                            )
                        }
                    }
                    if visit.may(.administer, .setting) {
                        div(.class("form-foot")) { submitButton(Text(zh: "保存", en: "Save")) }
                    }
                }
            }
        }
    }
}
