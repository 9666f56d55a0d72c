import Kernel
import Planning
import Records

/// The form that begins a budget.
struct BudgetForm {
    let desk: BudgetDesk
    let budgets: [Record]
    let visit: Visit
    let trouble: FormTrouble?

    var html: HTML {
        card(
            Text(zh: "编制预算", en: "Make a budget"),
            note: Text(
                zh: "生成的是草稿，逐行可改；增量编制会列出每一行的上期实际与增减。",
                en: "It makes a draft, every line of which can be changed; grown lines show what they cost before.")
        ) {
            postForm(BudgetDesk.budgets, .class("record-form")) {
                trouble?.overall(["total", "growth", "year", "title"])
                field("title", Text(zh: "名称", en: "Name"), title)
                Field(
                    "year", Text(zh: "年度", en: "Year"), value: value("year", String(year)),
                    problem: trouble?.about("year")
                )
                .choice((year - 1...year + 2).map { (String($0), Text(verbatim: String($0))) })
                Field("base", Text(zh: "编制方法", en: "Built"), value: value("base", "data")).choice(bases)
                field(
                    "growth", Text(zh: "增长率（%）", en: "Growth (%)"), "10",
                    help: Text(zh: "增量编制时，各行按此增长", en: "Every line grows so much"))
                field(
                    "total", Text(zh: "预算总额（零基）", en: "Total (from zero)"), "",
                    help: Text(zh: "零基编制时填写，如 1200万", en: "To build from zero"))
                field(
                    "flexible", Text(zh: "弹性池（%）", en: "Flexible pool (%)"), "12",
                    help: Text(zh: "通行 10%–15%", en: "Usually 10 to 15 %"))
                field(
                    "reserve", Text(zh: "应急储备（%）", en: "Emergency reserve (%)"), "20",
                    help: Text(zh: "通行 20%", en: "Usually 20 %"))
                div(.class("form-foot field-wide")) { submitButton(Text(zh: "生成草稿", en: "Make the draft")) }
            }
        }
    }

    private var year: Int { desk.today.year }
    private var title: String {
        visit.language == .zh ? "\(year) 年度营销预算" : "Marketing budget \(year)"
    }

    private var bases: [(value: String, label: Text)] {
        [("data", Text(zh: "增量：以上一年实际数为基数", en: "Incremental: from what the year before cost"))]
            + budgets.map {
                (
                    "budget-\($0.number)",
                    Text(zh: "增量：以 \($0.code) \($0.title) 为基数", en: "Incremental: from \($0.code) \($0.title)")
                )
            } + [("zero", Text(zh: "零基：逐行论证", en: "Zero-based: line by line"))]
    }

    private func value(_ name: String, _ usual: String) -> String { visit.form[name] ?? usual }

    private func field(_ name: String, _ label: Text, _ usual: String, help: Text? = nil) -> HTML {
        Field(
            name, label, value: value(name, usual), help: help, problem: trouble?.about(name), required: name == "title"
        )
        .html
    }

    /// What was asked for. Problem: a `FormTrouble` beside the field.
    static func order(_ visit: Visit, _ desk: BudgetDesk) throws -> BudgetOrder {
        let form = visit.form
        guard let year = form.int("year", in: 2000...2100), let start = Day(year: year, month: 1, day: 1) else {
            throw FormTrouble("year", Text(zh: "请选择年度。", en: "Choose the year."))
        }
        let title = form.text("title")
        if title.isEmpty { throw FormTrouble("title", Text(zh: "请填写名称。", en: "Give it a name.")) }
        return BudgetOrder(
            title: title, period: Period(.year, holding: start), base: try base(visit, desk),
            growth: try percent(form, "growth"), flexible: try percent(form, "flexible"),
            reserve: try percent(form, "reserve"))
    }

    private static func base(_ visit: Visit, _ desk: BudgetDesk) throws -> BudgetOrder.Base {
        let text = visit.form.text("base")
        if text == "zero" { return .zero(total: try amount(visit.form.text("total"), desk)) }
        if text.hasPrefix("budget-"), let number = Int64(text.dropFirst(7)) { return .budget(number) }
        return .data
    }

    private static func amount(_ text: String, _ desk: BudgetDesk) throws -> Int64 {
        guard let field = RecordType.budget.field("total") else { return 0 }
        do throws(FieldTrouble) {
            if case .whole(let units) = try FieldText(field, currency: desk.currency).value(
                of: text, reference: { _ in nil })
            {
                return units
            }
        } catch { throw FormTrouble("total", error.text) }
        throw FormTrouble("total", Text(zh: "零基编制请填写预算总额。", en: "Give the total to build from zero."))
    }

    private static func percent(_ form: FieldValues, _ name: String) throws -> Double {
        let text = form.text(name).replacing("%", with: "")
        if text.isEmpty { return 0 }
        guard let value = Double(text), value.isFinite else {
            throw FormTrouble(name, Text(zh: "请填写数字。", en: "Give a number."))
        }
        return value / 100
    }
}
