import Kernel
import Records

/// The entries of the sidebar, gathered from the routes that give themselves one.
struct Navigation: Sendable {
    struct Entry: Sendable {
        let path: String
        let access: Access
        let title: Text
        let order: Int
    }
    struct Group: Sendable {
        let step: Step
        let entries: [Entry]
    }

    private let groups: [Group]

    init(routes: [Route]) {
        let placed = routes.compactMap { route in route.menu.map { (route, $0) } }
        groups = Step.allCases.compactMap { step in
            let entries = placed.filter { $0.1.step == step }
                .map { Entry(path: $0.0.path, access: $0.0.access, title: $0.1.title, order: $0.1.order) }
                .sorted { $0.order < $1.order }
            return entries.isEmpty ? nil : Group(step: step, entries: entries)
        }
    }

    /// What this person may open.
    func groups(for signed: SignedIn?) -> [Group] {
        groups.compactMap { group in
            let open = group.entries.filter { $0.access.admits(signed) }
            return open.isEmpty ? nil : Group(step: group.step, entries: open)
        }
    }

    /// The entry a path belongs to: the one with the longest path that it begins with.
    static func marked(_ path: String, among groups: [Group]) -> String? {
        groups.flatMap(\.entries).map(\.path)
            .filter { path == $0 || ($0 != "/" && path.hasPrefix($0 + "/")) }
            .max { $0.utf8.count < $1.utf8.count }
    }
}
