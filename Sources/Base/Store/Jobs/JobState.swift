package import Kernel

/// Where a job stands.
package enum JobState: String, Sendable, Hashable, CaseIterable {
    case queued, running, done, failed, cancelled

    /// Nothing more happens to it unless somebody asks for another try.
    package var isFinal: Bool { self != .queued && self != .running }

    package var name: Text {
        switch self {
        case .queued: Text(zh: "排队中", en: "Queued")
        case .running: Text(zh: "进行中", en: "Running")
        case .done: Text(zh: "已完成", en: "Done")
        case .failed: Text(zh: "失败", en: "Failed")
        case .cancelled: Text(zh: "已取消", en: "Cancelled")
        }
    }
}
