import Kernel
import Planning
import Records
import Store

/// Making budgets: the list with the form that begins one, and the page of one budget (BU-01 to BU-03, BU-05, BU-09).
enum BudgetPages {
    static let title = Text(zh: "预算编制", en: "Budgets")

    static func routes(_ desk: BudgetDesk) -> [Route] {
        let one = BudgetDesk.budgets + "/:number"
        return [
            .get(BudgetDesk.budgets, .allowed(.view, .budget), menu: MenuEntry(.plan, title, order: 14)) { visit in
                .page(try await list(visit, desk))
            },
            .post(BudgetDesk.budgets, .allowed(.edit, .budget)) { visit in try await make(visit, desk) },
            .get(one, .allowed(.view, .budget)) { visit in .page(try await page(visit, desk)) },
            .post(one + "/pool", .allowed(.edit, .budget)) { visit in
                let number = try visit.number("number")
                try await BudgetBuilder(desk.reader).fillPool(
                    number, in: visit.language, by: try RecordDesk.author(visit))
                return Reply.redirect(to: "\(BudgetDesk.budgets)/\(number)").flashing(
                    Text(zh: "未分配金额已放入弹性池。", en: "What was left is in the flexible pool now."))
            },
        ]
    }

    // MARK: List

    private static func list(_ visit: Visit, _ desk: BudgetDesk, trouble: FormTrouble? = nil) async throws -> Page {
        let author = try RecordDesk.author(visit)
        let budgets = try await desk.reader.budgets(for: author)
        var books: [BudgetBook] = []
        for budget in budgets { books.append(try await desk.reader.book(of: budget, for: author)) }
        let form = BudgetForm(desk: desk, budgets: budgets, visit: visit, trouble: trouble)
        return Page(
            title, pretitle: Step.plan.name,
            lead: Text(
                zh: "每一行都关联 KPI，合计逐分核对，经财务审批后冻结执行。",
                en: "Every line serves a KPI, totals are checked to the fen, and finance approves before it is frozen.")
        ) {
            if books.isEmpty {
                if visit.may(.edit, .budget) { form.html } else { desk.nothingYet(visit) }
            } else {
                div(.class("type-grid")) { for book in books { tile(book, desk) } }
                if visit.may(.edit, .budget) {
                    details(.class("card card-fold"), .open(trouble != nil)) {
                        summary { Text(zh: "新编一份预算", en: "Make another budget") }
                        form.html
                    }
                }
            }
        }
    }

    private static func tile(_ book: BudgetBook, _ desk: BudgetDesk) -> HTML {
        a(.class("type-tile"), .href(BudgetDesk.path(book.budget))) {
            span(.class("type-head")) {
                strong { book.budget.title }
                RecordListPart.state(book.budget)
            }
            span(.class("kpi-value")) { desk.short(book.total) }
            span(.class("type-meaning num")) { "\(book.period.start) – \(book.period.lastDay)" }
            shareBar(book.share(book.allocated), tone: book.unallocated == 0 ? "good" : "primary")
            span(.class("type-meaning")) {
                Text(
                    zh: "已分配 \(Figure.percent(book.share(book.allocated)))，\(book.positions.count) 行",
                    en: "\(Figure.percent(book.share(book.allocated))) allocated, \(book.positions.count) lines")
            }
        }
    }

    private static func make(_ visit: Visit, _ desk: BudgetDesk) async throws -> Reply {
        let result = try await FormTrouble.catching {
            try await BudgetBuilder(desk.reader).make(
                try BudgetForm.order(visit, desk), in: visit.language, by: try RecordDesk.author(visit))
        }
        switch result {
        case .success(let budget):
            return Reply.redirect(to: BudgetDesk.path(budget)).flashing(
                Text(zh: "\(budget.code) 草稿已生成，请逐行核对。", en: "The draft \(budget.code) is made: go through its lines."))
        case .failure(let trouble):
            return .page(try await list(visit, desk, trouble: trouble), status: trouble.status)
        }
    }

    // MARK: One budget

    private static func page(_ visit: Visit, _ desk: BudgetDesk) async throws -> Page {
        let author = try RecordDesk.author(visit)
        let view = try await desk.reader.view(try visit.number("number"), today: desk.today, for: author)
        let requests = try await desk.records.records.store.read {
            try desk.records.approvals.requests($0, about: view.book.budget)
        }
        let budget = view.book.budget
        let lines = BudgetLinesPart(view: view, desk: desk, mayEdit: visit.may(.edit, .budget))
        var page = Page(
            Text(verbatim: budget.title),
            pretitle: Text(verbatim: "\(budget.code) · \(view.book.period.start) – \(view.book.period.lastDay)")
        ) {
            tabs(tabRow(budget, BudgetDesk.budgets), label: Text(zh: "预算", en: "Budget"))
            BudgetHeadPart(view: view, desk: desk).html
            unallocated(view.book, visit, desk)
            lines.html
            div(.class("mix-grid")) { for mix in view.mixes { MixPart(report: mix, desk: desk).html } }
            if !view.book.children.isEmpty { children(view.book, desk) }
        }
        .actions { actions(view.book, requests, visit) }
        page.marked = BudgetDesk.budgets
        return page
    }

    static func tabRow(_ budget: Record, _ here: String) -> [(title: Text, address: String, isChosen: Bool)] {
        [
            (title, BudgetDesk.path(budget), here == BudgetDesk.budgets),
            (TrackingPages.title, "\(BudgetDesk.tracking)?budget=\(budget.number)", here == BudgetDesk.tracking),
            (BudgetReviewPages.title, "\(BudgetDesk.review)?budget=\(budget.number)", here == BudgetDesk.review),
        ]
    }

    @HTMLBuilder
    private static func actions(_ book: BudgetBook, _ requests: [ApprovalRequest], _ visit: Visit) -> HTML {
        let budget = book.budget
        RecordListPart.state(budget)
        if let open = requests.first(where: { $0.state == .open }) {
            a(.class("btn"), .href(ApprovalPages.path(open))) { Text(zh: "审批中，查看进度", en: "Under approval") }
        } else if budget.state == "draft", visit.may(.edit, .budget) {
            postForm(RecordDesk.path(budget) + "/request/approve") {
                input(.type("hidden"), .name("version"), .value(String(budget.version)))
                button(
                    .class("btn btn-primary"), .type("submit"),
                    .disabled.when(book.unallocated != 0 || book.positions.isEmpty)
                ) { Text(zh: "提交审批", en: "Ask for approval") }
            }
        }
        a(.class("btn"), .href(RecordDesk.path(budget))) { Text(zh: "记录与历史", en: "Record and history") }
    }

    private static func unallocated(_ book: BudgetBook, _ visit: Visit, _ desk: BudgetDesk) -> HTML {
        if book.unallocated <= 0 { return HTML() }
        return div(.class("notice notice-warning"), .role("status")) {
            icon("alert-triangle")
            span {
                Text(
                    zh: "还有 \(desk.money(book.unallocated)) 未分配。预算行合计等于总额后才能提交审批。",
                    en:
                        "\(desk.money(book.unallocated)) has no line yet. A budget goes to approval once its lines make the total."
                )
            }
            if visit.may(.edit, .budget), book.budget.state == "draft" {
                postForm(BudgetDesk.path(book.budget) + "/pool") {
                    button(.class("btn btn-small"), .type("submit")) { Text(zh: "放入弹性池", en: "Into the pool") }
                }
            }
        }
    }

    private static func children(_ book: BudgetBook, _ desk: BudgetDesk) -> HTML {
        card(Text(zh: "下级预算", en: "Budgets beneath"), flush: true) {
            DataTable(
                Text(zh: "下级预算", en: "Budgets beneath"), rows: book.children,
                columns: [
                    .init(Text(zh: "预算", en: "Budget")) { child in
                        a(.href(BudgetDesk.path(child))) { "\(child.code) \(child.title)" }
                    },
                    .init(Text(zh: "总额", en: "Total"), figure: true) { desk.money($0.whole("total") ?? 0) },
                    .init(Text(zh: "状态", en: "State")) { RecordListPart.state($0) },
                ]
            ).html
        }
    }
}
