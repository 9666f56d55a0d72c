package import Kernel

/// The policy as a table that people read and keep (WF-07): one line per role and resource.
package struct DutiesTable: Sendable {
    package struct Line: Sendable, Hashable {
        package let role: Role
        package let resource: Resource
        /// In the order of `Action`.
        package let actions: [Action]
    }
    package let lines: [Line]

    package static let current = DutiesTable(
        lines: Role.allCases.flatMap { role in
            Resource.allCases.compactMap { resource in
                let actions = Action.allCases.filter { Policy.allows(role, $0, resource) }
                return actions.isEmpty ? nil : Line(role: role, resource: resource, actions: actions)
            }
        })

    /// Headings and cells for an export, in one language: role, duty, reach, resource, then a mark per action.
    package func cells(in language: Language) -> [[String]] {
        let headings = [
            Text(zh: "角色", en: "Role"), Text(zh: "职责", en: "Duty"), Text(zh: "数据范围", en: "Rows"),
            Text(zh: "对象", en: "Resource"),
        ].map { $0[language] }
        let rows = lines.map { line in
            [line.role.name, line.role.duty, line.role.reach.name, line.resource.name].map { $0[language] }
                + Action.allCases.map { line.actions.contains($0) ? "✓" : "" }
        }
        return [headings + Action.allCases.map { $0.name[language] }] + rows
    }
}

extension Role.Reach {
    package var name: Text {
        switch self {
        case .everything: Text(zh: "全部", en: "All")
        case .assignedRegions: Text(zh: "所辖区域", en: "Assigned regions")
        case .assignedDealers: Text(zh: "本经销商", en: "Own dealership")
        }
    }
}
