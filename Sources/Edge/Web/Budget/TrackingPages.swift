import Kernel
import Planning
import Records
import Warehouse

/// Plan, committed, spent, forecast and what is left by line; overruns before they happen; moving money (BU-05, BU-08).
enum TrackingPages {
    static let title = Text(zh: "预算执行", en: "Budget tracking")

    static func routes(_ desk: BudgetDesk) -> [Route] {
        [
            .get(BudgetDesk.tracking, .allowed(.view, .budget), menu: MenuEntry(.plan, title, order: 15)) { visit in
                .page(try await page(visit, desk))
            },
            .post(BudgetDesk.tracking + "/move", .allowed(.edit, .budget)) { visit in try await move(visit, desk) },
        ]
    }

    private static func page(_ visit: Visit, _ desk: BudgetDesk, trouble: FormTrouble? = nil) async throws -> Page {
        guard let (budget, all) = try await desk.chosen(visit) else {
            return Page(title, pretitle: Step.plan.name) { desk.nothingYet(visit) }
        }
        let author = try RecordDesk.author(visit)
        let view = try await desk.reader.view(budget.number, today: desk.today, for: author)
        let own = Set(view.positions.map(\.id))
        var moves: [Record] = []
        for type in [RecordType.budgetTransfer, .poolDraw] {
            moves += try await desk.reader.all(type, [], for: author).filter { record in
                record.whole("from_line").map(own.contains) ?? false
            }
        }
        let shown = Array(moves.sorted { $0.changedAt > $1.changedAt }.prefix(12))
        let mayMove = visit.may(.edit, .budget)
        return Page(
            title, pretitle: Text(verbatim: "\(budget.code) · \(budget.title)"),
            lead: Text(
                zh: "已支出 + 已批未付 + 按节奏推算的后续，预测到期末；预测超过计划即预警。",
                en: "Spent, committed, and where the pace leads by the end: an alert comes before the overrun.")
        ) {
            tabs(BudgetPages.tabRow(budget, BudgetDesk.tracking), label: Text(zh: "预算", en: "Budget"))
            desk.picker(BudgetDesk.tracking, budget, all)
            if !view.book.isInForce {
                notice(
                    .warning,
                    Text(
                        zh: "这份预算处于“\(budget.stateName.zh)”：可以跟踪，经财务审批生效后才能申请支出与调剂。",
                        en:
                            "This budget is \(budget.stateName.en.lowercased()): it can be followed; spends and transfers wait for its approval."
                    ))
            }
            TrackingHeadPart(view: view, desk: desk).html
            if !view.alerts.isEmpty { alerts(view, desk, mayMove: mayMove) }
            TrackingTablePart(view: view, desk: desk).html
            if mayMove || !shown.isEmpty {
                div(.class("columns")) {
                    if mayMove { MoveForm(view: view, desk: desk, visit: visit, trouble: trouble).html }
                    card(Text(zh: "调剂与动用记录", en: "Transfers and draws")) { log(shown, view, desk) }
                }
            }
        }
        .actions {
            a(.class("btn btn-primary"), .href(BudgetDesk.spending + "/new")) {
                Text(zh: "申请支出", en: "Ask for a spend")
            }
        }
        .footnote(note(view, visit))
    }

    private static func note(_ view: BudgetView, _ visit: Visit) -> Text {
        let zone = visit.app.zone.identifier
        guard let day = view.upTo else { return Text(zh: "按 \(zone) 计日。", en: "Days of \(zone).") }
        return Text(
            zh: "投放数据截至 \(day)；ROI 取自指标口径库，按广告渠道归因。按 \(zone) 计日。",
            en: "Ad spend up to \(day); returns come from the metric dictionary, by ad channel. Days of \(zone).")
    }

    private static func alerts(_ view: BudgetView, _ desk: BudgetDesk, mayMove: Bool) -> HTML {
        card(Text(zh: "超支预警（\(view.alerts.count)）", en: "Overrun alerts (\(view.alerts.count))")) {
            ul(.class("plain-list")) {
                for position in view.alerts.prefix(8) {
                    li {
                        mark(view.state(position))
                        a(.href(RecordDesk.path(position.line.record))) { strong { position.line.title } }
                        span {
                            view.state(position) == .overrun
                                ? Text(zh: "已超出 ", en: "over by ") : Text(zh: "预计超出 ", en: "will be over by ")
                            strong(.class("num")) { desk.money(view.excess(position)) }
                        }
                        span(.class("quiet")) { basis(position) }
                        if mayMove, view.book.isInForce {
                            a(
                                .href(
                                    "\(BudgetDesk.tracking)?budget=\(view.book.budget.number)&to=\(position.line.code)#move"
                                )
                            ) {
                                Text(zh: "申请调剂", en: "Ask for a transfer")
                            }
                        }
                    }
                }
            }
        }
    }

    static func basis(_ position: LinePosition) -> Text {
        switch position.forecast?.basis {
        case .lastYear: Text(zh: "依据：去年同期节奏", en: "from last year's course")
        case .days: Text(zh: "依据：期内日均", en: "from the daily mean")
        default: Text(zh: "依据：已付、已批与在途申请", en: "from what is paid, approved and asked for")
        }
    }

    static func mark(_ state: LinePosition.State) -> HTML {
        switch state {
        case .fine: badge(Text(zh: "正常", en: "Fine"), .good)
        case .willOverrun: badge(Text(zh: "将超支", en: "Will overrun"), .attention)
        case .overrun: badge(Text(zh: "已超支", en: "Overrun"), .bad)
        }
    }

    private static func log(_ moves: [Record], _ view: BudgetView, _ desk: BudgetDesk) -> HTML {
        if moves.isEmpty {
            return emptyState(
                "transfer", Text(zh: "还没有调剂", en: "Nothing was moved"),
                Text(zh: "每一次调剂都会连同理由留在这里。", en: "Every transfer stays here with its reason."))
        }
        let lines = Dictionary(view.positions.map { ($0.id, $0.line.title) }) { first, _ in first }
        return ul(.class("plain-list")) {
            for move in moves {
                li {
                    RecordListPart.state(move)
                    a(.class("record-link"), .href(RecordDesk.path(move))) {
                        span(.class("record-code")) { move.code }
                        "\(lines[move.whole("from_line") ?? 0] ?? "—") → \(lines[move.whole("to_line") ?? 0] ?? "—")"
                    }
                    strong(.class("num")) { desk.money(move.whole("amount") ?? 0) }
                    span(.class("quiet")) { move.text("reason") ?? "" }
                }
            }
        }
    }

    /// Makes the record and asks for its approval at once.
    private static func move(_ visit: Visit, _ desk: BudgetDesk) async throws -> Reply {
        let author = try RecordDesk.author(visit)
        var texts = ["from_line", "to_line", "amount", "reason"].reduce(into: [String: String]()) {
            $0[$1] = visit.form.text($1)
        }
        texts["title"] = String("\(visit.form.text("from_line")) → \(visit.form.text("to_line"))".prefix(200))
        let isDraw = !visit.form.text("cause").isEmpty
        if isDraw { texts["cause"] = visit.form.text("cause") }
        let type = isDraw ? RecordType.poolDraw : .budgetTransfer
        try await desk.reader.keepOutside(today: desk.today)
        let record = try await desk.records.records.create(type, texts: texts, by: author)
        let request = try await desk.records.approvals.request(
            "apply", of: record, from: record.version, note: visit.form.text("reason"), by: author)
        return Reply.redirect(to: ApprovalPages.path(request)).flashing(
            Text(zh: "\(record.code) 已提交审批。", en: "\(record.code) is sent for approval."))
    }
}
