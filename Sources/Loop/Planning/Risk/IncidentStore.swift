import GRDB
package import Kernel
package import Records
import Store

/// Starts emergency plans as incidents, and keeps their logs (RK-02).
package struct IncidentStore: Sendable {
    private let records: RecordStore
    private let zone: BusinessZone

    package init(_ records: RecordStore, zone: BusinessZone) {
        self.records = records
        self.zone = zone
    }

    /// A new incident handled by the plan; its clock runs from now. A risk it came from moves to "occurred" with it, where it
    /// has what that asks for. Problems: `access.forbidden`, `record.unknown_record`, `record.fields`.
    package func start(plan number: Int64, risk: Int64?, situation: String, by author: RecordAuthor) async throws
        -> Records.Record
    {
        let planType = try records.catalog.require("emergency_plan")
        let riskType = try records.catalog.require("risk")
        let type = try records.catalog.require("incident")
        return try await records.store.write { db in
            let plan = try records.find(db, planType, number: number, for: author)
            let risk = try risk.map { try records.find(db, riskType, number: $0, for: author) }
            let now = records.store.clock.now()
            var values: RecordValues = [
                "title": .text((risk ?? plan).title), "noticed_on": .day(zone.day(of: now)), "plan": .whole(plan.id),
                "situation": .text(situation.isEmpty ? plan.text("trigger") ?? plan.title : situation),
                "log": .text(line("启动预案 / started \(plan.code) \(plan.title)", now, author)),
                "kind": .text(plan.text("kind") ?? "technical"), "level": .text(plan.text("level") ?? "yellow"),
            ]
            values["risk"] = risk.map { .whole($0.id) }
            values["commander"] = author.account.map { .whole($0.id) }
            let incident = try records.create(db, type, values, by: author)
            if let risk { try occur(db, risk, by: author) }
            return incident
        }
    }

    private func occur(_ db: Database, _ risk: Records.Record, by author: RecordAuthor) throws {
        guard let move = risk.type.states.moves(from: risk.state).first(where: { $0.id == "occur" }),
            move.needs.allSatisfy({ risk[$0] != nil })
        else { return }
        try records.move(db, risk, from: risk.version, move.id, by: author)
    }

    /// An incident with its clock and steps. Problem: `record.unknown_record`.
    package func clock(_ number: Int64, for reader: RecordAuthor) async throws -> IncidentClock {
        let incident = try await records.find(try records.catalog.require("incident"), number: number, for: reader)
        let history = try await records.store.read { try records.history($0, incident, for: reader) }
        guard let planID = incident.whole("plan") else {
            return IncidentClock(incident, plan: nil, steps: [], history: history)
        }
        let steps = try await records.list(
            try records.catalog.require("emergency_step"),
            RecordQuery([.anyOf(field: "plan", [.whole(planID)])]), limit: 99, for: reader
        ).records
        let plans = try await records.list(
            try records.catalog.require("emergency_plan"), RecordQuery(showsArchived: true), limit: 1_000, for: reader
        ).records
        return IncidentClock(incident, plan: plans.first { $0.id == planID }, steps: steps, history: history)
    }

    /// One more line of the log, with the time and who wrote it; with a step, that it is done. Lines are never taken away here.
    /// Problems: `record.fields` for an empty line, `record.locked`, `record.unknown_record`, `access.forbidden`.
    package func note(_ text: String, step: Int64?, on number: Int64, by author: RecordAuthor) async throws {
        let type = try records.catalog.require("incident")
        let stepType = try records.catalog.require("emergency_step")
        try await records.store.write { db in
            let incident = try records.find(db, type, number: number, for: author)
            let step = try step.map { try records.find(db, stepType, number: $0, for: author) }
            let log = incident.text("log") ?? ""
            if let step, Self.isDone(step, in: log) { return }
            let words = [step.map(Self.mark), text.isEmpty ? nil : text].compactMap { $0 }.joined(separator: " ")
            if words.isEmpty { throw RecordProblem.fields([Self.emptyLine]) }
            let now = records.store.clock.now()
            let next = (log.isEmpty ? "" : log + "\n") + line(words.replacing("\n", with: " "), now, author)
            try records.change(db, incident, from: incident.version, ["log": .text(next)], by: author)
        }
    }

    private static let emptyLine = FieldTrouble(
        field: "log", name: Text(zh: "处置日志", en: "Log"), text: Text(zh: "请写下做了什么。", en: "Say what was done."))

    /// How the log says that a step is done.
    private static func mark(_ step: Records.Record) -> String { "✓ \(step.code) \(step.title)" }

    static func isDone(_ step: Records.Record, in log: String) -> Bool {
        log.split(separator: "\n").contains { $0.contains("✓ \(step.code) ") }
    }

    private func line(_ text: String, _ now: Instant, _ author: RecordAuthor) -> String {
        let day = zone.day(of: now)
        let minute = max(0, (now.seconds - zone.start(of: day).seconds) / 60)
        let name = author.account?.name ?? author.author.description
        return "\(day) \(padded(minute / 60, 2)):\(padded(minute % 60, 2)) \(name) \(text)"
    }
}
