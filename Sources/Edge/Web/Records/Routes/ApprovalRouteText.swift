import Kernel
import Records

/// A route as its form holds it, and back.
struct ApprovalRouteText: Sendable {
    struct Step: Sendable {
        var zh = ""
        var en = ""
        /// `role:finance`, `body:12`, `account:5`
        var who: [String] = []
        var rule = "any"
        var count = ""
        var hours = "48"
        var escalation = ""

        /// One place more than there are, for the next one.
        var offered: [String] { Array((who + [""]).prefix(8)) }
    }

    var name = ""
    var field = ""
    var atLeast = ""
    var atMost = ""
    var anyOf = ""
    var isActive = true
    var steps: [Step]

    init(steps: [Step]) { self.steps = steps }

    // MARK: From a form

    init(_ form: FieldValues) {
        name = form.text("name")
        field = form.text("field")
        atLeast = form.text("at_least")
        atMost = form.text("at_most")
        anyOf = form.text("any_of")
        isActive = form.text("active") == "1"
        steps = []
        while steps.count < 12, form["zh-\(steps.count)"] != nil {
            let place = steps.count
            steps.append(
                Step(
                    zh: form.text("zh-\(place)"), en: form.text("en-\(place)"),
                    who: form.all("who-\(place)").filter { !$0.isEmpty }, rule: form.text("rule-\(place)"),
                    count: form.text("count-\(place)"), hours: form.text("hours-\(place)"),
                    escalation: form.text("late-\(place)")))
        }
    }

    /// Whether a button was pressed that only moves steps, and was done.
    mutating func rearranged(_ form: FieldValues) -> Bool {
        if form["add"] != nil {
            steps.append(Step())
            return true
        }
        if let place = form.int("drop"), steps.indices.contains(place) {
            steps.remove(at: place)
            return true
        }
        if let place = form.int("up"), place > 0, steps.indices.contains(place) {
            steps.swapAt(place, place - 1)
            return true
        }
        return false
    }

    // MARK: From a route

    init(_ route: ApprovalRoute, _ type: RecordType, _ currency: Currency) {
        name = route.name
        isActive = route.isActive
        steps = route.steps.map { step in
            var count = ""
            if case .atLeast(let least) = step.rule { count = String(least) }
            return Step(
                zh: step.name.zh, en: step.name.en, who: Self.codes(step.people), rule: Self.code(step.rule),
                count: count, hours: step.hours.map(String.init) ?? "",
                escalation: step.escalation.map(Self.codes)?.first ?? "")
        }
        guard let condition = route.condition else { return }
        field = condition.field
        anyOf = condition.anyOf?.joined(separator: ";") ?? ""
        atLeast = Self.plain(condition.atLeast, type.field(field), currency)
        atMost = Self.plain(condition.atMost, type.field(field), currency)
    }

    private static func codes(_ people: ApprovalPeople) -> [String] {
        switch people {
        case .accounts(let ids): ids.map { "account:\($0)" }
        case .role(let role): ["role:\(role.rawValue)"]
        case .roles(let roles): roles.map { "role:\($0.rawValue)" }
        case .body(let id): ["body:\(id)"]
        }
    }

    private static func code(_ rule: ApprovalRule) -> String {
        switch rule {
        case .all: "all"
        case .any: "any"
        case .atLeast: "at_least"
        case .each: "each"
        }
    }

    private static func plain(_ bound: Double?, _ field: RecordField?, _ currency: Currency) -> String {
        guard let bound else { return "" }
        guard let field else { return String(bound) }
        let value: RecordValue =
            switch field.kind {
            case .money, .scale: .whole(Int64(bound.rounded()))
            default: .number(bound)
            }
        return FieldText(field, currency: currency).text(of: value, in: .en) { _ in nil }
    }

    // MARK: To a route

    /// Problem: `approval.route_unfit`.
    func draft(_ type: RecordType, _ currency: Currency) throws -> ApprovalRouteDraft {
        ApprovalRouteDraft(
            name, when: try condition(type, currency), try steps.enumerated().map { try step($1, $0) },
            active: isActive)
    }

    private func condition(_ type: RecordType, _ currency: Currency) throws -> ApprovalRoute.Condition? {
        if field.isEmpty {
            if atLeast.isEmpty, atMost.isEmpty, anyOf.isEmpty { return nil }
            throw unfit(Text(zh: "填写了取值，但没有选择条件字段。", en: "values are given, but no field."), "field")
        }
        let declared = type.field(field)
        var condition = ApprovalRoute.Condition(field)
        condition.atLeast = try bound(atLeast, declared, currency, "field")
        condition.atMost = try bound(atMost, declared, currency, "at_most")
        if !anyOf.isEmpty { condition.anyOf = try answers(declared) }
        return condition
    }

    private func bound(_ text: String, _ field: RecordField?, _ currency: Currency, _ place: String) throws -> Double? {
        if text.isEmpty { return nil }
        guard let field else {
            if let number = Double(text) { return number }
            throw unfit(Text(zh: "“\(text)”不是数字。", en: "\(text) is no number."), place)
        }
        do {
            switch try FieldText(field, currency: currency).value(of: text, reference: { _ in nil }) {
            case .whole(let units): return Double(units)
            case .number(let number): return number
            default:
                throw unfit(
                    Text(zh: "“\(field.name.zh)”没有大小，请填写选项。", en: "\(field.name.en) has no order: give answers."), place
                )
            }
        } catch let trouble as FieldTrouble { throw unfit(trouble.text, place) }
    }

    private func answers(_ field: RecordField?) throws -> [String] {
        let parts = anyOf.split(whereSeparator: { ";；,，、".contains($0) }).map { $0.trimmingBlanks() }
            .filter { !$0.isEmpty }
        guard let list = field?.kind.choiceList, !list.isEmpty else { return parts }
        return try parts.map { part in
            let found = list.first { [$0.id, $0.name.zh, $0.name.en].contains(part) }
            if let found { return found.id }
            let known = list.map(\.name)
            throw unfit(
                Text(
                    zh: "没有选项“\(part)”，可用：\(known.map(\.zh).joined(separator: "、"))。",
                    en: "there is no answer \(part); there are \(known.map(\.en).joined(separator: ", "))."), "field")
        }
    }

    private func step(_ step: Step, _ place: Int) throws -> ApprovalStep {
        let field = "step-\(place)"
        // One name does for both languages.
        let name = Text(zh: step.zh.isEmpty ? step.en : step.zh, en: step.en.isEmpty ? step.zh : step.en)
        if !step.hours.isEmpty, Int(step.hours) == nil {
            throw unfit(Text(zh: "时限须为整数小时。", en: "the time is a whole number of hours."), field)
        }
        let rule: ApprovalRule =
            switch step.rule {
            case "all": .all
            case "each": .each
            case "at_least": .atLeast(Int(step.count) ?? 0)
            default: .any
            }
        return ApprovalStep(
            name, try people(step.who, field), rule, hours: Int(step.hours),
            escalation: step.escalation.isEmpty ? nil : try people([step.escalation], field))
    }

    private func people(_ codes: [String], _ field: String) throws -> ApprovalPeople {
        let parts = codes.map { $0.split(separator: ":", maxSplits: 1).map(String.init) }.filter { $0.count == 2 }
        let kinds = Set(parts.map { $0[0] })
        if parts.isEmpty { throw unfit(Text(zh: "请选择审批人。", en: "choose who decides."), field) }
        if kinds.count > 1 {
            throw unfit(
                Text(
                    zh: "同一环节请只用角色、人员、机构中的一种；其余另设环节。",
                    en: "use roles, people or a body in one step, and another step for the rest."),
                field)
        }
        let ids = parts.compactMap { Int64($0[1]) }
        let roles = parts.compactMap { Role(rawValue: $0[1]) }
        switch kinds.first {
        case "role" where roles.count == 1: return .role(roles[0])
        case "role" where roles.count == parts.count: return .roles(roles)
        case "account" where ids.count == parts.count: return .accounts(ids)
        case "body" where ids.count == 1: return .body(ids[0])
        case "body":
            throw unfit(Text(zh: "一个环节只能选择一个机构。", en: "one step has one body."), field)
        default: throw unfit(Text(zh: "请选择审批人。", en: "choose who decides."), field)
        }
    }

    private func unfit(_ why: Text, _ field: String) -> ApprovalProblem { .routeUnfit(why, field: field) }
}
