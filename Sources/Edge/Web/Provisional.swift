package import Kernel

// Stands in until the Records room is furnished; the names are those of its plan.

package enum Role: String, Sendable, CaseIterable {
    case executive, marketing, analyst, sales, regionManager = "region_manager", finance, technology, service, product
    case dealer, dataOwner = "data_owner", administrator
}
package enum Action: String, Sendable, CaseIterable { case view, edit, `import`, export, approve, administer }
package enum Resource: String, Sendable, CaseIterable {
    case board, metric, customer, order, data, job, account, token, audit, setting, duty
}
package enum RowScope: Sendable, Hashable { case all, region(String), dealer(Int64), own }
package enum Policy {
    package static func allows(_ role: Role, _ action: Action, _ resource: Resource) -> Bool {
        role == .administrator || action == .view
    }
}
extension Role { package var name: Text { Text(verbatim: rawValue) } }
