import Kernel
import Planning
import Records

/// The plan as text, written as YAML: types in declared order, records by number, fields in declared order. The same plan
/// is always the same file; only comments are in the reader's language.
struct PlanFileWriter {
    let catalog: RecordCatalog
    let language: Language

    /// What the file begins with; another number is another form of file.
    static let form = "yunchou_plan"
    static let formVersion = "1"

    func file(_ text: PlanText) -> String {
        var lines = header.map { "# " + $0[language] }
        lines.append("\(Self.form): \(Self.formVersion)")
        for section in text.sections { lines += self.lines(section) }
        return lines.joined(separator: "\n") + "\n"
    }

    private var header: [Text] {
        [
            Text(
                zh: "运筹方案文本。改好后先看效果：yunchou plan diff 文件",
                en: "A Yunchou plan. See what a change would do: yunchou plan diff FILE"),
            Text(
                zh: "再提交为调整方案，批准后执行：yunchou plan apply 文件 --user 账号",
                en: "Ask for it as a change request: yunchou plan apply FILE --user NAME"),
            Text(
                zh: "不写的字段保持不变；清空写 ~。新记录用任意新名字作键（如 new-1），不写 version。请保留 version，它用来发现文件过期。",
                en:
                    "Fields left out stay as they are; ~ empties one. A new record stands under a new word (new-1), without a version. Keep the versions: they tell a file that is out of date."
            ),
        ]
    }

    private func lines(_ section: PlanText.Section) -> [String] {
        let type = catalog.type(section.type)
        var lines = ["", "# " + legend(type)[language], "\(section.type):"]
        for entry in section.entries {
            lines.append("  \(key(entry.key)):")
            if let version = entry.version { lines.append("    version: \(version)") }
            if let state = entry.state { lines.append("    state: \(state)") }
            for field in entry.fields { lines.append(line(field, type?.field(field.id))) }
        }
        return lines
    }

    /// What the words of the section mean.
    private func legend(_ type: RecordType?) -> Text {
        guard let type else { return Text(verbatim: "") }
        let fields = type.fields.map { Text(zh: "\($0.id) \($0.name.zh)", en: "\($0.id): \($0.name.en)") }
        return Text(
            zh: "\(type.name.zh)：" + fields.map(\.zh).joined(separator: "、"),
            en: "\(type.name.en). " + fields.map(\.en).joined(separator: "; "))
    }

    private func key(_ key: String) -> String { YAMLText.value(key, indent: 0, isProse: true) }

    private func line(_ field: PlanText.Field, _ declared: RecordField?) -> String {
        switch field.content {
        case .empty: "    \(field.id): ~"
        case .one(let text): "    \(field.id): " + YAMLText.value(text, indent: 6, isProse: declared?.isProse ?? true)
        case .many(let texts): "    \(field.id): " + YAMLText.list(texts)
        }
    }
}

extension RecordField {
    /// Whether people write into it what they like.
    fileprivate var isProse: Bool {
        switch kind {
        case .text, .longText, .web, .person, .people, .link, .links, .choice, .choices, .metric, .region: true
        case .number, .scale, .money, .share, .day, .flag: false
        }
    }
}
