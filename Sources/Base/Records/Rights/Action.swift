package import Kernel

/// What somebody wants to do with a resource. Asking for, approving and executing are different rights.
package enum Action: String, Sendable, Hashable, CaseIterable, Codable {
    case view, edit
    /// Bring data in from files.
    case `import`
    /// Take data out in files.
    case export
    case approve
    /// Decide about others: accounts, rights, the system itself.
    case administer

    package var name: Text {
        switch self {
        case .view: Text(zh: "查看", en: "View")
        case .edit: Text(zh: "编辑", en: "Edit")
        case .import: Text(zh: "导入", en: "Import")
        case .export: Text(zh: "导出", en: "Export")
        case .approve: Text(zh: "审批", en: "Approve")
        case .administer: Text(zh: "管理", en: "Administer")
        }
    }
}
