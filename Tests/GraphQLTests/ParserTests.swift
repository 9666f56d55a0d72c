import Kernel
import Testing

@testable import GraphQL

/// What graphql-core's parser does with thousands of texts is compared in `Tests/Program/test_graphql.py`; here is what values say.
@Suite struct ParserTests {
    private func string(_ literal: String) throws -> String? {
        let document = try Parser.parse(SourceText("{ a(b: \(literal)) }"))
        guard case .field(let field) = document.operations.first?.selections.selections.first,
            case .string(let text) = field.arguments.first?.value.kind
        else { return nil }
        return text
    }

    @Test(
        "strings say what the specification has them say",
        arguments: [
            (#""a\n\t\"\\\/b""#, "a\n\t\"\\/b"), (#""\u4E2D\u{1F600}\uD83D\uDE00""#, "中😀😀"), (#""""#, ""),
            ("\"中文\"", "中文"),
            ("\"\"\"\n    one\n      two\n\n    three\n  \"\"\"", "one\n  two\n\nthree"),
            ("\"\"\" \\\"\"\" \"\"\"", " \"\"\" "),
            ("\"\"\"a\r\n\t b\rc\"\"\"", "a\n\t b\nc"), ("\"\"\"\n\n\"\"\"", ""),
        ])
    func strings(literal: String, expected: String) throws {
        #expect(try string(literal) == expected)
    }

    @Test(
        "the place of a fault is told by line and column, in code points",
        arguments: [
            ("{ a(b: \"中文\") ) }", 1, 14), ("{\r\n  a\n  }}", 3, 4), ("", 1, 1), ("{ a", 1, 4), ("\u{FEFF}{ é }", 1, 4),
            ("{ a(b: \"x\n\") }", 1, 10), ("{ a(b: 01) }", 1, 9), ("{ a(b: 1.) }", 1, 10), ("{ a(b: \"\\q\") }", 1, 9),
            ("{ a(b: $) }", 1, 9), ("query ($a: Int = $b) { a }", 1, 18), ("type A { b: Int }", 1, 1),
            ("{ ...on }", 1, 9),
        ])
    func places(text: String, line: Int, column: Int) {
        let fault = #expect(throws: RequestFault.self) { try Parser.parse(SourceText(text)) }
        #expect(fault?.faults.first?.locations == [Location(line: line, column: column)])
        #expect((fault?.faults.first?.error as? any Problem)?.code == "graphql.syntax")
    }
}
