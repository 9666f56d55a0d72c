import Diagnosing

/// What the pages of baskets share: the tables are made once, not for each request.
actor BasketDesk {
    private let app: AppContext
    private var opened: Baskets?

    init(_ app: AppContext) { self.app = app }

    func baskets() async throws -> Baskets {
        if let opened { return opened }
        let baskets = try await Baskets(app.warehouse, clock: app.clock)
        opened = baskets
        return baskets
    }
}
