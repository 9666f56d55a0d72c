import Kernel
import Planning
import Records

/// The running heads of a printed handbook: whose it is, which version, who may read it. CSS lets a page's margins hold only
/// text that stands in the style sheet, so each version has a small one of its own.
struct HandbookPaper {
    let company: Text
    let record: Record
    let edition: HandbookEdition?

    func style(in language: Language) -> String {
        let version =
            edition.map { Text(zh: "第 \($0.number) 版", en: "Version \($0.number)") }
            ?? Text(zh: "未发布稿", en: "Not published")
        let left = company[language] + " · " + record.title
        let right = version[language] + " · " + HandbookDocument.secrecy(of: record)[language]
        return """
            @page handbook { @top-left { content: \(Self.quoted(left)); } @top-right { content: \(Self.quoted(right)); } }
            @page handbook:first { @top-left { content: ""; } @top-right { content: ""; } }
            """
    }

    /// As a CSS string: whatever could end it is written by its number (CSS Syntax 3, 4.3.7).
    static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            let isPlain = scalar.value > 0x7E || (scalar.value >= 0x20 && !"\"\\<>".unicodeScalars.contains(scalar))
            out += isPlain ? String(scalar) : "\\" + String(scalar.value, radix: 16) + " "
        }
        return out + "\""
    }
}
