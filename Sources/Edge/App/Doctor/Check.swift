import Kernel

/// What one look at the installation found.
struct Check: Sendable {
    enum State: String, Sendable { case fine, notice, broken }

    var name: Text
    var state: State
    var found: Text
    /// What to do about it, where something is to be done.
    var remedy: Text?

    static func fine(_ name: Text, _ found: Text) -> Check { Check(name: name, state: .fine, found: found) }
    static func notice(_ name: Text, _ found: Text, _ remedy: Text) -> Check {
        Check(name: name, state: .notice, found: found, remedy: remedy)
    }
    static func broken(_ name: Text, _ found: Text, _ remedy: Text?) -> Check {
        Check(name: name, state: .broken, found: found, remedy: remedy)
    }

    /// A problem says itself what to do.
    static func broken(_ name: Text, by error: any Error) -> Check {
        let found = (error as? any Problem)?.text ?? Text(verbatim: "\(error)")
        return broken(name, found, nil)
    }

    func line(_ language: Language) -> String {
        let mark =
            switch state {
            case .fine: "✔"
            case .notice: "!"
            case .broken: "✘"
            }
        let advice = remedy.map { "\n    → \($0[language])" } ?? ""
        return "\(mark) \(name[language])\(language == .zh ? "：" : ": ")\(found[language])\(advice)"
    }

    func json(_ language: Language) -> String {
        let advice = remedy.map { JSONText.quoted($0[language]) } ?? "null"
        return
            "{\"check\":\(JSONText.quoted(name[language])),\"state\":\"\(state.rawValue)\",\"found\":\(JSONText.quoted(found[language])),\"remedy\":\(advice)}"
    }
}
