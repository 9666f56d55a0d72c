import Kernel

/// Who somebody is, and how to reach her, is shown only to those who may see contact details.
enum Masking {
    /// 林静 → 林*
    static func name(_ name: String?, shown: Bool) -> Text {
        guard let name, let first = name.first else { return Text(zh: "未登记", en: "Not known") }
        return Text(
            verbatim: shown ? name : String(first) + String(repeating: "*", count: min(3, max(1, name.count - 1))))
    }

    /// 13812345678 → 138****5678
    static func phone(_ phone: String?, shown: Bool) -> Text {
        guard let phone, !phone.isEmpty else { return Text(verbatim: "–") }
        guard !shown else { return Text(verbatim: phone) }
        return Text(verbatim: phone.count < 8 ? "****" : phone.prefix(3) + "****" + phone.suffix(4))
    }
}
