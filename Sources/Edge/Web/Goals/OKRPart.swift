import Kernel
import Planning
import Records
import Warehouse

/// The tree of objectives and the check-in forms.
struct OKRPart {
    let tree: OKRTree
    let session: AlignmentSessionStore.Session?
    let today: Day
    let mayEdit: Bool
    let visit: Visit
    /// The key result whose check-in was refused, and why.
    let trouble: (number: Int64, said: FormTrouble)?

    var html: HTML {
        HTML {
            banner
            for objective in tree.roots { block(objective, depth: 0) }
            dependencies
        }
    }

    private var due: [KeyResultReading] { tree.allKeyResults.filter { $0.isDue(session) } }

    private var banner: HTML {
        guard let session else {
            return notice(
                .success,
                Text(
                    zh: "下一次双周对齐会将由日程自动开启；现在也可以随时签到。",
                    en: "The next alignment opens by itself; you can check in at any time."))
        }
        return due.isEmpty
            ? notice(
                .success,
                Text(
                    zh: "\(session.heldOn) 的对齐会：全部 KR 已签到。",
                    en: "Alignment of \(session.heldOn): every key result is checked in."))
            : notice(
                .warning,
                Text(
                    zh: "\(session.heldOn) 的对齐会已开启，还有 \(due.count) 个 KR 待签到。",
                    en: "Alignment of \(session.heldOn) is open: \(due.count) key results wait for a check-in."))
    }

    private func block(_ objective: Record, depth: Int) -> HTML {
        HTML {
            section(.class("card okr-block depth-\(min(depth, 6))")) {
                header(.class("card-head")) {
                    div {
                        h2(.class("card-title")) { a(.href(RecordDesk.path(objective))) { objective.title } }
                        p(.class("card-note")) { about(objective) }
                    }
                    div(.class("card-actions")) { OKRPages.progress(tree.progress(of: objective)) }
                }
                div(.class("card-inside")) {
                    let results = tree.keyResults(of: objective)
                    if results.isEmpty {
                        p(.class("quiet")) { Text(zh: "还没有关键结果。", en: "No key results yet.") }
                    } else {
                        ul(.class("plain-list")) { for result in results { line(result) } }
                    }
                }
            }
            for child in tree.children(of: objective) where depth < 8 { block(child, depth: depth + 1) }
        }
    }

    private func about(_ objective: Record) -> Text {
        var text = Text(verbatim: objective.code + " · ") + objective.stateName
        if case .text(let cycle) = objective["cycle"] { text = text + Text(verbatim: " · " + cycle) }
        if case .text(let department) = objective["department"] {
            text = text + Text(verbatim: " · ") + name(of: department, objective.type, "department")
        }
        return text
    }

    private func name(of code: String, _ type: RecordType, _ field: String) -> Text {
        type.field(field)?.kind.choiceList.first { $0.id == code }?.name ?? Text(verbatim: code)
    }

    private func line(_ result: KeyResultReading) -> HTML {
        li(.class("okr-result"), .id("\(result.record.code)")) {
            div(.class("okr-name")) {
                a(.href(RecordDesk.path(result.record))) { result.record.title }
                span(.class("cell-sub num")) { numbers(result) }
            }
            OKRPages.progress(result.progress.map { max(0, $0) })
            span(.class("num small")) {
                if let confidence = result.confidence {
                    Text(zh: "信心 \(confidence)/10", en: "confidence \(confidence)/10")
                }
            }
            if result.isDue(session) { badge(Text(zh: "待签到", en: "Due"), .attention) }
            if mayEdit, !result.record.isLocked { form(result) }
        }
    }

    private func numbers(_ result: KeyResultReading) -> Text {
        let unit = result.record.text("metric").flatMap(Metric.named)?.unit
        let known = [result.baseline, result.target, result.current].compactMap { $0 }
        let decimals = known.allSatisfy { $0 == $0.rounded() } ? 0 : 2
        func written(_ value: Double?) -> String {
            value.map { Figure.decimal($0, decimals) + (unit == .percent ? "%" : "") } ?? "—"
        }
        let said = result.record.text("unit").map { " \($0)" } ?? ""
        let way = "\(written(result.baseline)) → \(written(result.target))\(unit == nil ? said : "")"
        let last = result.lastDay.map { Text(zh: "（\($0) 签到）", en: " (checked in \($0))") } ?? Text(verbatim: "")
        return Text(zh: "\(way)，当前 \(written(result.current))", en: "\(way), now \(written(result.current))") + last
    }

    private func form(_ result: KeyResultReading) -> HTML {
        let refused = trouble.flatMap { $0.number == result.record.number ? $0.said : nil }
        func kept(_ field: String) -> String { refused == nil ? "" : visit.form.text(field) }
        return details(
            .class("okr-form"), .open(refused != nil || visit.query.text("key_result") == result.record.code)
        ) {
            summary { Text(zh: "签到", en: "Check in") }
            postForm("\(OKRPages.path)/\(result.record.number)/check-in", .class("record-form")) {
                if let refused { div(.class("field-wide")) { refused.overall(["value", "confidence", "title"]) } }
                Field(
                    "value", Text(zh: "当前值", en: "Value"), value: kept("value"), problem: refused?.about("value"),
                    required: true
                ).html
                Field(
                    "confidence", Text(zh: "达成信心（1–10）", en: "Confidence (1–10)"), value: kept("confidence"),
                    type: "number",
                    help: Text(zh: "10 = 肯定达成，5 = 一半把握", en: "10 = certain, 5 = even odds"),
                    problem: refused?.about("confidence"), required: true
                ).html
                div(.class("field-wide")) {
                    Field(
                        "title", Text(zh: "一句话进展", en: "Progress in a sentence"), value: kept("title"),
                        problem: refused?.about("title"), required: true
                    ).html
                }
                div(.class("field-wide")) {
                    Field("obstacles", Text(zh: "阻碍", en: "Obstacles"), value: kept("obstacles")).html
                }
                div(.class("form-foot")) { submitButton(Text(zh: "保存签到", en: "Save")) }
            }
        }
    }

    private var dependencies: HTML {
        let rows = tree.dependencies
        guard !rows.isEmpty else { return HTML() }
        return card(
            Text(zh: "跨部门依赖", en: "What departments wait for"),
            note: Text(zh: "谁需要谁的支持；请在对齐会上逐条确认。", en: "Who needs whom; settle each at the alignment."), flush: true
        ) {
            DataTable(
                Text(zh: "跨部门依赖", en: "Dependencies"), rows: rows.map(\.objective),
                columns: [
                    .init(Text(zh: "需求部门", en: "Needs")) { objective in department(objective) },
                    .init(Text(zh: "依赖部门", en: "From")) { objective in others(objective) },
                    .init(Text(zh: "事项", en: "What")) { objective in
                        if case .text(let text) = objective["dependencies"] { div(.class("long-text")) { text } }
                    },
                    .init(Text(zh: "目标（O）", en: "Objective")) { objective in
                        a(.href(RecordDesk.path(objective))) { objective.title }
                    },
                ]
            ).html
        }
    }

    private func department(_ objective: Record) -> Text {
        if case .text(let code) = objective["department"] {
            name(of: code, objective.type, "department")
        } else {
            Text(verbatim: "—")
        }
    }

    private func others(_ objective: Record) -> HTML {
        guard case .codes(let codes) = objective["depends_on"] else { return HTML() }
        return span(.class("mark-row")) {
            for code in codes { RecordCell.tone(name(of: code, objective.type, "depends_on"), .plain) }
        }
    }
}
