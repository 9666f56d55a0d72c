import Kernel
import Records

/// Routes in words: conditions, people, rules and times.
struct ApprovalWords {
    let currency: Currency
    let people: [Int64: String]
    let bodies: [ApprovalBody]

    init(_ desk: RecordDesk, _ accounts: [Account], _ bodies: [ApprovalBody]) {
        currency = desk.records.currency
        people = Dictionary(uniqueKeysWithValues: accounts.map { ($0.id, $0.name) })
        self.bodies = bodies
    }

    func condition(_ condition: ApprovalRoute.Condition?, _ type: RecordType) -> Text {
        guard let condition else { return Text(zh: "全部记录", en: "All records") }
        let field = type.field(condition.field)
        let name = field?.name ?? type.facts.first { $0.id == condition.field }?.name
        let subject = name ?? Text(verbatim: condition.field)
        if let codes = condition.anyOf {
            let said = codes.map { code in
                (field?.kind.choiceList ?? Self.factChoices).first { $0.id == code }?.name ?? Text(verbatim: code)
            }
            return subject + Text(zh: "为 ", en: " is ") + Self.joined(said, Text(zh: " 或 ", en: " or "))
        }
        switch (condition.atLeast, condition.atMost) {
        case (let low?, let high?):
            return subject + Text(verbatim: " \(bound(low, field)) – \(bound(high, field))")
        case (let low?, nil): return subject + Text(verbatim: " ≥ \(bound(low, field))")
        case (nil, let high?): return subject + Text(verbatim: " ≤ \(bound(high, field))")
        case (nil, nil): return subject
        }
    }

    /// Answers of facts, which declare no list of their own.
    private static let factChoices = [
        Choice("large", Text(zh: "大额", en: "large")), Choice("usual", Text(zh: "一般", en: "usual")),
    ]

    static func fact(_ code: String) -> Text { factChoices.first { $0.id == code }?.name ?? Text(verbatim: code) }

    private func bound(_ number: Double, _ field: RecordField?) -> String {
        switch field?.kind {
        case .money: Figure.money(Money(minorUnits: Int64(number.rounded()), currency: currency))
        case .share: Figure.percent(number)
        default: Figure.decimal(number, number == number.rounded() ? 0 : 2)
        }
    }

    func who(_ people: ApprovalPeople) -> Text {
        switch people {
        case .accounts(let ids): Self.joined(ids.map { Text(verbatim: self.people[$0] ?? "#\($0)") }, Self.comma)
        case .role(let role): role.name
        case .roles(let roles): Self.joined(roles.map(\.name), Text(zh: "、", en: " + "))
        case .body(let id): bodies.first { $0.id == id }.map { Text(verbatim: $0.name) } ?? Self.goneBody
        }
    }

    private static let comma = Text(zh: "、", en: ", ")
    private static let goneBody = Text(zh: "已停用的机构", en: "a retired body")

    /// How many must agree. A body has its own rule.
    func rule(_ step: ApprovalStep) -> Text {
        if case .body(let id) = step.people {
            guard let body = bodies.first(where: { $0.id == id }) else { return Self.goneBody }
            return self.rule(body)
        }
        return switch step.rule {
        case .all: Text(zh: "全部同意", en: "all agree")
        case .any: Text(zh: "任一同意", en: "any one")
        case .atLeast(let count): Text(zh: "至少 \(count) 人同意", en: "\(count) or more agree")
        case .each: Text(zh: "每个角色各一人同意", en: "one of each role")
        }
    }

    /// `过半数同意 · 3 席，法定 2 人 · 每月开会`
    func rule(_ body: ApprovalBody) -> Text {
        let quorum = body.quorumCount(of: body.seats.count)
        let seats = Text(
            zh: " · \(body.seats.count) 席，法定 \(quorum) 人", en: " · \(body.seats.count) seats, quorum \(quorum)")
        let meets = body.cadence.map { Text(zh: " · 会议：", en: " · meets ") + Text(zh: $0.zh, en: $0.en.lowercased()) }
        return body.rule.name + seats + (meets ?? Text(verbatim: ""))
    }

    func time(_ step: ApprovalStep) -> Text? {
        if let hours = step.hours { return Self.hours(hours) }
        guard case .body(let id) = step.people, let hours = bodies.first(where: { $0.id == id })?.hours else {
            return nil
        }
        return Self.hours(hours)
    }

    static func hours(_ hours: Int) -> Text {
        hours >= 72 && hours % 24 == 0
            ? Text(zh: "\(hours / 24) 天内", en: "within \(hours / 24) days")
            : Text(zh: "\(hours) 小时内", en: "within \(hours) h")
    }

    static func joined(_ texts: [Text], _ between: Text) -> Text {
        texts.dropFirst().reduce(texts.first ?? Text(verbatim: "—")) { $0 + between + $1 }
    }

    /// The steps one after the other.
    func chain(_ steps: [ApprovalStep]) -> HTML {
        ol(.class("route-steps")) {
            for step in steps {
                li {
                    strong { step.name }
                    span { who(step.people) + Text(zh: "（", en: " (") + rule(step) + Text(zh: "）", en: ")") }
                    if let time = time(step) {
                        span(.class("quiet")) {
                            icon("clock")
                            time
                            if let escalation = step.escalation {
                                Text(zh: "，逾期升级至 ", en: ", then ") + who(escalation)
                            }
                        }
                    }
                }
            }
        }
    }
}
