import TestKit
import Testing

@testable import Web

@Suite struct TextDifferenceTests {
    private func text(_ parts: [TextDifference.Part], changed: Bool? = nil) -> String {
        parts.map { part in
            switch part {
            case .same(let text): changed == true ? "" : text
            case .changed(let text): changed == false ? "" : text
            }
        }.joined()
    }

    @Test("both sides keep every sign, and what is the same is the same on both (random texts)")
    func faithful() async throws {
        let signs = Array("预算案ab 1，.")
        try await forAll(seed: 5, cases: 300) { dice in
            func random() -> String {
                String((0..<Int.random(in: 0...30, using: &dice)).map { _ in signs.randomElement(using: &dice) ?? "a" })
            }
            let (old, new) = (random(), random())
            let difference = TextDifference(old, new)
            return text(difference.before) == old && text(difference.after) == new
                && text(difference.before, changed: false) == text(difference.after, changed: false)
                && (old != new || text(difference.before, changed: true).isEmpty)
        }
    }

    @Test("Chinese is compared sign by sign, other scripts word by word")
    func pieces() {
        let chinese = TextDifference("首期预算十万元", "首期预算二十万元")
        #expect(chinese.after == [.same("首期预算"), .changed("二"), .same("十万元")])
        #expect(TextDifference("spend 120 now", "spend 125 now").before.contains(.changed("120")))
    }
}
