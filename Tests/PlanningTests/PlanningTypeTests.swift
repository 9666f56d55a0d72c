import Foundation
import Kernel
import Records
import Store
import TestKit
import Testing
import Warehouse

@testable import Planning

/// What every declared type owes its readers, whoever declared it.
@Suite struct PlanningTypeTests {
    private func opened() throws -> RecordStore {
        let store = try Store(inMemory: VirtualClock(at: Instant(seconds: 1_800_000_000)).clock)
        return try RecordStore(
            store, RecordCatalog(PlanningTypes.all), currency: .cny, metrics: { Metric.named($0) != nil },
            regions: { _ in false })
    }

    @Test("all declarations fit together and their tables can be made")
    func declared() throws {
        _ = try opened()
        #expect(Set(PlanningTypes.areas.map(\.id)).count == PlanningTypes.areas.count)
    }

    @Test(
        "every type is worth its place: a meaning, three fields or more, rows of the requirements, a way to look at it",
        arguments: PlanningTypes.all)
    func complete(_ type: RecordType) {
        #expect(type.fields.count >= 4, "besides its title, a type has three fields")
        #expect(type.fields.count <= 20, "a form of over 20 fields is not filled in")
        #expect(
            !type.rows.isEmpty && type.rows.allSatisfy { $0.wholeMatch(of: /[A-Z]{1,2}-\d{2}/) != nil }, "\(type.rows)")
        #expect(type.prefix.wholeMatch(of: /[A-Z]{2,6}/) != nil)
        #expect(type.states.states.contains { !$0.isLocked } && !type.states.moves(from: type.states.initial).isEmpty)
        let reached = Set(type.states.moves.map(\.to)).union([type.states.initial])
        #expect(reached == Set(type.states.states.map(\.id)), "a state is never reached")
        for move in type.states.moves {
            #expect(type.states.moves.count { $0.id == move.id } == 1, "two moves are called \(move.id)")
        }
        for view in type.views { #expect(fits(view, type), "\(view) wants other kinds of fields") }
    }

    /// A field that a move needs can still be filled in where the move starts.
    @Test("no move waits for a field that its state has locked", arguments: PlanningTypes.all)
    func unlocked(_ type: RecordType) {
        for move in type.states.moves where !move.needs.isEmpty {
            for state in move.from { #expect(type.states.state(state)?.isLocked == false, "\(move.id) from \(state)") }
        }
    }

    @Test(
        "every step of every process can be made by somebody: a role has the right that it needs",
        arguments: PlanningTypes.all)
    func makeable(_ type: RecordType) {
        for move in type.states.moves {
            #expect(Role.allCases.contains { Policy.allows($0, move.action, type.resource) }, "\(move.id)")
            // Requests go to an executive until a company says otherwise; she must see what she decides on.
            if move.needsApproval { #expect(Policy.allows(.executive, .view, type.resource), "\(move.id)") }
        }
    }

    @Test("S-08, T-03, PP-02, RG-01, DA-12 the weights of a score total 100 % and belong to fields that are there")
    func weights() throws {
        var totals: [String: Double] = [:]
        for criterion in RecordType.scoreCriterion.starter {
            guard case .code(let model) = criterion.values["model"], case .text(let field) = criterion.values["field"],
                case .number(let weight) = criterion.values["weight"]
            else {
                Issue.record("\(criterion.title.en) lacks a part")
                continue
            }
            let scored = try #require(
                PlanningTypes.all.first { $0.id == model }?.field(field.en), "\(model) has no \(field.en)")
            if case .scale = scored.kind {} else { Issue.record("\(model).\(field.en) is no score") }
            totals[model, default: 0] += weight
        }
        #expect(totals.count == 5 && totals.values.allSatisfy { abs($0 - 1) < 1e-9 }, "\(totals)")
    }

    private func isChoice(_ kind: FieldKind?) -> Bool { if case .choice = kind { true } else { false } }

    private func isScale(_ kind: FieldKind?) -> Bool { if case .scale = kind { true } else { false } }

    private func fits(_ view: RecordView, _ type: RecordType) -> Bool {
        func kind(_ id: String) -> FieldKind? { type.field(id)?.kind }
        func steps(_ id: String) -> Bool {
            switch kind(id) {
            case .choice, .scale: true
            default: false
            }
        }
        switch view {
        case .board(nil): return true
        case .board(let field?): if case .choice = kind(field) { return true } else { return false }
        case .calendar(let day): return kind(day) == .day
        case .timeline(let from, let to): return kind(from) == .day && kind(to) == .day
        case .matrix(let across, let down): return steps(across) && steps(down)
        case .quadrants(let field, let weight, let tone):
            return isChoice(kind(field)) && isScale(kind(weight)) && (tone.map { isChoice(kind($0)) } ?? true)
        case .spider(let fields, _, _): return fields.count >= 3 && fields.allSatisfy { isScale(kind($0)) }
        case .radar(let rings, let sectors, let weight, let tone):
            return isChoice(kind(rings)) && isChoice(kind(sectors)) && isScale(kind(weight))
                && (tone.map { isChoice(kind($0)) } ?? true)
        }
    }

    @Test(
        "every text is there in both languages, Chinese set as Chinese, English without Chinese",
        arguments: PlanningTypes.all)
    func texts(_ type: RecordType) {
        for text in type.texts {
            let comment = Comment(rawValue: "\(type.id): \(text.zh) / \(text.en)")
            #expect(!text.zh.isEmpty && !text.en.isEmpty, comment)
            #expect(text.en.firstMatch(of: /\p{Han}|[，。；：（）“”]/) == nil, comment)
            #expect(text.zh.firstMatch(of: /\p{Han}[,;:(?!]|[,;:)]\p{Han}/) == nil, comment)
        }
        #expect(type.meaning.zh.hasSuffix("。") && type.meaning.en.hasSuffix("."), "\(type.meaning)")
    }

    @Test(
        "names that stand side by side differ: fields of a form, answers of a choice, states, moves",
        arguments: PlanningTypes.all)
    func distinct(_ type: RecordType) {
        var lists = [type.fields.map(\.name), type.states.states.map(\.name), type.starter.map(\.title)]
        lists += type.fields.map { $0.kind.choiceList.map(\.name) }
        lists += type.states.states.map { type.states.moves(from: $0.id).map(\.name) }
        for list in lists {
            #expect(Set(list.map(\.zh)).count == list.count, "\(type.id): \(list.map(\.zh))")
            #expect(Set(list.map(\.en)).count == list.count, "\(type.id): \(list.map(\.en))")
        }
    }

    @Test("starter content of every type is accepted, once, in Chinese and in English", arguments: [Language.zh, .en])
    func starters(_ language: Language) async throws {
        let records = try opened()
        let today = Day(daysSince1970: 20_000)
        for type in PlanningTypes.all where !type.starter.isEmpty {
            if try await records.store.read({ try records.hasTakenStarter($0, type) }) { continue }
            let made = try await records.takeStarter(type, in: language, on: today, by: .system)
            #expect(made.map(\.title) == type.starter.map { $0.title[language] }, "\(type.id)")
            for (record, starter) in zip(made, type.starter) {
                #expect(record.values.count == starter.values.count + 1, "\(record.code) lost a value")
            }
        }
    }

    @Test("the requirements' types stand (golden): id, prefix, rows, states, fields")
    func listing() throws {
        let text = PlanningTypes.areas.map { area in
            "# \(area.name.zh) / \(area.name.en)\n\n" + area.types.map(\.listing).joined(separator: "\n")
        }
        try expectGolden(text.joined(separator: "\n"), "types.txt")
    }
}
