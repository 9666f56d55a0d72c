import Kernel
import Planning
import Records
import Store

/// Spend requests: the list, the form, and one request with all its checks (BU-06).
enum SpendPages {
    static let title = Text(zh: "支出申请", en: "Spend requests")

    static func routes(_ desk: BudgetDesk) -> [Route] {
        let one = BudgetDesk.spending + "/:number"
        return [
            .get(BudgetDesk.spending, .allowed(.view, .budget), menu: MenuEntry(.plan, title, order: 16)) { visit in
                .page(try await list(visit, desk))
            },
            .get(BudgetDesk.spending + "/new", .allowed(.edit, .budget)) { visit in
                .page(try await form(visit, desk, SpendForm.Filled(texts: ["line": visit.query.text("line")])))
            },
            .post(BudgetDesk.spending, .allowed(.edit, .budget)) { visit in try await create(visit, desk) },
            .get(one, .allowed(.view, .budget)) { visit in .page(try await SpendPage.page(visit, desk)) },
            .post(one + "/ask", .allowed(.edit, .budget)) { visit in try await ask(visit, desk) },
            .post(one + "/pay", .allowed(.approve, .budget)) { visit in try await pay(visit, desk) },
        ]
    }

    // MARK: List

    private static func list(_ visit: Visit, _ desk: BudgetDesk) async throws -> Page {
        let author = try RecordDesk.author(visit)
        let code = visit.query.text("line")
        var all = try await desk.reader.all(.spendRequest, [], for: author)
        let names = try await desk.records.records.store.read { [all] in try desk.records.records.names($0, of: all) }
        if !code.isEmpty { all = all.filter { $0.whole("line").flatMap { names.records[$0]?.code } == code } }
        let tab = visit.query.text("state")
        let shown = all.filter { tab.isEmpty || $0.state == tab }.sorted { $0.changedAt > $1.changedAt }
        let states = [("", Text(zh: "全部", en: "All"))] + RecordType.spendRequest.states.states.map { ($0.id, $0.name) }
        return Page(
            title, pretitle: Step.plan.name,
            lead: Text(
                zh: "核对预算行、余额与 KPI；大额或疑似拆单的自动升级审批。",
                en: "Checked for line, balance and KPI; large or split ones go higher by themselves.")
        ) {
            if !code.isEmpty {
                div(.class("chip-row")) {
                    a(.class("chip"), .href(BudgetDesk.spending)) {
                        Text(zh: "预算行：\(code)", en: "Line: \(code)")
                        icon("x")
                    }
                }
            }
            tabs(
                states.map { id, name in
                    let count = id.isEmpty ? all.count : all.count { $0.state == id }
                    return (
                        name + Text(verbatim: " \(count)"), visit.address(setting: "state", to: id.isEmpty ? nil : id),
                        tab == id
                    )
                }, label: title)
            card(flush: !shown.isEmpty) {
                if shown.isEmpty { empty(visit) } else { table(shown, names, desk).html }
            }
        }
        .actions {
            if visit.may(.edit, .budget) {
                a(.class("btn btn-primary"), .href(BudgetDesk.spending + "/new")) {
                    Text(zh: "申请支出", en: "Ask for a spend")
                }
            }
            if visit.may(.edit, .budget) {
                a(.class("btn"), .href(RecordDesk.path(.budgetRule))) { Text(zh: "审批规则", en: "Rules") }
            }
        }
    }

    private static func empty(_ visit: Visit) -> HTML {
        emptyState(
            "receipt", Text(zh: "没有支出申请", en: "No spend requests"),
            Text(
                zh: "预算生效后，从这里申请支出；批准即占用预算。", en: "Once a budget is in force, ask here; what is approved is committed.")
        ) {
            if visit.may(.edit, .budget) {
                a(.class("btn"), .href(BudgetDesk.spending + "/new")) { Text(zh: "申请支出", en: "Ask for a spend") }
            }
        }
    }

    private static func table(_ shown: [Record], _ names: RecordNames, _ desk: BudgetDesk) -> DataTable<Record> {
        DataTable(
            title, rows: Array(shown.prefix(500)),
            columns: [
                .init(Text(zh: "事项", en: "What for")) { request in
                    a(.href(BudgetDesk.path(spend: request))) { request.title }
                    span(.class("cell-sub")) { "\(request.code) · \(request.text("supplier") ?? "")" }
                },
                .init(Text(zh: "预算行", en: "Line")) { request in
                    request.whole("line").flatMap { names.records[$0] }.map { "\($0.code) \($0.title)" } ?? "—"
                },
                .init(Text(zh: "金额", en: "Amount"), figure: true) { desk.money($0.whole("amount") ?? 0) },
                .init(Text(zh: "已付", en: "Paid"), figure: true) { $0.whole("paid").map { desk.money($0) } ?? "—" },
                .init(Text(zh: "状态", en: "State")) { RecordListPart.state($0) },
            ])
    }

    // MARK: Asking

    private static func form(_ visit: Visit, _ desk: BudgetDesk, _ filled: SpendForm.Filled) async throws -> Page {
        let author = try RecordDesk.author(visit)
        var books: [BudgetBook] = []
        for budget in try await desk.reader.budgets(for: author) where budget.state == "active" {
            books.append(try await desk.reader.book(of: budget, for: author))
        }
        var page = Page(Text(zh: "申请支出", en: "Ask for a spend"), pretitle: title) {
            if books.isEmpty {
                card {
                    emptyState(
                        "report-money", Text(zh: "还没有生效的预算", en: "No budget is in force"),
                        Text(zh: "预算经财务审批生效后，才能申请支出。", en: "Spends are asked of a budget that finance has approved.")
                    ) { a(.class("btn"), .href(BudgetDesk.budgets)) { Text(zh: "查看预算", en: "Budgets") } }
                }
            } else {
                SpendForm(books: books, desk: desk, filled: filled).html
            }
        }
        page.marked = BudgetDesk.spending
        return page
    }

    private static func create(_ visit: Visit, _ desk: BudgetDesk) async throws -> Reply {
        let names = ["title", "line", "amount", "supplier", "purpose", "needed_on", "contract"]
        let texts = names.reduce(into: [String: String]()) { $0[$1] = visit.form.text($1) }.filter { !$0.value.isEmpty }
        do {
            let request = try await desk.records.records.create(
                .spendRequest, texts: texts, by: try RecordDesk.author(visit))
            return Reply.redirect(to: BudgetDesk.path(spend: request)).flashing(
                Text(zh: "\(request.code) 已保存，请核对后送审。", en: "\(request.code) is saved: check it and send it."))
        } catch let problem as RecordProblem {
            guard case .fields(let troubles) = problem else { throw problem }
            return .page(
                try await form(visit, desk, SpendForm.Filled(texts: texts, troubles: troubles)), status: 422)
        }
    }

    private static func request(_ visit: Visit, _ desk: BudgetDesk) async throws -> Record {
        try await desk.records.records.find(
            .spendRequest, number: try visit.number("number"), for: try RecordDesk.author(visit))
    }

    private static func ask(_ visit: Visit, _ desk: BudgetDesk) async throws -> Reply {
        let request = try await request(visit, desk)
        try await desk.reader.keepOutside(today: desk.today)
        let asked = try await desk.records.approvals.request(
            "approve", of: request, from: request.version, note: visit.form.text("note"),
            by: try RecordDesk.author(visit))
        return Reply.redirect(to: BudgetDesk.path(spend: request)).flashing(
            Text(
                zh: "\(request.code) 已送审，当前环节：\(asked.steps[asked.step].name.zh)。",
                en: "\(request.code) is sent; first to decide: \(asked.steps[asked.step].name.en)."))
    }

    /// Enters what was paid; with `done`, the request is closed.
    private static func pay(_ visit: Visit, _ desk: BudgetDesk) async throws -> Reply {
        let author = try RecordDesk.author(visit)
        let request = try await request(visit, desk)
        let texts = ["paid", "paid_on", "invoice"].reduce(into: [String: String]()) { $0[$1] = visit.form.text($1) }
        let records = desk.records.records
        let isDone = visit.form.text("done") == "1"
        let paid = try await records.store.write { db in
            let values = try records.read(db, texts, .spendRequest)
            let changed = try records.change(db, request, from: request.version, values, by: author)
            return isDone ? try records.move(db, changed, from: changed.version, "pay", by: author) : changed
        }
        return Reply.redirect(to: BudgetDesk.path(spend: paid)).flashing(
            Text(zh: "付款已登记。", en: "The payment is entered."))
    }
}
