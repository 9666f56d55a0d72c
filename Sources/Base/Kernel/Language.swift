/// The two languages of every page, message and report. Chinese comes first.
package enum Language: String, Sendable, CaseIterable, Codable {
    case zh, en

    /// The value of HTML's `lang` attribute.
    package var htmlCode: String { self == .zh ? "zh-CN" : "en" }

    /// The language a locale or an `Accept-Language` header asks for: English if it names English first, otherwise Chinese.
    package init(preference: String) {
        let first = preference.split(whereSeparator: { ",;".contains($0) }).first.map { $0.lowercased() } ?? ""
        self = first.hasPrefix("en") ? .en : .zh
    }
}
