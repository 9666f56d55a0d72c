/// Text as the index of records takes it. Chinese has no blanks between words, so each two neighbouring characters become one
/// word, and the last of a run one of its own: any part of a text is found, and a word of two characters, as most are, is one entry of
/// the index instead of two lists to be compared place by place.
enum SearchPairs {
    /// `预算 2027：线上` → `预算 算 2027 ： 线上 上`
    static func spread(_ text: String) -> String {
        pieces(text).map { piece in
            piece.isRun ? (pairs(piece.text) + [String(piece.text.suffix(1))]).joined(separator: " ") : piece.text
        }.joined(separator: " ")
    }

    /// What is searched for as an FTS5 expression: every word must occur, the last one may go on. `nil` for nothing to search.
    static func expression(_ text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace).filter { $0.contains { $0.isLetter || $0.isNumber } }
        if words.isEmpty { return nil }
        return words.enumerated().map { phrase($1, isLast: $0 == words.count - 1) }.joined(separator: " AND ")
    }

    /// A run in the midst of a word ends there in the text too; one at its end may go on.
    private static func phrase(_ word: Substring, isLast: Bool) -> String {
        let plain = String(word.map { $0.isLetter || $0.isNumber ? $0 : " " as Character })
        let parts = pieces(plain).filter { $0.text.contains { $0 != " " } }
        guard let last = parts.last else { return "\"\"" }
        let ahead = parts.dropLast().map { spread($0.text) }
        let end = last.isRun && last.text.count > 1 ? pairs(last.text).joined(separator: " ") : last.text
        let goesOn = last.isRun ? last.text.count == 1 : isLast
        return "\"" + (ahead + [end]).joined(separator: " ") + "\"" + (goesOn ? "*" : "")
    }

    private static func pairs(_ run: String) -> [String] { zip(run, run.dropFirst()).map { String([$0, $1]) } }

    private struct Piece {
        var text: String
        let isRun: Bool
    }

    private static func pieces(_ text: String) -> [Piece] {
        var pieces: [Piece] = []
        for character in text {
            let isRun = SearchText.isIdeographic(character)
            if pieces.last?.isRun == isRun {
                pieces[pieces.count - 1].text.append(character)
            } else {
                pieces.append(Piece(text: String(character), isRun: isRun))
            }
        }
        return pieces
    }
}
