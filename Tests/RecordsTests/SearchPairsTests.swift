import Kernel
import Store
import TestKit
import Testing

import class GRDB.Database

@testable import Records

/// Words in the index of records: Chinese by two neighbouring characters.
@Suite struct SearchPairsTests {
    @Test("a Chinese text is found by each of its parts, and by nothing else")
    func chinese() async throws {
        let example = try await RecordExample()
        try await forAll(seed: 5, cases: 40) { dice in
            func text(_ lengths: ClosedRange<Int>) -> String {
                String((0..<Int.random(in: lengths, using: &dice)).map { _ in "甲乙丙".randomElement(using: &dice) ?? "甲" })
            }
            let texts = (0..<5).map { _ in text(1...9) }
            for _ in 0..<10 {
                let asked = text(1...5)
                let found = try await Self.found(asked, in: texts, example.store)
                if found != texts.indices.filter({ texts[$0].contains(asked) }) {
                    Issue.record("\(asked) in \(texts): \(found)")
                    return false
                }
            }
            return true
        }
    }

    @Test(
        "Chinese, numbers and Latin words find each other in one text, the last word begun is enough",
        arguments: [
            ("2027", true), ("线上", true), ("上", true), ("2027线上", true), ("线上预算", true), ("算A", true),
            ("会员 budget", true), ("会员复购", true), ("复购率", true), ("率", true), ("Budget 会员", true), ("bud", true),
            ("20", true), ("A1 会", true),
            ("udget", false), ("上线", false), ("复率", false), ("bud 会员", false), ("027", false), ("预算2027", false),
        ])
    func mixed(asked: String, isFound: Bool) async throws {
        let example = try await RecordExample()
        let found = try await Self.found(asked, in: ["2027线上预算A1，会员复购率 Budget"], example.store)
        #expect(found == (isFound ? [0] : []))
    }

    @Test("signs alone find nothing and break nothing", arguments: ["", "  ", "\"", "*", "，。", "( OR"])
    func signs(asked: String) async throws {
        let example = try await RecordExample()
        try await example.rival("会员")
        #expect(try await example.records.search(asked, for: example.marketing).isEmpty)
    }

    /// Places of the texts that have the words.
    private static func found(_ asked: String, in texts: [String], _ store: Store) async throws -> [Int] {
        let expression = try #require(SearchPairs.expression(asked))
        return try await store.write { db in
            try db.execute(sql: "DELETE FROM record_search")
            for (place, text) in texts.enumerated() {
                try db.execute(
                    sql: "INSERT INTO record_search (rowid, title, body, kind) VALUES (?, '', ?, 'k')",
                    arguments: [place + 1, SearchPairs.spread(text)])
            }
            return try Int.fetchAll(
                db, sql: "SELECT rowid - 1 FROM record_search WHERE record_search MATCH ? ORDER BY rowid",
                arguments: [expression])
        }
    }

    @Test("records that were there before the index are found once the program has started")
    func filled() async throws {
        let example = try await RecordExample()
        try await example.rival("旧记录")
        try await example.store.write { try $0.execute(sql: "DELETE FROM record_search") }
        #expect(try await example.records.search("旧记录", for: example.marketing).isEmpty)
        let again = try RecordStore(
            example.store, RecordCatalog([.rival, .sign]), currency: .cny, metrics: { _ in true },
            regions: { _ in true })
        #expect(try await again.search("旧记录", for: example.marketing).map(\.title) == ["旧记录"])
    }

    @Test("where thousands match, those with the word in the title stand first, the latest of them first")
    func many() async throws {
        let example = try await RecordExample()
        try await example.rival("会员一")
        try await example.rival("会员二")
        try await example.store.write { db in
            for row in 10_000..<12_100 {
                try db.execute(
                    sql: "INSERT INTO record_search (rowid, title, body, kind) VALUES (?, '', ?, 'rival')",
                    arguments: [row, SearchPairs.spread("会员")])
            }
        }
        let found = try await example.records.search("会员", for: example.marketing)
        #expect(found.map(\.title) == ["会员二", "会员一"])
    }

    @Test("each kind of record is one word of the index")
    func kinds() {
        #expect(RecordSearch.kind(.rival) == "rival")
        let types = [RecordType.rival, .sign]
        #expect(RecordSearch.expression("会员", of: types) == "kind : (rival OR sign) AND {title body} : (\"会员\")")
    }
}
