import Kernel
import Planning
import Records

/// The gates of all plans: what is still to be checked, ticked here, and passed when nothing is open (WF-03).
enum GatePages {
    static let path = "/execute/gates"

    static func routes(_ desk: WorkDesk) -> [Route] {
        [
            .get(
                path, WorkDesk.see, menu: MenuEntry(.execute, Text(zh: "阶段闸口", en: "Stage gates"), order: 30)
            ) { visit in .page(try await page(visit, desk)) },
            .post(path + "/:number", WorkDesk.write) { visit in try await save(visit, desk) },
        ]
    }

    private static func page(_ visit: Visit, _ desk: WorkDesk) async throws -> Page {
        let reader = try RecordDesk.author(visit)
        let query = RecordQuery([.state(["open", "failed", "passed"])], sort: RecordSort("number"))
        let slice = try await desk.desk.records.list(.stageGate, query, limit: 200, for: reader)
        let canEdit = visit.may(.edit, .campaign)
        return Page(
            Text(zh: "阶段闸口", en: "Stage gates"), pretitle: Step.execute.name,
            lead: Text(
                zh: "检查全部通过才能放行；放行之前，后面的任务不能开始。",
                en: "A gate is passed when every check holds; until then nothing behind it begins.")
        ) {
            if slice.records.isEmpty {
                card {
                    emptyState(
                        "checkup-list", Text(zh: "没有待检查的闸口", en: "No gates to check"),
                        Text(
                            zh: "由 SOP 模板生成任务时，闸口会一并建立；也可从模板开始检查。",
                            en: "Gates come with the tasks of a template, or are opened from their list.")
                    ) {
                        a(.class("btn"), .href(RecordDesk.path(RecordType.stageGate))) {
                            Text(zh: "查看闸口模板", en: "Gate templates")
                        }
                    }
                }
            }
            div(.class("gate-grid")) {
                for gate in slice.records { tile(gate, slice.names, canEdit) }
            }
        }
    }

    private static func tile(_ gate: Record, _ names: RecordNames, _ canEdit: Bool) -> HTML {
        let checks = GateChecks(gate)
        let plan: RecordName? = if case .whole(let id) = gate["plan"] { names.records[id] } else { nil }
        return card(Text(verbatim: gate.title), note: plan.map { Text(verbatim: "\($0.code) \($0.title)") }) {
            div(.class("stack-tight")) {
                div(.class("row-wrap")) {
                    RecordListPart.state(gate)
                    span(.class("quiet num")) { "\(checks.all.count - checks.open.count) / \(checks.all.count)" }
                    a(.href(RecordDesk.path(gate))) { gate.code }
                }
                if canEdit, gate.state == "open" { form(gate, checks) } else { list(checks) }
            }
        }
    }

    private static func list(_ checks: GateChecks) -> HTML {
        ul(.class("check-list")) {
            for check in checks.all {
                li {
                    icon(checks.done.contains(check) ? "circle-check" : "circle-dashed")
                    check
                }
            }
        }
    }

    private static func form(_ gate: Record, _ checks: GateChecks) -> HTML {
        postForm("\(path)/\(gate.number)", .class("stack-tight")) {
            input(.type("hidden"), .name("version"), .value(String(gate.version)))
            ul(.class("check-list")) {
                for check in checks.all {
                    li {
                        label {
                            input(
                                .type("checkbox"), .name("check"), .value(check), .checked(checks.done.contains(check)))
                            span { check }
                        }
                    }
                }
            }
            div(.class("row-wrap")) {
                button(.class("btn btn-small"), .type("submit"), .name("step"), .value("save")) {
                    Text(zh: "保存勾选", en: "Save checks")
                }
                button(.class("btn btn-small btn-primary"), .type("submit"), .name("step"), .value("pass")) {
                    Text(zh: "放行", en: "Pass")
                }
            }
        }
    }

    /// Ticks and, where asked, the passing are one change: either both stand or none.
    private static func save(_ visit: Visit, _ desk: WorkDesk) async throws -> Reply {
        guard let version = Int64(visit.form.text("version")) else { throw WebProblem.pageUnknown }
        let passes = visit.form.text("step") == "pass"
        let gate = try await desk.work.check(
            gate: try visit.number("number"), from: version, done: visit.form.all("check"), passing: passes,
            by: try RecordDesk.author(visit))
        return Reply.redirect(to: path).flashing(
            passes
                ? Text(zh: "\(gate.title) 已放行。", en: "\(gate.title) is passed.")
                : Text(zh: "\(gate.title) 的检查已保存。", en: "The checks of \(gate.title) are saved."))
    }
}
