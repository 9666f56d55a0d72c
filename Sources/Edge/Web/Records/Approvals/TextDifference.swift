/// Two texts side by side: what stays, what goes, what comes. Chinese is compared sign by sign, other scripts word by word.
struct TextDifference: Sendable {
    enum Part: Sendable, Hashable {
        case same(String)
        case changed(String)
    }

    let before: [Part]
    let after: [Part]

    /// Texts with more pieces are shown whole: comparing grows with the product of both.
    private static let most = 1_500

    init(_ before: String, _ after: String) {
        let old = Self.pieces(before)
        let new = Self.pieces(after)
        guard old.count <= Self.most, new.count <= Self.most else {
            self.before = [.changed(before)]
            self.after = [.changed(after)]
            return
        }
        let kept = Self.common(old, new)
        self.before = Self.parts(old, kept: Set(kept.map(\.0)))
        self.after = Self.parts(new, kept: Set(kept.map(\.1)))
    }

    private static func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        var word = ""
        for sign in text {
            // Chinese numerals are signs, not words.
            let isWestern = (sign.unicodeScalars.first?.value ?? 0) < 0x2E80
            let isWord = isWestern && (sign.isLetter || sign.isNumber)
            if isWord {
                word.append(sign)
            } else {
                if !word.isEmpty { pieces.append(word) }
                word = ""
                pieces.append(String(sign))
            }
        }
        return word.isEmpty ? pieces : pieces + [word]
    }

    /// A longest common subsequence, as pairs of places.
    private static func common(_ old: [String], _ new: [String]) -> [(Int, Int)] {
        var length = Array(repeating: Array(repeating: 0, count: new.count + 1), count: old.count + 1)
        for i in old.indices.reversed() {
            for j in new.indices.reversed() {
                length[i][j] = old[i] == new[j] ? length[i + 1][j + 1] + 1 : max(length[i + 1][j], length[i][j + 1])
            }
        }
        var (i, j) = (0, 0)
        var pairs: [(Int, Int)] = []
        while i < old.count, j < new.count {
            if old[i] == new[j] {
                pairs.append((i, j))
                (i, j) = (i + 1, j + 1)
            } else if length[i + 1][j] >= length[i][j + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        return pairs
    }

    private static func parts(_ pieces: [String], kept: Set<Int>) -> [Part] {
        var parts: [Part] = []
        for (place, piece) in pieces.enumerated() {
            switch (parts.last, kept.contains(place)) {
            case (.same(let text), true): parts[parts.count - 1] = .same(text + piece)
            case (.changed(let text), false): parts[parts.count - 1] = .changed(text + piece)
            case (_, true): parts.append(.same(piece))
            case (_, false): parts.append(.changed(piece))
            }
        }
        return parts
    }
}
