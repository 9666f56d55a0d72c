import Kernel
import Records
import Warehouse

/// Tells apart the words of Chinese and English texts, for saying what two texts share in words and not in scraps of them.
///
/// Chinese is cut into the fewest pieces over a word list (maximum matching; Chen & Liu, "Word identification for Mandarin
/// Chinese sentences", COLING 1992), of which a character that is in no word is dearer than a word; two to four unknown
/// characters between known words are taken as a name. Words that say nothing by themselves are left out.
struct PlainWords: Sendable {
    private let known: Set<String>
    private let empty: Set<String>
    private let longest: Int

    /// - Parameters:
    ///   - known: Chinese words.
    ///   - empty: words and characters that only join others.
    init(_ known: Set<String>, empty: Set<String>) {
        self.known = known.union(empty)
        self.empty = empty
        longest = self.known.map(\.count).max() ?? 1
    }

    /// The list of `WordList` with the names of metrics, kinds of records, choices and regions that people read on the pages.
    static let usual: PlainWords = {
        var names = Metric.all.map(\.name.zh) + RegionName.all.map(\.name.zh)
        for type in PlanningTypes.all {
            names.append(type.name.zh)
            names += type.fields.flatMap { [$0.name.zh] + $0.kind.choiceList.map(\.name.zh) }
        }
        // A longer name hides the words in it from texts that use only these.
        let short = names.filter { (2...4).contains($0.count) && $0.allSatisfy(SearchText.isIdeographic) }
        return PlainWords(Set(short).union(WordList.words), empty: WordList.empty)
    }()

    /// The words of a text, each once: Chinese of two characters and more, others of three letters and more.
    func words(of text: String) -> Set<String> {
        var found: Set<String> = []
        var chinese: [Character] = []
        var latin = ""
        func close() {
            if !chinese.isEmpty { found.formUnion(cut(chinese)) }
            if latin.count >= 3, !empty.contains(latin) { found.insert(latin) }
            chinese = []
            latin = ""
        }
        for character in text.lowercased() {
            if SearchText.isIdeographic(character) {
                if !latin.isEmpty { close() }
                chinese.append(character)
            } else if character.isLetter {
                if !chinese.isEmpty { close() }
                latin.append(character)
            } else {
                close()
            }
        }
        close()
        return found
    }

    /// The words of a run of Chinese characters.
    private func cut(_ run: [Character]) -> [String] {
        var found: [String] = []
        var unknown = ""
        func close() {
            if (2...4).contains(unknown.count) { found.append(unknown) }
            unknown = ""
        }
        for piece in pieces(run) {
            if known.contains(piece) {
                close()
                if piece.count > 1, !empty.contains(piece) { found.append(piece) }
            } else {
                unknown += piece
            }
        }
        close()
        return found
    }

    /// The cheapest way to cut: a word costs 2, a character in no word 3; of two equally cheap ways that with the longer word
    /// at the end, because Chinese words are told apart better from behind.
    private func pieces(_ run: [Character]) -> [String] {
        var cost = [0] + [Int](repeating: .max, count: run.count)
        var from = [Int](repeating: 0, count: run.count + 1)
        for end in 1...run.count {
            for length in 1...min(longest, end) {
                let word = String(run[(end - length)..<end])
                let isKnown = known.contains(word)
                guard isKnown || length == 1 else { continue }
                let sum = cost[end - length] + (isKnown ? 2 : 3)
                if sum <= cost[end] {
                    cost[end] = sum
                    from[end] = end - length
                }
            }
        }
        var pieces: [String] = []
        var end = run.count
        while end > 0 {
            pieces.append(String(run[from[end]..<end]))
            end = from[end]
        }
        return pieces.reversed()
    }
}
