package import Kernel

/// How one task waits for another (precedence diagramming; PMI, "Practice Standard for Scheduling", 3rd edition, 2019).
package enum DependencyKind: String, Sendable, CaseIterable, Codable {
    case finishStart = "FS"
    case startStart = "SS"
    case finishFinish = "FF"
    case startFinish = "SF"

    package var name: Text {
        switch self {
        case .finishStart: Text(zh: "完成后开始", en: "Finish to start")
        case .startStart: Text(zh: "同时开始", en: "Start to start")
        case .finishFinish: Text(zh: "同时完成", en: "Finish to finish")
        case .startFinish: Text(zh: "开始后完成", en: "Start to finish")
        }
    }

    /// The least distance from the start of the first to the start of the second, in working days. All four kinds are of this
    /// one form, which is what makes the network a longest-path problem.
    package func gap(lag: Int, first: Int, second: Int) -> Int {
        switch self {
        case .finishStart: first + lag
        case .startStart: lag
        case .finishFinish: first + lag - second
        case .startFinish: lag - second
        }
    }
}
