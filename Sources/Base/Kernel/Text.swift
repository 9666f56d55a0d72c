/// One thing said in both languages. All text that a person reads is a `Text` until the moment it is shown.
package struct Text: Sendable, Hashable, Codable {
    package var zh: String
    package var en: String

    package init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// The same words in both languages: names, numbers, codes.
    package init(verbatim: String) {
        self.init(zh: verbatim, en: verbatim)
    }

    package subscript(language: Language) -> String {
        language == .zh ? zh : en
    }

    package static func + (left: Text, right: Text) -> Text {
        Text(zh: left.zh + right.zh, en: left.en + right.en)
    }
}
