import Kernel

/// A setting that cannot be used.
enum SettingsProblem: Problem {
    case unknown(name: String, source: String, known: [String])
    case wrong(name: String, value: String, source: String, wanted: String)
    case unreadable(file: String, reason: String)

    var code: String {
        switch self {
        case .unknown: "settings.unknown"
        case .wrong: "settings.wrong"
        case .unreadable: "settings.unreadable"
        }
    }

    var kind: ProblemKind { .invalid }

    var text: Text {
        switch self {
        case .unknown(let name, let source, let known):
            Text(
                zh: "\(source) 中没有名为“\(name)”的设置。可用的设置：\(known.joined(separator: "、"))。",
                en:
                    "There is no setting “\(name)” (found in \(source)). Known settings: \(known.joined(separator: ", "))."
            )
        case .wrong(let name, let value, let source, let wanted):
            Text(
                zh: "\(source) 中的设置 \(name) 为“\(value)”，应为 \(wanted)。",
                en: "The setting \(name) in \(source) is “\(value)”; it should be \(wanted).")
        case .unreadable(let file, let reason):
            Text(
                zh: "无法读取设置文件 \(file)：\(reason)。请修正该文件，或将其移走以使用默认设置。",
                en: "The settings file \(file) can't be read: \(reason). Mend it, or move it away to use the defaults.")
        }
    }
}
