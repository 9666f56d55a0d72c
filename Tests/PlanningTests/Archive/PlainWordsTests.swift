import Testing

@testable import Planning

/// Words told apart as a reader would.
@Suite struct PlainWordsTests {
    static let readings: [(String, Set<String>)] = [
        ("复购率连续两季低于目标", ["复购率", "低于", "目标"]),
        ("获客成本上升，线上广告投放降本", ["获客", "成本", "上升", "线上", "广告", "投放", "降本"]),
        ("老客券的使用率下降", ["老客", "使用率", "下降"]),
        ("loyalty 计划与 CRM 打通", ["loyalty", "计划", "crm", "打通"]),
        ("对手“云杉茶业”降价", ["对手", "降价", "云杉茶业"]),
        ("", []), ("的了在和", []), ("A/B", []),
    ]

    @Test(
        "AR-01 Chinese is cut into words, names between them are kept, words that only join are left out",
        arguments: readings)
    func words(_ text: String, _ words: Set<String>) {
        #expect(PlainWords.usual.words(of: text) == words)
    }

    @Test("the cut that needs the fewest pieces is taken; what is in no word is dearer than a word")
    func fewest() {
        let words = PlainWords(["研究", "研究生", "生命", "起源"], empty: ["的"])
        #expect(words.words(of: "研究生命的起源") == ["研究", "生命", "起源"])
        #expect(words.words(of: "研究生的起源") == ["研究生", "起源"])
    }
}
