package import Kernel

/// The steps of the loop, in the order of the navigation.
package enum Step: Int, Sendable, CaseIterable, Comparable {
    case overview, data, diagnose, plan, approve, execute, monitor, adjust, settings

    package var name: Text {
        switch self {
        case .overview: Text(zh: "总览", en: "Overview")
        case .data: Text(zh: "数据", en: "Data")
        case .diagnose: Text(zh: "诊断", en: "Diagnose")
        case .plan: Text(zh: "规划", en: "Plan")
        case .approve: Text(zh: "审批", en: "Approve")
        case .execute: Text(zh: "执行", en: "Execute")
        case .monitor: Text(zh: "监控", en: "Monitor")
        case .adjust: Text(zh: "复盘与调整", en: "Review & adjust")
        case .settings: Text(zh: "设置", en: "Settings")
        }
    }

    /// A name in the icon sprite.
    package var icon: String {
        switch self {
        case .overview: "layout-dashboard"
        case .data: "database"
        case .diagnose: "stethoscope"
        case .plan: "target-arrow"
        case .approve: "checkup-list"
        case .execute: "send"
        case .monitor: "activity"
        case .adjust: "refresh"
        case .settings: "settings"
        }
    }

    /// `g` and this letter lead here.
    var key: String {
        switch self {
        case .overview: "o"
        case .data: "d"
        case .diagnose: "i"
        case .plan: "p"
        case .approve: "a"
        case .execute: "e"
        case .monitor: "m"
        case .adjust: "r"
        case .settings: "s"
        }
    }

    package static func < (left: Step, right: Step) -> Bool { left.rawValue < right.rawValue }
}
