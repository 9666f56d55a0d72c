import Kernel
import Testing

@testable import GraphQL

@Suite struct ExecutorTests {
    @Test("links of all objects of a level are looked up at once, however many there are")
    func batches() async throws {
        let lookUps = Library.LookUps()
        let answer = try await Library.ask("{ books { author { books { author { name } } } } }", noting: lookUps)
        #expect(lookUps.all == ["authors of 6", "books of 6", "authors of 18"])
        #expect(
            answer.codes.isEmpty
                && answer.data?.hasPrefix(#"{"books":[{"author":{"books":[{"author":{"name":"Wu"}}"#) == true)
    }

    @Test("a missing value that must be there takes its object along, and only as far as needed; the fault says where")
    func nulls() async throws {
        let whole = try await Library.ask("{ book(id: 3) { title lost } }")
        #expect(whole.data == #"{"book":null}"# && whole.codes == ["fault"])
        let list = try await Library.ask("{ books { id lost } }")
        #expect(list.data == "null", "the list's entries and the list itself must be there")
        let part = try await Library.ask("{ book(id: 3) { title fragile } book2: book(id: 9) { id } }")
        #expect(
            part.data == #"{"book":{"title":"book 3","fragile":null},"book2":null}"#
                && part.codes == ["fault", "fault"])
        let answer = try await Library.executor().answer(
            GraphQLRequest(query: "{ it: books {\n  fragile } }"), in: .init(), language: .en)
        #expect(answer.faults.map(\.path) == [[.key("it"), .index(2), .key("fragile")]])
        #expect(answer.faults.map(\.locations) == [[Location(line: 2, column: 3)]])
    }

    @Test("fragments, inline fragments, aliases and directives; fields of one name are one field")
    func selections() async throws {
        let answer = try await Library.ask(
            """
            query Q($yes: Boolean!, $no: Boolean = false) {
              first: book(id: 1) { ...names title @skip(if: $yes) ... @include(if: $no) { id } }
              first: book(id: 1) { author { id } }
              things { __typename ... on Author { name } ...ids @include(if: $no) }
            }
            fragment names on Book { heading: title author { name } }
            fragment ids on Named { id }
            """, .object([.init("yes", true)]))
        #expect(answer.codes.isEmpty)
        #expect(
            answer.data?.hasPrefix(
                #"{"first":{"heading":"book 1","author":{"name":"Wu","id":2}},"things":[{"__typename":"Book"}"#)
                == true)
        #expect(
            answer.data?.hasSuffix(#"{"__typename":"Author","name":"林"},{"__typename":"Author","name":"Wu"}]}"#) == true
        )
    }

    @Test("changes are made in their order, and by name when there are several operations")
    func mutations() async throws {
        let text = "mutation A { x: note(text: \"1\") y: note(text: \"2\") } mutation B { note(text: \"3\") }"
        let lookUps = Library.LookUps()
        #expect(try await Library.ask(text, operation: "A", noting: lookUps).data == #"{"x":1,"y":2}"#)
        #expect(lookUps.all == ["1", "2"])
        #expect(try await Library.ask(text).codes == ["graphql.operation"])
        #expect(try await Library.ask(text, operation: "C").codes == ["graphql.operation"])
        let refused = try await Library.executor().answer(
            GraphQLRequest(query: text, operationName: "A"), in: lookUps, language: .en, readsOnly: true)
        #expect(refused.data == nil && lookUps.all.count == 2)
    }

    @Test(
        "input objects are read, filled up with standards, and one value stands for a list of one",
        arguments: [
            (#"{ echo(wish: {needed: "x", order: UP, ids: 4}) }"#, #"{"order":"UP","ids":[4],"limit":3,"needed":"x"}"#),
            (#"{ echo(wish: {needed: "x", ids: null, limit: 1}) }"#, #"{"ids":null,"limit":1,"needed":"x"}"#),
            (#"query ($w: Wish) { echo(wish: $w) }"#, #"{"order":"DOWN","ids":[7],"limit":3,"needed":"y"}"#),
            (
                #"query ($i: Int, $s: String!) { echo(wish: {needed: $s, ids: [1, 2], limit: 2}) say(text: "") book(id: 1) { id @skip(if: true) } echo2: echo(wish: {needed: $s, ids: $l}) }"#,
                ""
            ),
        ])
    func inputs(query: String, expected: String) async throws {
        let wish = JSON.object([.init("needed", "y"), .init("order", "DOWN"), .init("ids", 7)])
        let answer = try await Library.ask(query, .object([.init("w", wish), .init("s", "z")]))
        if expected.isEmpty {
            #expect(answer.data == nil && answer.codes.allSatisfy { $0 == "graphql.variable" })
        } else {
            #expect(answer.data == "{\"echo\":\(String(decoding: JSON.string(expected).bytes, as: UTF8.self))}")
        }
    }

    @Test("a schema that does not fit together, or that nobody answers, stops the start")
    func wrongSchemas() throws {
        let query = NamedType.object(ObjectType("Query", nil, fields: [FieldDefinition("a", "Thing")]))
        #expect(throws: GraphQLProblem.self) { try Schema([query]) }
        #expect(throws: GraphQLProblem.self) { try Schema([]) }
        #expect(throws: GraphQLProblem.self) { try Schema(Library.types + [Library.types[0]]) }
        #expect(throws: GraphQLProblem.self) { try Executor(Schema(Library.types), Resolvers<Library.LookUps>()) }
    }

    @Test("texts of all kinds leave as JSON that other programs read")
    func json() {
        let text = "\"\\\n\u{1}\u{7F}中😀"
        #expect(
            String(
                decoding: JSON.list([.string(text), .double(.nan), .double(0.1), .int(-5), .null]).bytes, as: UTF8.self)
                == #"["\"\\\n\u0001\u007f中😀",null,0.1,-5,null]"#)
    }
}
