package import Kernel

/// What became of a slot.
package enum SlotOutcome: String, Sendable, Hashable, CaseIterable {
    case ran, skipped, merged

    package var name: Text {
        switch self {
        case .ran: Text(zh: "已执行", en: "Ran")
        case .skipped: Text(zh: "已跳过", en: "Skipped")
        case .merged: Text(zh: "已合并", en: "Merged into a later one")
        }
    }
}
