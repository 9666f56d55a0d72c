import Foundation
import GraphQL
import Kernel
import Planning
import Records
import Store
import Testing

@testable import Web

/// Kinds of records that only this test knows: what a new declaration gets by itself.
@Suite struct RecordGraphTests {
    private static let firm = RecordType(
        "test_firm", Text(zh: "公司", en: "Firm"), prefix: "TF", rows: ["M-05"],
        meaning: Text(zh: "测试用。", en: "For tests."),
        fields: [
            RecordField("revenue", Text(zh: "营收", en: "Revenue"), .money, resource: .budget),
            RecordField("share", Text(zh: "份额", en: "Share"), .share),
            RecordField("region", Text(zh: "区域", en: "Region"), .region),
            RecordField("parent", Text(zh: "母公司", en: "Parent"), .link(to: "test_firm")),
            RecordField(
                "kinds", Text(zh: "类型", en: "Kinds"),
                .choices([Choice("a", Text(zh: "甲", en: "A")), Choice("b", Text(zh: "乙", en: "B"))])),
            RecordField(
                "size", Text(zh: "规模", en: "Size"),
                .choice([
                    Choice("70_up", Text(zh: "七十以上", en: "70 and more")), Choice("less", Text(zh: "以下", en: "Less")),
                ])),
        ])
    private static let note = RecordType(
        "test_note", Text(zh: "便条", en: "Note"), prefix: "TN", rows: ["M-06"],
        meaning: Text(zh: "测试用。", en: "For tests."),
        fields: [
            RecordField("firms", Text(zh: "公司", en: "Firms"), .links(to: "test_firm")),
            RecordField("seen_on", Text(zh: "日期", en: "Day"), .day),
            RecordField("helpers", Text(zh: "同事", en: "Helpers"), .people),
        ])

    private struct World {
        let site: TestSite
        let desk: RecordDesk
        let executor: Executor<RecordGraph.Asker>

        init() async throws {
            site = try await TestSite()
            let zone = try #require(BusinessZone("Asia/Shanghai"))
            desk = try RecordDesk(
                site.app.store, areas: [RecordArea("test", Text(verbatim: "test"), [firm, note])], currency: .cny,
                zone: zone)
            executor = try RecordGraph.executor(desk)
        }

        /// The data as JSON text, and the codes of what went wrong.
        func ask(_ query: String, as reader: RecordAuthor, _ language: Language = .en) async -> (
            data: String, codes: [String]
        ) {
            let answer = await executor.answer(
                GraphQLRequest(query: query), in: RecordGraph.Asker(desk: desk, reader: reader), language: language)
            return (
                answer.data.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "",
                answer.faults.map { ($0.error as? any Problem)?.code ?? "\($0.error)" }
            )
        }

        func author(_ name: String, _ role: Role) async throws -> RecordAuthor {
            RecordAuthor(
                try await site.app.accounts.add(
                    AccountDraft(name: name, roles: [role], regions: ["east"]), password: TestSite.password,
                    by: .commandLine))
        }
    }

    private static let mothers = """
        mutation {
          a: create_test_firm(values: {title: "Mother", revenue: "1234567.80", share: "12.5%", region: "east", kinds: [b, a], size: "70_up"}) { code }
          b: create_test_firm(values: {title: "Daughter", parent: "TF-1", region: "south"}) { code parent { title revenue } }
          n: create_test_note(values: {title: "n", firms: ["TF-2", "Mother"], seen_on: "2026-11-21", helpers: ["林静"]}) { code }
        }
        """

    @Test("every kind that is declared is there: object, list, filter, sorting and changes, all answered")
    func everyKind() throws {
        let store = try Store(inMemory: VirtualClock(at: Instant(seconds: 1_800_000_000)).clock)
        let zone = try #require(BusinessZone("Asia/Shanghai"))
        let desk = try RecordDesk(store, areas: PlanningTypes.areas, currency: .cny, zone: zone)
        let schema = try RecordGraph.executor(desk).schema
        for type in PlanningTypes.all {
            let name = RecordGraph.name(type)
            for part in ["", "List", "Filter", "Sort", "Values", "Move"] { #expect(schema.type(name + part) != nil) }
            guard case .object(let object) = schema.type(name) else { continue }
            #expect(type.fields.allSatisfy { object.field($0.id) != nil }, "\(type.id)")
        }
    }

    @Test("links are followed both ways, values are as REST writes them, people by name, changes in words")
    func reading() async throws {
        let world = try await World()
        let marketing = try await world.author("林静", .marketing)
        let made = await world.ask(Self.mothers, as: marketing)
        #expect(made.codes == [])
        let answer = await world.ask(
            """
            { test_note(number: 1) { code seen_on helpers firms { code revenue share kinds size parent { title } } }
              record(code: "TF-1") { title ... on TestFirm { region } linked_from { code __typename } moves { id name }
                history { version action changes { field after } } } }
            """, as: marketing)
        #expect(answer.codes == [])
        #expect(
            answer.data
                == #"{"test_note":{"code":"TN-1","seen_on":"2026-11-21","helpers":["林静"],"firms":["#
                + #"{"code":"TF-2","revenue":null,"share":null,"kinds":null,"size":null,"parent":{"title":"Mother"}},"#
                + #"{"code":"TF-1","revenue":"1234567.80","share":"12.5%","kinds":["a","b"],"size":"70_up","parent":null}]},"#
                + #""record":{"title":"Mother","region":"east","linked_from":[{"code":"TF-2","__typename":"TestFirm"},"#
                + #"{"code":"TN-1","__typename":"TestNote"}],"#
                + #""moves":[{"id":"activate","name":"Put into use"},{"id":"retire","name":"Retire"}],"history":["#
                + #"{"version":1,"action":"create","changes":[{"field":"title","after":"Mother"},{"field":"revenue","after":"1234567.80"},"#
                + #"{"field":"share","after":"12.5%"},{"field":"region","after":"east"},{"field":"kinds","after":"A; B"},"#
                + #"{"field":"size","after":"70 and more"}]}]}}"#)
    }

    @Test(
        "WF-07 what somebody may not see is null, nothing to filter or sort by, and not in the history; rows keep to her regions"
    )
    func rights() async throws {
        let world = try await World()
        let marketing = try await world.author("林静", .marketing)
        _ = await world.ask(Self.mothers, as: marketing)
        let service = try await world.author("service", .service)
        let seen = await world.ask(
            "{ test_firm(number: 1) { revenue history { changes { field } } } }", as: service)
        #expect(
            service.may(.view, Self.firm) && !seen.data.contains("1234567") && seen.data.contains(#""revenue":null"#))
        #expect(!seen.data.contains(#""field":"revenue""#))
        for list in ["filter: {revenue: {from: \"1\"}}", "sort: revenue"] {
            #expect(
                await world.ask("{ test_firm_list(\(list)) { total } }", as: service).codes == ["record.unknown_filter"]
            )
        }
        let manager = try await world.author("east", .regionManager)
        let rows = await world.ask(
            "{ test_firm_list(sort: number) { total records { code } } test_note(number: 1) { firms { code } } test_firm(number: 2) { code } }",
            as: manager)
        #expect(
            rows.data
                == #"{"test_firm_list":{"total":1,"records":[{"code":"TF-1"}]},"test_note":{"firms":[{"code":"TF-1"}]},"test_firm":null}"#
        )
        #expect(rows.codes == ["record.unknown_record"])
        #expect(
            await world.ask("mutation { create_test_firm(values: {title: \"x\"}) { code } }", as: service).codes == [
                "access.forbidden"
            ])
    }

    @Test("lists filter as pages and REST do: any of several, ranges, empty, states, words, pages")
    func lists() async throws {
        let world = try await World()
        let marketing = try await world.author("林静", .marketing)
        _ = await world.ask(Self.mothers, as: marketing)
        for (arguments, codes) in [
            ("filter: {kinds: {any: [a]}}", "TF-1"),
            ("filter: {revenue: {from: \"1234567.80\", to: 1234567.8}}", "TF-1"),
            ("filter: {revenue: {from: \"1234567.81\"}}", ""), ("filter: {parent: {any: [\"TF-1\"]}}", "TF-2"),
            ("filter: {parent: {empty: true}}", "TF-1"), ("filter: {size: {any: [\"70_up\"]}}", "TF-1"),
            ("filter: {state: [\"active\"]}", ""), ("search: \"Daugh\"", "TF-2"), ("sort: number", "TF-1 TF-2"),
            ("sort: number, descending: true", "TF-2 TF-1"), ("sort: title, size: 1, page: 2", "TF-1"),
            ("filter: {share: {from: \"12%\", to: \"13%\"}}", "TF-1"),
            ("filter: {region: {any: [\"east\", \"south\"]}}, sort: number", "TF-1 TF-2"),
        ] {
            let answer = await world.ask("{ test_firm_list(\(arguments)) { records { code } } }", as: marketing)
            let found = answer.data.matches(of: /TF-\d/).map { String($0.output) }.joined(separator: " ")
            #expect(found == codes && answer.codes == [], "\(arguments): \(answer)")
        }
        #expect(
            await world.ask("{ test_firm_list(filter: {parent: {any: [\"TF-99\"]}}) { total } }", as: marketing).codes
                == ["record.fields"])
    }

    @Test(
        "changes: from a version, refused when somebody else was faster, with all that is wrong at once; moves, comments, archive"
    )
    func changes() async throws {
        let world = try await World()
        let marketing = try await world.author("林静", .marketing)
        _ = await world.ask(Self.mothers, as: marketing)
        let changed = await world.ask(
            "mutation { update_test_firm(number: 1, version: 1, values: {share: null, kinds: []}) { version share kinds revenue } }",
            as: marketing)
        #expect(changed.data == #"{"update_test_firm":{"version":2,"share":null,"kinds":null,"revenue":"1234567.80"}}"#)
        let late = await world.ask(
            "mutation { update_test_firm(number: 1, version: 1, values: {share: \"1%\"}) { version } }", as: marketing)
        #expect(late.codes == ["record.stale"] && late.data == #"{"update_test_firm":null}"#)
        #expect(
            await world.ask("mutation { create_test_note(values: {seen_on: \"2026-13-01\"}) { code } }", as: marketing)
                .codes == ["record.fields"])
        let moved = await world.ask(
            """
            mutation { move_test_firm(number: 1, version: 2, move: activate) { state state_name version }
              comment(code: "TF-1", text: "你好 @林静") { comments { author text } }
              archive(code: "TN-1", version: 1) { archived } }
            """, as: marketing, .zh)
        #expect(
            moved.data
                == #"{"move_test_firm":{"state":"active","state_name":"生效","version":3},"comment":{"comments":[{"author":"林静","text":"你好 @林静"}]},"#
                + #""archive":{"archived":true}}"#)
        let approval = await world.ask(
            "mutation { request_approval(code: \"TF-1\", version: 3, move: \"retire\") { code } }", as: marketing)
        #expect(approval.codes == ["approval.needs_none"])
    }
}
