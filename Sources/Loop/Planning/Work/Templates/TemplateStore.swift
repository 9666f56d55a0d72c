import GRDB
import Kernel
package import Records
import Store

extension WorkStore {
    /// An approved plan becomes tasks (WF-01): the steps of its SOP template one after the other, with copies of the template's
    /// gates between them (WF-03). All belong to the plan's owner until she hands them on.
    ///
    /// - Returns: how many tasks were made.
    /// Problems: `work.plan_not_approved`, `work.no_template`, `work.tasks_there`.
    package func makeTasks(of number: Int64, by author: RecordAuthor) async throws -> Int {
        try await records.store.write { db in
            let plan = try plan(db, number: number)
            guard plan.isActive else { throw WorkProblem.planNotApproved(plan.code) }
            let there = try tasks(db, of: plan.record).count
            if there > 0 { throw WorkProblem.tasksThere(plan.code, there) }
            guard let template = plan.template, let owner = plan.owner else { throw WorkProblem.noTemplate(plan.code) }
            let sop = try records.find(db, .sopTemplate, number: template, for: author)
            let gates = try copies(db, of: sop, for: plan, owner: owner, by: author)
            let calendar = WorkCalendar(plan.calendar, from: plan.startsOn, exceptions: try exceptions(db))
            let draft = TemplateDraft(
                TemplateStep.steps(sop.text("steps") ?? ""),
                gates: gates.map { ($0.title, $0.text("stage") ?? "") }, from: plan.startsOn, calendar: calendar)
            if draft.items.isEmpty { throw WorkProblem.noTemplate(plan.code) }
            var last: Int64?
            for (place, item) in draft.items.enumerated() {
                var values = Self.values(item, plan, owner)
                values["place"] = .number(Double(place + 1) * 10)
                values["gate"] = item.gate.map { .whole(gates[$0].id) }
                values["follows"] = last.map { .text(Dependency($0).notation) }
                last = try records.create(db, .task, values, by: author).number
            }
            return draft.items.count
        }
    }

    private static func values(_ item: TemplateDraft.Item, _ plan: WorkPlan, _ owner: Int64) -> RecordValues {
        var values: RecordValues = [
            "title": .text(String(item.title.prefix(200))), "plan": .whole(plan.record), "owner": .whole(owner),
            "days": .number(Double(item.days)), "is_milestone": .flag(item.days == 0),
        ]
        values["starts_on"] = item.release.map(RecordValue.day)
        values["department"] = item.department.flatMap(department).map(RecordValue.text)
        return values
    }

    /// By its code or one of its names.
    private static func department(_ name: String) -> String? {
        [Choice].departments.first { $0.id == name.lowercased() || $0.name.zh == name || $0.name.en == name }?.id
    }

    /// The plan's own gates, open, with nothing ticked.
    private func copies(
        _ db: Database, of sop: Records.Record, for plan: WorkPlan, owner: Int64, by author: RecordAuthor
    ) throws -> [Records.Record] {
        guard case .records(let ids) = sop["gates"] else { return [] }
        return try ids.map { id in
            let number = try Int64.fetchOne(db, sql: "SELECT number FROM record WHERE record_id = ?", arguments: [id])
            let gate = try records.find(db, .stageGate, number: number ?? 0, for: author)
            var values = gate.values
            values["checks_done"] = nil
            values["plan"] = .whole(plan.record)
            values["owner"] = .whole(owner)
            let copy = try records.create(db, .stageGate, values, by: author)
            return try records.move(db, copy, from: copy.version, "open", by: author)
        }
    }
}
