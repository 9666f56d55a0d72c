import Foundation
import Kernel
import Testing

@testable import Collecting

@Suite struct OuterBlanksTests {
    @Test("DA-01 blanks at the edges of cells are seen wherever chunks break, by the measure of a regular expression")
    func agreesWithExpression() throws {
        let edge = #/(^|[\n\r,;|"])[ \t]|[ \t]([\n\r,;|"]|$)|\t | \t/#.matchingSemantics(.unicodeScalar)
        var random = SeededGenerator(Seed(20_261_122))
        let bytes = Array(" \t,;|\"\r\nabcdefghijklmnopqrstuvwxyz0123456789".utf8)
        var outcomes: Set<Bool> = []
        for _ in 0..<4_000 {
            let length = Int.random(in: 1...60, using: &random)
            let text = (0..<length).map { _ in bytes.randomElement(using: &random) ?? 0x61 }
            var blanks = OuterBlanks()
            var rest = text[...]
            while !rest.isEmpty {
                let size = Int.random(in: 1...20, using: &random)
                blanks.take(Array(rest.prefix(size)))
                rest = rest.dropFirst(size)
            }
            blanks.finish()
            let expected = try edge.firstMatch(in: String(decoding: text, as: UTF8.self)) != nil
            outcomes.insert(expected)
            #expect(blanks.found == expected, "\(String(decoding: text, as: UTF8.self).debugDescription)")
        }
        #expect(outcomes == [true, false])
    }

    @Test(
        "DA-01 wide blanks are seen across chunks; other Chinese text is not taken for one",
        arguments: [
            ("张三,李四", false), ("张三\u{3000},李四", true), ("张\u{A0}三", true), ("、。〃〄", false),
        ])
    func wideBlanks(_ text: String, _ expected: Bool) {
        for size in 1...4 {
            var validator = UTF8Validator()
            var rest = Array(text.utf8)[...]
            while !rest.isEmpty {
                validator.take(Array(rest.prefix(size)))
                rest = rest.dropFirst(size)
            }
            #expect(validator.isValid && validator.isComplete)
            #expect(validator.sawWideBlank == expected)
        }
    }
}
