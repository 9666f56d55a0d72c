import Kernel
import Records
import Store

/// The address without a path: leads to set-up, to sign-in, or to the first page the person may open.
enum HomePages {
    static func routes(_ app: AppContext, others: [Route]) -> [Route] {
        let navigation = Navigation(routes: others)
        return [
            .get("/", .open) { visit in
                guard let signed = visit.signed else {
                    return .redirect(to: try await visit.app.accounts.isEmpty() ? "/setup" : "/sign-in")
                }
                if try await visit.app.settings.company().tour == .notChosen, signed.allows(.administer, .setting) {
                    return .redirect(to: "/welcome")
                }
                if let tour = try await TourPages.offer(visit) { return tour }
                return .redirect(to: navigation.groups(for: signed).first?.entries.first?.path ?? "/me")
            }
        ]
    }
}
