import Diagnosing
import Kernel
import Records
import Store

/// What the tiers of both schemes are called and mean (CU-02). Every run keeps the names it was made with.
enum RFMSchemePages {
    static let path = "/diagnose/rfm/schemes"
    private static let title = Text(zh: "分层名称", en: "Names of tiers")
    private static let mostLetters = 30

    static func routes(_ app: AppContext) -> [Route] {
        [
            .get(path, .allowed(.edit, .diagnosis)) { visit in
                let options = try await kept(visit)
                return .page(page(options, values(options), nil, visit))
            },
            .post(path, .allowed(.edit, .diagnosis)) { visit in try await save(visit) },
        ]
    }

    private static func kept(_ visit: Visit) async throws -> RFMOptions {
        let store = RFMOptionStore(visit.app.store)
        return try await visit.app.store.read { try store.options($0) }
    }

    private static func save(_ visit: Visit) async throws -> Reply {
        var options = try await kept(visit)
        let standard = visit.form.text("do") == "standard"
        let form = visit.form
        let old = options.schemes
        let result = try await FormTrouble.catching {
            try old.map { standard ? standardNames($0) : try renamed($0, form) }
        }
        switch result {
        case .failure(let trouble): return .page(page(options, form, trouble, visit), status: trouble.status)
        case .success(let schemes):
            options.schemes = schemes
            let (changed, author, store) = (options, try visit.author(), RFMOptionStore(visit.app.store))
            try await visit.app.store.write { try store.keep(changed, $0, by: author) }
            return Reply.redirect(to: path).flashing(
                Text(zh: "已保存，下次评分起使用。", en: "Saved. The next scoring uses these names."))
        }
    }

    /// Names and meanings as the program came with them; the rules stay.
    private static func standardNames(_ scheme: TierScheme) -> TierScheme {
        guard let builtIn = TierScheme.builtIn.first(where: { $0.id == scheme.id }) else { return scheme }
        return scheme.named(builtIn.name, tiers: builtIn.tiers)
    }

    private static func renamed(_ scheme: TierScheme, _ form: FieldValues) throws -> TierScheme {
        let tiers = try scheme.tiers.map { tier in
            Tier(
                tier.id, try text("\(scheme.id).\(tier.id)", form),
                meaning: Text(
                    zh: form.text("\(scheme.id).\(tier.id).meaning_zh"),
                    en: form.text("\(scheme.id).\(tier.id).meaning_en")))
        }
        let names = tiers.map(\.name)
        guard Set(names.map(\.zh)).count == names.count, Set(names.map(\.en)).count == names.count else {
            throw FormTrouble(
                nil, Text(zh: "同一方案中不能有两个同名的层级。", en: "Two tiers of one scheme cannot have the same name."))
        }
        return scheme.named(try text(scheme.id, form), tiers: tiers)
    }

    private static func text(_ field: String, _ form: FieldValues) throws -> Text {
        func one(_ name: String) throws -> String {
            let typed = form.text(name)
            guard (1...mostLetters).contains(typed.count) else {
                throw FormTrouble(
                    name, Text(zh: "请填写 1 至 \(mostLetters) 个字的名称。", en: "A name has 1 to \(mostLetters) characters."))
            }
            return typed
        }
        return Text(zh: try one(field + ".zh"), en: try one(field + ".en"))
    }

    private static func values(_ options: RFMOptions) -> FieldValues {
        var values = FieldValues()
        for scheme in options.schemes {
            values[scheme.id + ".zh"] = scheme.name.zh
            values[scheme.id + ".en"] = scheme.name.en
            for tier in scheme.tiers {
                let field = "\(scheme.id).\(tier.id)"
                values[field + ".zh"] = tier.name.zh
                values[field + ".en"] = tier.name.en
                values[field + ".meaning_zh"] = tier.meaning.zh
                values[field + ".meaning_en"] = tier.meaning.en
            }
        }
        return values
    }

    private static func page(
        _ options: RFMOptions, _ values: FieldValues, _ trouble: FormTrouble?, _ visit: Visit
    ) -> Page {
        Page(
            title, pretitle: RFMPages.title,
            lead: Text(
                zh: "两套方案各层级的中英文名称与含义。已完成的评分保留当时的名称。",
                en:
                    "What the tiers of both schemes are called, in Chinese and English. Runs that are done keep their names."
            )
        ) {
            postForm(path, .class("stack")) {
                if let trouble, trouble.field == nil { notice(.danger, trouble.text) }
                for scheme in options.schemes {
                    card(
                        scheme.name, note: rule(scheme),
                        actions: a(.class("btn"), .href(TierRulePages.address(scheme.id))) { TierRulePages.title }
                    ) {
                        pair(scheme.id, Text(zh: "方案名称", en: "Scheme"), values, trouble)
                        for tier in scheme.tiers {
                            fieldset {
                                legend(.class("card-title")) { tier.name }
                                pair("\(scheme.id).\(tier.id)", Text(zh: "名称", en: "Name"), values, trouble)
                                meaning("\(scheme.id).\(tier.id)", values)
                            }
                        }
                    }
                }
                div(.class("form-foot")) {
                    submitButton(Text(zh: "保存", en: "Save"))
                    button(.class("btn"), .type("submit"), .name("do"), .value("standard")) {
                        Text(zh: "恢复默认名称", en: "Back to the built-in names")
                    }
                    a(.class("btn"), .href(RFMScorePages.path)) { Text(zh: "去评分", en: "To scoring") }
                }
            }
        }
    }

    private static func rule(_ scheme: TierScheme) -> Text {
        let sizes = scheme.tiers.map { (tier: $0, cells: scheme.cells(of: $0.id).count) }
        return Text(
            zh: "125 个 RFM 单元格：" + sizes.map { "\($0.tier.name.zh) \($0.cells)" }.joined(separator: "，"),
            en: "Of the 125 RFM cells: " + sizes.map { "\($0.tier.name.en) \($0.cells)" }.joined(separator: ", "))
    }

    private static func pair(_ field: String, _ label: Text, _ values: FieldValues, _ trouble: FormTrouble?) -> HTML {
        div(.class("field-row")) {
            for (code, language) in [
                ("zh", Text(zh: "（中文）", en: " (Chinese)")), ("en", Text(zh: "（英文）", en: " (English)")),
            ] {
                let name = "\(field).\(code)"
                Field(
                    name, label + language, value: values.text(name), problem: trouble?.about(name), required: true
                ).html
            }
        }
    }

    private static func meaning(_ field: String, _ values: FieldValues) -> HTML {
        div(.class("field-row")) {
            for (code, label) in [
                ("meaning_zh", Text(zh: "含义（中文）", en: "Meaning (Chinese)")),
                ("meaning_en", Text(zh: "含义（英文）", en: "Meaning (English)")),
            ] { Field("\(field).\(code)", label, value: values.text("\(field).\(code)")).html }
        }
    }
}
