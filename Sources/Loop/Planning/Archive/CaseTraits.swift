package import Kernel
import Records
import Warehouse

/// By what cases are told to be alike: what they name, and the words they use.
package struct CaseTraits: Sendable, Hashable, Codable {
    package struct Trait: Sendable, Hashable, Codable {
        /// The field, and the code of what it names.
        package let key: String
        package let name: Text

        var field: String { String(key.prefix { $0 != "=" }) }
        var weight: Double { CaseTraits.weights[field] ?? 0 }
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
                let value =
                    switch (field.kind, part) {
                    case (.metric, .text(let id)): Metric.named(id)?.name ?? Text(verbatim: id)
                    case (.region, .text(let code)): RegionName.text(code)
                    default: Text(zh: said(.zh), en: said(.en))
                    }
                let name = field.name + Text(zh: "：", en: ": ") + value
                traits.append(Trait(key: "\(field.id)=\(said(.en))", name: name))
            }
        }
        self.traits = traits
        words = PlainWords.usual.words(
            of: Self.told.compactMap { record.text($0) }.joined(separator: "\n"))
    }

    /// Fields whose words count.
    static let told = ["title", "situation", "measures", "expected", "cause"]

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

    /// How alike two cases are, and why: the sum of what their shared traits count, and three times the part of the smaller
    /// one's words that the other has too. Nothing shared: 0.
    package func likeness(to other: CaseTraits) -> (score: Double, reasons: [Text]) {
        let own = Set(other.traits.map(\.key))
        let shared = traits.filter { own.contains($0.key) }
        let same = SharedWords(words, other.words)
        let score = shared.reduce(3 * same.part) { $0 + $1.weight }
        return (score, shared.map(\.name) + [same.reason].compactMap { $0 })
    }
}

extension ArchiveCase {
    /// Its traits with the words as they are told apart today, also of a case that was kept when they were told otherwise.
    var likeness: CaseTraits {
        let texts = [title] + facts.filter { CaseTraits.told.contains($0.field) }.map(\.value.zh)
        return CaseTraits(
            traits: traits.traits, words: PlainWords.usual.words(of: texts.joined(separator: "\n")))
    }
}
