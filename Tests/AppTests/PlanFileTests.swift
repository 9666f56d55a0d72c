import Kernel
import Records
import Store
import TestKit
import Testing
import Warehouse

@testable import Planning
@testable import yunchou

/// The plan as YAML: whatever stands in the plan comes back as it was.
@Suite struct PlanFileTests {
    private static let pieces = [
        "双十一", "=1+1", "#7", "a: b", "- x", "[a]", "{b}", "&c", "*d", "!e", "%f", "@g", "`h`", "'", "\"", "\\", "|",
        ">", "~",
        "null", "true", "No", "1e5", "0012", "2026-11-05", "12.50%", " ", "\t", "\n", "\n\n", "\r\n", "\u{85}",
        "\u{2028}",
        "\u{A0}", "中\u{FEFF}", "\u{7}", "😀", "é\u{301}", "第一行\n第二行", "末尾 ", "---", "...", "? k", ", ", "。",
    ]

    private static func text(_ dice: inout SeededGenerator, limit: Int = 400) -> String {
        var text = ""
        for _ in 0...Int(dice.next() % 4) { text += pieces[Int(dice.next() % UInt64(pieces.count))] }
        return String(text.prefix(limit))
    }

    @Test("S-11 any text comes back from the file letter by letter")
    func anyText() async throws {
        let catalog = try RecordCatalog([])
        try await forAll(seed: 11, cases: 3_000) { dice in
            let texts = [Self.text(&dice), Self.text(&dice)]
            let entry = PlanText.Entry(
                key: "new-1", version: 3, state: "draft",
                fields: [
                    PlanText.Field("a", .one(texts[0])), PlanText.Field("b", .many(texts)), PlanText.Field("c", .empty),
                    PlanText.Field("d", .one(texts[1])),
                ])
            let plan = PlanText([PlanText.Section(type: "goal", entries: [entry])])
            let file = PlanFileWriter(catalog: catalog, language: .zh).file(plan)
            let read = try PlanFileReader.read(file).withoutLines
            return read == plan
        }
    }

    @Test(
        "S-11 random plans over every declared type: written, read and compared they are the same; taken as new into an empty company they are the same plan",
        arguments: [1, 2, 3] as [UInt64])
    func plans(seed: UInt64) async throws {
        var dice = Seed(seed).derive("plans", 0).generator
        let own = try await RandomPlan(&dice)
        let first = try await PlanTextStore(own.records).text(of: own.types)
        #expect(first.count > 400)
        let language: Language = seed % 2 == 0 ? .zh : .en
        let file = PlanFileWriter(catalog: own.records.catalog, language: language).file(first)
        let read = try PlanFileReader.read(file)
        #expect(read.withoutLines == first)
        #expect(PlanFileWriter(catalog: own.records.catalog, language: language).file(read) == file)
        let outcome = try await PlanTextStore(own.records).rehearse(read, by: .commandLine)
        #expect(outcome.isEmpty && outcome.refused.isEmpty && outcome.unchanged == first.count)

        let other = try await RandomPlan(empty: ())
        let taken = try await other.records.store.write { db in
            try PlanTextStore(other.records).take(db, read, asNew: true, reason: "", by: .commandLine)
        }
        #expect(taken.refused.map(\.said.en) == [] && taken.made.count == first.count)
        let codes = Dictionary(uniqueKeysWithValues: taken.made.map { ($0.key, $0.record.code) })
        let second = try await PlanTextStore(other.records).text(of: other.types)
        #expect(second.bare == first.renamed(codes).bare)
    }

    @Test("S-11 a file that is no plan says in which line and why")
    func wrongFiles() {
        func code(_ text: String) -> String? {
            do {
                _ = try PlanFileReader.read(text)
                return nil
            } catch { return (error as? any Problem)?.code }
        }
        #expect(code("") == "plan_file.no_plan" && code("goal:\n  GOAL-1:\n    title: x\n") == "plan_file.no_plan")
        #expect(code("yunchou_plan: 2\n") == "plan_file.other_form")
        #expect(code("yunchou_plan: 1\ngoal: [1, 2]\n") == "plan_file.shape")
        #expect(code("yunchou_plan: 1\ngoal:\n  GOAL-1:\n    version: x\n") == "plan_file.shape")
        #expect(code("yunchou_plan: 1\ngoal:\n  GOAL-1:\n    title: \"x\n") == "plan_file.syntax")
        #expect(code("yunchou_plan: 1\ngoal:\n  G: {title: a}\n  G: {title: b}\n") == "plan_file.twice")
        #expect(code("yunchou_plan: 1\ngoal:\n") == nil)
    }
}

extension PlanText {
    var withoutLines: PlanText {
        PlanText(
            sections.map { section in
                Section(
                    type: section.type,
                    entries: section.entries.map {
                        Entry(key: $0.key, version: $0.version, state: $0.state, fields: $0.fields)
                    })
            })
    }

    /// Other codes for the records, wherever they are named.
    func renamed(_ codes: [String: String]) -> PlanText {
        func content(_ content: Content) -> Content {
            switch content {
            case .one(let text): .one(codes[text] ?? text)
            case .many(let texts): .many(texts.map { codes[$0] ?? $0 })
            case .empty: .empty
            }
        }
        return PlanText(
            sections.map { section in
                Section(
                    type: section.type,
                    entries: section.entries.map { entry in
                        Entry(
                            key: codes[entry.key] ?? entry.key, version: nil, state: nil,
                            fields: entry.fields.map { Field($0.id, content($0.content)) })
                    })
            })
    }

    /// Without what taking as new gives anew: versions, states and the order of numbers.
    var bare: [String: [String: [Field]]] {
        Dictionary(
            uniqueKeysWithValues: sections.map { section in
                (section.type, Dictionary(uniqueKeysWithValues: section.entries.map { ($0.key, $0.fields) }))
            })
    }
}
