package import Kernel
import Records

/// By what cases are told to be alike: what they name, and the words they use.
package struct CaseTraits: Sendable, Hashable, Codable {
    package struct Trait: Sendable, Hashable, Codable {
        /// The field, and the code of what it names.
        package let key: String
        package let name: Text
    }

    package let traits: [Trait]
    package let words: Set<String>

    init(traits: [Trait], words: Set<String>) {
        self.traits = traits
        self.words = words
    }

    /// Shared triggers, metrics, goals, budgets, departments and regions, and the words of title, situation and measures.
    init(_ record: Record, _ names: RecordNames, currency: Currency) {
        var traits: [Trait] = []
        for field in record.type.fields where Self.weights[field.id] != nil {
            for part in Self.parts(record[field.id]) {
                func said(_ language: Language) -> String {
                    FieldText(field, currency: currency).text(of: part, in: language) { names.name($0, field) }
                }
                let name = Text(zh: "\(field.name.zh)：\(said(.zh))", en: "\(field.name.en): \(said(.en))")
                traits.append(Trait(key: "\(field.id)=\(said(.en))", name: name))
            }
        }
        self.traits = traits
        words = Self.words(
            ["title", "situation", "measures", "expected"].compactMap { record.text($0) }.joined(separator: "\n"))
    }

    private static func parts(_ value: RecordValue?) -> [RecordValue] {
        switch value {
        case nil: []
        case .codes(let codes): codes.map { .codes([$0]) }
        case .records(let ids): ids.map { .records([$0]) }
        case let value?: [value]
        }
    }

    /// What a shared trait counts; words count up to 3 together.
    private static let weights = [
        "trigger": 1.0, "metric": 2.0, "goals": 2.0, "budget": 1.0, "departments": 0.5, "region": 1.0,
    ]

    /// Latin words of three letters and more; of Chinese, each two characters that follow each other.
    static func words(_ text: String) -> Set<String> {
        var words: Set<String> = []
        var latin = ""
        var before: Character?
        for character in text.lowercased() + " " {
            let isChinese = character.unicodeScalars.first.map { (0x3400...0x9FFF).contains($0.value) } ?? false
            if isChinese {
                if let before { words.insert("\(before)\(character)") }
                before = character
            } else {
                before = nil
            }
            if character.isLetter, !isChinese {
                latin.append(character)
            } else {
                if latin.count >= 3 { words.insert(latin) }
                latin = ""
            }
        }
        return words
    }

    /// How alike two cases are, and why: the sum of what their shared traits count, and three times the part of the smaller
    /// one's words that the other has too. Nothing shared: 0.
    package func likeness(to other: CaseTraits) -> (score: Double, reasons: [Text]) {
        let own = Set(other.traits.map(\.key))
        let shared = traits.filter { own.contains($0.key) }
        let same = words.intersection(other.words).sorted()
        let part = Double(same.count) / Double(max(1, min(words.count, other.words.count)))
        let score = shared.reduce(3 * part) { sum, trait in
            sum + (Self.weights[String(trait.key.prefix { $0 != "=" })] ?? 0)
        }
        var reasons = shared.map(\.name)
        if !same.isEmpty {
            let some = same.prefix(6)
            reasons.append(
                Text(
                    zh: "共同用词：\(some.joined(separator: "、"))", en: "Words in common: \(some.joined(separator: ", "))"))
        }
        return (score, reasons)
    }
}
