package import Kernel
import Records

extension PlanEffect {
    /// The whole effect as lines of text, the weightiest first.
    package func words(in language: Language) -> [String] {
        var words: [String] = []
        func head(_ text: Text) { words.append((words.isEmpty ? "" : "\n") + text[language]) }
        if !outcome.made.isEmpty {
            head(Text(zh: "新增 \(outcome.made.count) 条", en: "New records: \(outcome.made.count)"))
            words += outcome.made.map { "  + \($0.record.type.name[language]) \($0.record.title) [\($0.key)]" }
        }
        for part in Part.allCases {
            guard let lines = lines[part] else { continue }
            head(part.name)
            words += lines.map { line($0, language) }
            if part == .money { words += total(language) }
        }
        if lines[.money] == nil, planned.after != planned.before {
            head(Part.money.name)
            words += total(language)
        }
        let again = outcome.changed.filter { $0.asks != nil }
        if !again.isEmpty {
            head(Text(zh: "执行后须按各自流程重新审批", en: "To be approved again by their own routes"))
            words += again.map { "  \($0.before.code) \($0.before.title)" }
        }
        return words
    }

    /// The same in at most so many characters; what does not fit is counted.
    package func summary(in language: Language, limit: Int) -> String {
        var kept: [String] = []
        var length = 0
        let all = words(in: language)
        for word in all {
            length += word.count + 1
            if length > limit - 80 {
                kept.append(
                    Text(zh: "……另有 \(all.count - kept.count) 行", en: "… and \(all.count - kept.count) more lines")[
                        language])
                break
            }
            kept.append(word)
        }
        return kept.joined(separator: "\n")
    }

    private func total(_ language: Language) -> [String] {
        if planned.before == planned.after { return [] }
        let field = RecordField("planned", Text(verbatim: ""), .money)
        func amount(_ units: Int64) -> String {
            FieldText(field, currency: currency).text(of: .whole(units), in: language) { _ in nil }
        }
        let more = planned.after - planned.before
        let sign = more > 0 ? "+" : ""
        return [
            Text(
                zh: "  涉及的预算行合计：\(amount(planned.before)) → \(amount(planned.after))（\(sign)\(amount(more))）",
                en:
                    "  Budget lines concerned, in total: \(amount(planned.before)) → \(amount(planned.after)) (\(sign)\(amount(more)))"
            )[language]
        ]
    }

    private func line(_ line: Line, _ language: Language) -> String {
        let before = said(line.field, line.before, language)
        let after = said(line.field, line.after, language)
        let difference = line.difference.map { language == .zh ? "（\($0.zh)）" : " (\($0.en))" } ?? ""
        let name = line.field.name[language] + (language == .zh ? "：" : ": ")
        return "  \(line.code) \(line.title) · \(name)\(before) → \(after)\(difference)"
    }

    /// On one line, and short enough to be read beside another.
    private func said(_ field: RecordField, _ value: RecordValue?, _ language: Language) -> String {
        let text = FieldText(field, currency: currency).text(of: value, in: language) { outcome.names.name($0, field) }
        if text.isEmpty { return Text(zh: "（空）", en: "(empty)")[language] }
        let flat = text.replacing("\n", with: " ⏎ ")
        return flat.count > 60 ? flat.prefix(58) + "……" : flat
    }
}
