import Kernel
import Records
import Store
import Warehouse

/// Starting, moving along and ending the tour. That somebody has been offered it is remembered with her account.
enum TourPages {
    static func routes(_ app: AppContext) -> [Route] {
        [
            .post("/tour", .signedIn) { visit in
                let stops = Tour.stops(for: visit.signed)
                let wish = visit.form.text("go")
                if wish == "end" {
                    try await remember(visit)
                    let back = PreferencePages.ownPath(pathOf(visit.request.headers["referer"]))
                    return .redirect(to: back).setting(SetCookie(Tour.cookie, "", maxAgeSeconds: 0))
                }
                let number = wish == "start" ? 0 : Int(wish) ?? -1
                guard stops.indices.contains(number) else { throw WebProblem.pageUnknown }
                return begin(stops, at: number)
            }
        ]
    }

    /// Begins the tour for somebody who has not been offered it, once there is something to see.
    static func offer(_ visit: Visit) async throws -> Reply? {
        let stops = Tour.stops(for: visit.signed)
        guard stops.count > 1, try await !wasOffered(visit),
            try await RollUpState.read(from: visit.app.warehouse).lastDay != nil
        else { return nil }
        try await remember(visit)
        return begin(stops, at: 0)
    }

    private static func begin(_ stops: [Tour.Stop], at number: Int) -> Reply {
        Reply.redirect(to: stops[number].path).setting(SetCookie(Tour.cookie, String(number), maxAgeSeconds: 86_400))
    }

    private static func key(_ visit: Visit) throws -> String { "tour.seen.\(try visit.person().account.id)" }

    private static func wasOffered(_ visit: Visit) async throws -> Bool {
        let (key, settings) = (try key(visit), visit.app.settings)
        return try await visit.app.store.read { try settings.value($0, key) } != nil
    }

    private static func remember(_ visit: Visit) async throws {
        let (key, author, settings) = (try key(visit), try visit.author(), visit.app.settings)
        try await visit.app.store.write { try settings.set($0, key, "yes", by: author) }
    }

    /// The path of a full address of ours.
    private static func pathOf(_ address: String?) -> String {
        guard let address, let scheme = address.firstRange(of: "://"),
            let slash = address[scheme.upperBound...].firstIndex(of: "/")
        else { return "/" }
        return String(address[slash...])
    }
}
