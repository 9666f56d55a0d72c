import Collecting
import Kernel

/// What the words of a column mean: those found in the first rows with how often they stand there, those the mapping
/// already knows, the rest (`*`), and an empty line for one more.
struct WordTable {
    let field: TargetField
    let list: WordList
    let binding: Binding
    let look: FileLook

    private struct Entry {
        let word: String
        /// Rows it stands in, among those looked at.
        let rows: Int?
        let code: String
    }

    private var column: ColumnWords? {
        binding.column.flatMap { look.headings.firstIndex(of: $0) }.map { look.words[$0] }
    }

    private var entries: [Entry] {
        let own = binding.words ?? [:]
        let found = (column?.counts ?? []).map { Entry(word: $0.word, rows: $0.rows, code: own[$0.word] ?? "") }
        let words = Set(found.map(\.word))
        let others = own.keys.filter { !words.contains($0) && $0 != "*" }.sorted().map {
            Entry(word: $0, rows: nil, code: own[$0] ?? "")
        }
        return Array((others + found).prefix(MappingForm.longestWordList - 2)).sorted {
            ($0.rows == nil ? 1 : 0) < ($1.rows == nil ? 1 : 0)
        }
    }

    /// What the word becomes where the mapping says nothing of it.
    private func automatic(_ word: String) -> String? {
        let own = binding.words ?? [:]
        let prefix = own.keys.filter { $0.count > 1 && $0.hasSuffix("*") && word.hasPrefix($0.dropLast()) }.max {
            $0.count < $1.count
        }
        if let prefix { return own[prefix] }
        if let rest = own["*"] { return rest }
        return list.words[word.lowercased()] ?? (list.isClosed ? nil : word)
    }

    private var unread: Int { entries.count { $0.rows != nil && $0.code.isEmpty && automatic($0.word) == nil } }

    var html: HTML {
        let entries = self.entries
        let translated = (binding.words ?? [:]).count
        return details(.class("words"), .open(unread > 0 || translated > 0)) {
            summary {
                Text(zh: "词语转换", en: "Translate words")
                if unread > 0 {
                    badge(Text(zh: "\(unread) 个词未识别", en: "\(unread) not known"), .attention)
                } else if look.rowsSeen > 0 {
                    span(.class("quiet")) {
                        Text(zh: "\(column?.distinct ?? 0) 个词", en: "\(column?.distinct ?? 0) words")
                    }
                } else {
                    span(.class("quiet")) { Text(zh: "已转换 \(translated) 个词", en: "\(translated) translated") }
                }
            }
            input(.type("hidden"), .name(MappingForm.name("words", field)), .value("yes"))
            div(.class("word-grid")) {
                for (place, entry) in entries.enumerated() { line(place, entry) }
                rest(entries.count)
                blank(entries.count + 1)
            }
            if look.rowsSeen > 0 {
                p(.class("cell-sub")) {
                    Text(
                        zh: "取自前 \(Figure.grouped(look.rowsSeen)) 行；以 * 结尾的词匹配所有以它开头的内容。",
                        en:
                            "From the first \(Figure.grouped(look.rowsSeen)) rows; a word that ends in * stands for all that begin with it."
                    )
                }
            }
            CodeList(field)?.html ?? HTML()
        }
    }

    private func line(_ place: Int, _ entry: Entry) -> HTML {
        HTML {
            div(.class("word")) {
                input(.type("hidden"), .name("word.\(field.id).\(place)"), .value(entry.word))
                span { MappingReading.short(entry.word) }
                if let rows = entry.rows { span(.class("quiet")) { " × \(Figure.grouped(rows))" } }
            }
            control(
                place, entry.code, Text(zh: "“\(entry.word)”的含义", en: "What “\(entry.word)” means"),
                automaticLabel(entry.word))
        }
    }

    private func rest(_ place: Int) -> HTML {
        HTML {
            div(.class("word")) {
                input(.type("hidden"), .name("word.\(field.id).\(place)"), .value("*"))
                Text(zh: "其余所有词", en: "All other words")
            }
            control(
                place, binding.words?["*"] ?? "", Text(zh: "其余所有词的含义", en: "What all other words mean"),
                Text(zh: "自动识别", en: "Automatic"))
        }
    }

    private func blank(_ place: Int) -> HTML {
        let label = Text(zh: "要增加的词", en: "A word to add")
        return HTML {
            input(
                .id("word.\(field.id).\(place)"), .class("form-control"), .type("text"),
                .name("word.\(field.id).\(place)"), .label(label),
                .placeholder(Text(zh: "增加词，如 退*", en: "Add a word, e.g. ret*")), .attribute("autocomplete", "off"))
            control(place, "", Text(zh: "要增加的词的含义", en: "What the added word means"), Text(zh: "请选择", en: "Choose"))
        }
    }

    private func automaticLabel(_ word: String) -> Text {
        guard let code = automatic(word) else { return Text(zh: "未识别（该行将隔离）", en: "Not known (row quarantined)") }
        if code == word, list.words[word.lowercased()] == nil { return Text(zh: "照原样保留", en: "Kept as it stands") }
        return Text(zh: "自动：", en: "Automatic: ") + list.name(of: code)
    }

    private func control(_ place: Int, _ code: String, _ label: Text, _ automatic: Text) -> HTML {
        let name = "code.\(field.id).\(place)"
        guard list.isClosed else {
            return input(
                .id(name), .class("form-control"), .type("text"), .name(name), .value(code), .label(label),
                .placeholder(automatic),
                .attribute("autocomplete", "off"), .attribute("list", "codes-" + field.id).when(!list.names.isEmpty))
        }
        return select(.id(name), .class("form-select"), .name(name), .label(label)) {
            option(.value(""), .selected(code.isEmpty)) { automatic }
            for entry in list.names { option(.value(entry.code), .selected(entry.code == code)) { entry.name } }
        }
    }
}
