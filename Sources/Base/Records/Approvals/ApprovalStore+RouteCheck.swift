import GRDB
import Kernel
import Store

/// What a route must be before it is kept. That its people are there at this moment is asked when a request is sent, and by
/// the test on the routes' page: they come and go.
extension ApprovalStore {
    /// Problem: `approval.route_unfit`, with the field of the form.
    func check(_ db: Database, _ draft: ApprovalRouteDraft, _ type: RecordType, other: Int64?) throws {
        if draft.name.isEmpty || draft.name.count > 120 {
            throw unfit("name", Text(zh: "名称须为 1 至 120 个字符。", en: "the name has 1 to 120 characters."))
        }
        let twin = try Int64.fetchOne(
            db, sql: "SELECT approval_route_id FROM approval_route WHERE type = ? AND name = ?",
            arguments: [type.id, draft.name])
        if let twin, twin != other {
            throw unfit("name", Text(zh: "已有同名流程，请换一个名称。", en: "another route has this name; choose a different one."))
        }
        if let condition = draft.condition { try check(condition, type) }
        if draft.steps.isEmpty {
            throw unfit("steps", Text(zh: "至少需要一个环节。", en: "it needs at least one step."))
        }
        for (place, step) in draft.steps.enumerated() { try check(db, step, place) }
    }

    private func check(_ condition: ApprovalRoute.Condition, _ type: RecordType) throws {
        let field = type.field(condition.field)
        if field == nil, !type.facts.contains(where: { $0.id == condition.field }) {
            throw unfit(
                "field", Text(zh: "没有字段“\(condition.field)”。", en: "there is no field \(condition.field)."))
        }
        if condition.anyOf?.isEmpty ?? (condition.atLeast == nil && condition.atMost == nil) {
            throw unfit("field", Text(zh: "请填写条件的取值或范围。", en: "say which values or bounds the condition has."))
        }
        let codes = field?.kind.choiceList.map(\.id)
        if let codes, !codes.isEmpty, let unknown = condition.anyOf?.first(where: { !codes.contains($0) }) {
            throw unfit("field", Text(zh: "没有选项“\(unknown)”。", en: "there is no answer \(unknown)."))
        }
        if let low = condition.atLeast, let high = condition.atMost, low > high {
            throw unfit("at_most", Text(zh: "上限低于下限。", en: "the upper bound lies below the lower one."))
        }
    }

    private func check(_ db: Database, _ step: ApprovalStep, _ place: Int) throws {
        let field = "step-\(place)"
        if step.name.zh.isEmpty || step.name.en.isEmpty {
            throw unfit(field, Text(zh: "第 \(place + 1) 个环节没有名称。", en: "step \(place + 1) has no name."))
        }
        if let hours = step.hours, !(1...8_784).contains(hours) {
            throw unfit(
                field,
                Text(zh: "“\(step.name.zh)”的时限须为 1 至 8,784 小时。", en: "the time of \(step.name.en) is 1 to 8,784 hours.")
            )
        }
        try check(db, step.people, step, field)
        try step.escalation.map { try check(db, $0, step, field) }
        switch (step.rule, step.people) {
        case (.each, .roles), (.all, _), (.any, _): break
        case (.each, _):
            throw unfit(
                field,
                Text(
                    zh: "“\(step.name.zh)”：“每个角色各一人”须选择多个角色。",
                    en: "\(step.name.en): somebody of every role needs several roles."))
        case (.atLeast(let count), .accounts(let ids)) where count > ids.count:
            throw unfit(
                field,
                Text(
                    zh: "“\(step.name.zh)”要求 \(count) 人同意，但只列出了 \(ids.count) 人。",
                    en: "\(step.name.en) needs \(count) to agree and names \(ids.count)."))
        case (.atLeast(let count), _) where count < 1:
            throw unfit(
                field, Text(zh: "“\(step.name.zh)”至少须 1 人同意。", en: "\(step.name.en) needs at least one to agree."))
        case (.atLeast, _): break
        }
    }

    private func check(_ db: Database, _ people: ApprovalPeople, _ step: ApprovalStep, _ field: String) throws {
        switch people {
        case .role: return
        case .roles(let roles):
            if roles.count < 2 || Set(roles).count != roles.count {
                throw unfit(
                    field,
                    Text(zh: "“\(step.name.zh)”须选择两个以上不同角色。", en: "\(step.name.en) needs two different roles or more."))
            }
        case .accounts(let ids):
            if ids.isEmpty || Set(ids).count != ids.count {
                throw unfit(
                    field, Text(zh: "“\(step.name.zh)”须选择审批人，且不能重复。", en: "\(step.name.en) needs people, each once."))
            }
            for id in ids where try !mayDecide(db, id, .plan) {
                throw unfit(
                    field,
                    Text(
                        zh: "“\(step.name.zh)”中有停用、不存在或仅有系统管理职责的账号。",
                        en: "\(step.name.en) names an account that is disabled, unknown or a mere administrator's."))
            }
        case .body(let id):
            let today = zone.day(of: store.clock.now())
            if try !bodies.all(db, records, today).contains(where: { $0.id == id }) {
                throw unfit(
                    field,
                    Text(
                        zh: "“\(step.name.zh)”所选机构不存在或已停用。", en: "the body of \(step.name.en) is not there or retired.")
                )
            }
        }
    }

    private func unfit(_ field: String, _ why: Text) -> ApprovalProblem { .routeUnfit(why, field: field) }
}
