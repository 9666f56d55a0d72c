import Kernel
import Records

/// Who decides in one's place while one is away.
enum ApprovalAwayPage {
    private static let path = ApprovalPages.path + "/away"

    static func page(_ visit: Visit, _ desk: RecordDesk, trouble: FormTrouble? = nil) async throws -> Page {
        let account = try visit.person().account
        let people = try await visit.app.accounts.all().filter { $0.canSignIn && $0.id != account.id }
        let absences = try await desk.approvals.absences(of: account.id)
        var page = Page(
            Text(zh: "外出代理", en: "While I am away"), pretitle: Text(zh: "审批中心", en: "Approvals"),
            lead: Text(
                zh: "指定日期内的新审批由代理人处理；已在等待的申请不变，可逐条转交。",
                en:
                    "New requests of these days go to your stand-in. Those that wait already stay with you: hand them over one by one."
            )
        ) {
            card {
                trouble?.overall(["to", "last"])
                form(people, visit, trouble)
            }
            if !absences.isEmpty {
                card(Text(zh: "已设置", en: "Set already")) { list(absences) }
            }
        }
        page.marked = ApprovalPages.path
        return page
    }

    private static func form(_ people: [Account], _ visit: Visit, _ trouble: FormTrouble?) -> HTML {
        postForm(path, .class("narrow-form")) {
            div(.class("field")) {
                HTMLTags.label(.class("form-label"), .for("field-to")) { Text(zh: "代理人", en: "Stand-in") }
                select(
                    .id("field-to"), .class("form-select"), .name("to"), .required,
                    .attribute("aria-invalid", "true").when(trouble?.about("to") != nil),
                    .described(by: "about-to").when(trouble?.about("to") != nil)
                ) {
                    option(.value("")) { "—" }
                    for person in people {
                        option(.value(String(person.id)), .selected(visit.form.text("to") == String(person.id))) {
                            person.name
                        }
                    }
                }
                if let problem = trouble?.about("to") {
                    p(.class("field-problem"), .id("about-to")) {
                        icon("alert-circle")
                        problem
                    }
                }
            }
            Field(
                "from", Text(zh: "从", en: "From"), value: visit.form.text("from"), type: "date", required: true
            ).html
            Field(
                "last", Text(zh: "至（含）", en: "To, included"), value: visit.form.text("last"), type: "date",
                problem: trouble?.about("last"), required: true
            ).html
            div(.class("form-foot")) { submitButton(Text(zh: "设置代理", en: "Set")) }
        }
    }

    private static func list(_ absences: [ApprovalStore.Absence]) -> HTML {
        ul(.class("plain-list")) {
            for absence in absences {
                li {
                    span(.class("num")) { "\(absence.first) – \(absence.last)" }
                    strong { absence.standIn }
                    postForm("\(path)/\(absence.first)/end") {
                        button(.class("btn btn-small"), .type("submit")) { Text(zh: "取消代理", en: "Take back") }
                    }
                }
            }
        }
    }

    static func set(_ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        let account = try visit.person().account
        let form = visit.form
        let result = try await FormTrouble.catching {
            guard let other = Int64(form.text("to")) else { throw ApprovalProblem.delegateUnfit }
            guard let first = Day(form.text("from")), let last = Day(form.text("last")) else {
                throw ApprovalProblem.delegateDays
            }
            try await desk.approvals.delegate(from: account, to: other, first, last)
        }
        switch result {
        case .success: return Reply.redirect(to: path).flashing(Text(zh: "已设置代理。", en: "Your stand-in is set."))
        case .failure(let trouble):
            return .page(try await page(visit, desk, trouble: trouble), status: trouble.status)
        }
    }

    static func end(_ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        guard let first = Day(visit["first"]) else { throw WebProblem.pageUnknown }
        try await desk.approvals.endAbsence(of: try visit.person().account, from: first)
        return Reply.redirect(to: path).flashing(Text(zh: "代理已取消。", en: "The stand-in is taken back."))
    }
}
