import Kernel
import Store
import TestKit
import Testing

@testable import Records

@Suite struct RecordTalkTests {
    @Test("a comment reaches whom it names, also where the name has a blank, and nobody else")
    func mentions() async throws {
        let example = try await RecordExample()
        let record = try await example.rival("甲")
        try await example.records.comment("@Wang Lei 请看价格，抄送 @林静", on: record, by: example.marketing)
        let comments = try await example.store.read { try example.records.comments($0, on: record) }
        #expect(comments.map(\.mentions) == [["Wang Lei"]], "one does not speak to oneself")
        let mine = try await example.records.mentions(of: example.sales)
        #expect(mine.map(\.record.code) == ["RIV-1"] && mine.map(\.isRead) == [false])
        #expect(try await example.records.mentions(of: example.south).isEmpty)
        try await example.records.readMentions(of: try #require(example.sales.account))
        #expect(try await example.records.mentions(of: example.sales).map(\.isRead) == [true])
    }

    @Test("a view is kept, replaced under its name, shared with others and removed only by its owner")
    func views() async throws {
        let example = try await RecordExample()
        try await example.records.save(
            view: "高端", query: "segment=premium", shared: false, of: .rival, by: example.marketing)
        #expect(try await example.records.views(.rival, for: example.sales).isEmpty)
        try await example.records.save(
            view: "高端", query: "segment=premium&sort=title", shared: true, of: .rival, by: example.marketing)
        let seen = try await example.records.views(.rival, for: example.sales)
        #expect(seen.map(\.query) == ["segment=premium&sort=title"] && seen.map(\.isOwn) == [false])
        try await example.records.remove(view: seen[0].id, by: example.sales)
        #expect(try await example.records.views(.rival, for: example.marketing).count == 1)
        try await example.records.remove(view: seen[0].id, by: example.marketing)
        #expect(try await example.records.views(.rival, for: example.marketing).isEmpty)
    }
}
