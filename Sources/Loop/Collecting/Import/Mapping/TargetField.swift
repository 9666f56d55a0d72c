package import Kernel

/// One thing that a row of a target can say: its name, what it is called, how it is read, how headings spell it.
package struct TargetField: Sendable, Hashable, Identifiable {
    /// The column it fills, or for a reference the field of the code (`product_code` fills `product_id`).
    package let id: String
    package let label: Text
    package let kind: FieldKind
    package let isRequired: Bool
    /// Headings that mean this field, lower-case, without blanks and signs.
    package let synonyms: [String]

    package init(
        _ id: String, _ zh: String, _ en: String, _ kind: FieldKind, required: Bool = false, _ synonyms: [String] = []
    ) {
        self.id = id
        label = Text(zh: zh, en: en)
        self.kind = kind
        isRequired = required
        self.synonyms = synonyms
    }
}

/// How the text of a field is read and what it may be.
package enum FieldKind: Sendable, Hashable {
    case text
    case whole(ClosedRange<Int64>)
    case money(mayBeNegative: Bool)
    case real
    /// A moment in `…_at` with its day in the company's zone in `…_on`.
    case moment
    case day(mayBeFuture: Bool)
    case flag
    case word(WordList)
    case reference(Reference)

    package var name: Text {
        switch self {
        case .text: Text(zh: "文字", en: "text")
        case .whole: Text(zh: "整数", en: "whole number")
        case .money: Text(zh: "金额", en: "amount")
        case .real: Text(zh: "数值", en: "number")
        case .moment: Text(zh: "时间", en: "time")
        case .day: Text(zh: "日期", en: "date")
        case .flag: Text(zh: "是/否", en: "yes or no")
        case .word: Text(zh: "代码", en: "code")
        case .reference(let reference): reference.name + Text(zh: "编码", en: " code")
        }
    }
}
