import Kernel
import Testing

@testable import GraphQL

/// Each rule of the specification's section 5, broken once. That nothing right is refused is tested against graphql-core
/// (`Tests/Program/test_graphql.py`).
@Suite struct ValidatorTests {
    @Test(
        "what cannot be asked is refused, with a code and a place",
        arguments: [
            ("{ boks { id } }", "graphql.unknown_field"), ("{ books { id { x } } }", "graphql.selection"),
            ("{ books }", "graphql.selection"), ("{ book { id } }", "graphql.argument_missing"),
            ("{ book(id: 1, no: 2) { id } }", "graphql.unknown_argument"),
            ("{ book(id: \"1\") { id } }", "graphql.wrong_value"),
            ("{ book(id: 1.0) { id } }", "graphql.wrong_value"), ("{ book(id: null) { id } }", "graphql.wrong_value"),
            ("{ book(id: 1, id: 1) { id } }", "graphql.twice"), ("{ echo(wish: {}) }", "graphql.wrong_value"),
            ("{ echo(wish: {needed: \"\", order: LEFT}) }", "graphql.wrong_value"),
            ("{ echo(wish: {needed: \"\", needed: \"\"}) }", "graphql.twice"),
            ("{ echo(wish: {needed: \"\", more: 1}) }", "graphql.wrong_value"),
            ("{ ...no }", "graphql.unknown_fragment"),
            ("{ say } fragment a on Book { id }", "graphql.unused_fragment"),
            ("{ say } fragment a on Nothing { id }", "graphql.unknown_type"),
            ("{ ... on Order { id } }", "graphql.fragment_type"),
            ("{ books { ... on Author { id } } }", "graphql.fragment_type"),
            ("query ($a: Int) { say }", "graphql.variable"), ("{ book(id: $a) { id } }", "graphql.variable"),
            ("query ($a: Int) { book(id: $a) { id } }", "graphql.variable"),
            ("query ($a: Book) { book(id: $a) { id } }", "graphql.variable"),
            ("query ($a: Nothing) { say(text: $a) }", "graphql.unknown_type"),
            ("query ($a: Int = \"x\") { book(id: $a) { id } }", "graphql.wrong_value"),
            ("query ($a: String, $a: String) { say(text: $a) }", "graphql.twice"),
            ("{ say @odd }", "graphql.directive"), ("query @skip(if: true) { say }", "graphql.directive"),
            ("{ say @skip }", "graphql.argument_missing"), ("{ say @skip(if: true) @skip(if: true) }", "graphql.twice"),
            ("{ say } { say }", "graphql.operation"), ("query A { say } query A { say }", "graphql.twice"),
            ("subscription { say }", "graphql.operation"), ("{ a: say a: echo }", "graphql.fields_conflict"),
            ("{ a: say(text: \"1\") a: say(text: \"2\") }", "graphql.fields_conflict"),
            ("{ things { ... on Book { a: title } ... on Author { a: id } } }", "graphql.fields_conflict"),
            ("{ books { author { a: name } } books { author { a: id } } }", "graphql.fields_conflict"),
            ("fragment a on Book { id }", "graphql.unused_fragment"),
            ("{ __schema { nothing } }", "graphql.unknown_field"),
        ])
    func rules(query: String, code: String) async throws {
        let answer = try await Library.executor().answer(GraphQLRequest(query: query), in: .init(), language: .en)
        #expect(answer.data == nil)
        #expect((answer.faults.first?.error as? any Problem)?.code == code)
        #expect(answer.faults.first?.locations.isEmpty == false)
    }

    @Test("fields of different types may share a name where they cannot meet and look alike")
    func alike() async throws {
        let answer = try await Library.ask(
            "{ things { ... on Book { a: author { id } } ... on Author { a: books { id } } } }")
        #expect(answer.codes == ["graphql.fields_conflict"], "an object beside a list")
        let fits = try await Library.ask("{ things { ... on Book { x: id } ... on Author { x: id } } }")
        #expect(fits.codes.isEmpty)
    }

    @Test("a field that is mistyped is guessed")
    func guesses() async throws {
        let answer = try await Library.executor().answer(
            GraphQLRequest(query: "{ books { titel } }"), in: .init(), language: .en)
        #expect((answer.faults.first?.error as? any Problem)?.text.en.contains("Did you mean title?") == true)
    }

    @Test(
        "what would take too much is refused before it is begun",
        arguments: [
            ("{ books { ...a } } fragment a on Book { author { books { ...a } } }", "graphql.fragment_cycle"),
            ("{" + (0..<3_000).map { " a\($0): say" }.joined() + " }", ""),
            (
                "{" + (0..<400).map { " a\($0): books { author { books { id } } }" }.joined() + " }",
                "graphql.too_costly"
            ),
            ("{" + String(repeating: " a", count: 15_001) + " }", "graphql.too_long"),
            ("{ books { author { books(size: 5000) { author { books(size: 500) { id } } } } } }", "graphql.too_costly"),
            (
                "{" + String(repeating: " books { author {", count: 30) + " id" + String(repeating: "} }", count: 30)
                    + " }", "graphql.too_deep"
            ),
            (String(repeating: "{ a ", count: 5_000), "graphql.too_deep"),
            ("query ($a: " + String(repeating: "[", count: 5_000) + ") { say }", "graphql.too_deep"),
            ("{ say } #" + String(repeating: "x", count: 100_000), "graphql.too_long"),
        ])
    func limits(query: String, code: String) async throws {
        let answer = try await Library.ask(query)
        #expect(answer.codes.first ?? "" == code, "\(query.prefix(60))")
    }

    @Test("fragments that double at each of thirty levels are counted, not opened")
    func doubling() async throws {
        let fragments = (0..<30).map { "fragment f\($0) on Query { ...f\($0 + 1) a\($0): say ...f\($0 + 1) }" }.joined(
            separator: " ")
        let answer = try await Library.ask("{ ...f0 } \(fragments) fragment f30 on Query { say }")
        #expect(answer.codes == ["graphql.too_costly"])
    }
}
