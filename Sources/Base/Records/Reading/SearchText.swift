/// Text as the search index takes it. Chinese has no blanks between words, so each of its characters becomes a word of its
/// own, and what is searched for becomes a phrase of them: any part of a text is found, from one character on.
package enum SearchText {
    /// `预算 2027：线上` → ` 预  算  2027：  线  上 `
    package static func spread(_ text: String) -> String {
        var out = ""
        for character in text {
            if isIdeographic(character) { out += " \(character) " } else { out.append(character) }
        }
        return out
    }

    /// What is searched for as an FTS5 expression: every word must occur, the last one may go on. `nil` for nothing to search.
    package static func expression(_ text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace).filter { $0.contains { $0.isLetter || $0.isNumber } }
        guard let last = words.last?.last else { return nil }
        let phrases = words.map { word in
            let plain = word.map { $0.isLetter || $0.isNumber ? $0 : " " as Character }
            return "\"" + spread(String(plain)).split(separator: " ").joined(separator: " ") + "\""
        }
        return phrases.joined(separator: " AND ") + (isIdeographic(last) ? "" : "*")
    }

    package static func isIdeographic(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { scalar in
            (0x3400...0x9FFF).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
                || (0x20000...0x323AF).contains(scalar.value)
                || (0x3040...0x30FF).contains(scalar.value) || (0xAC00...0xD7AF).contains(scalar.value)
        } ?? false
    }
}
