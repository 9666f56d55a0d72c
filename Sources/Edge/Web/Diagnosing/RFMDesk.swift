import Diagnosing
import Kernel
import Records

/// What the pages of scoring share: the tables are made once, not for each request.
actor RFMDesk {
    private let app: AppContext
    private var opened: RFM?

    init(_ app: AppContext) { self.app = app }

    func rfm() async throws -> RFM {
        if let opened { return opened }
        let rfm = try await RFM(app.warehouse, clock: app.clock)
        opened = rfm
        return rfm
    }
}

extension RegionChoice {
    /// The regions of a row scope. Who is bound to dealers sees no region's customers here.
    init(_ scope: RowScope) {
        switch scope {
        case .all: self = .all
        case .only(let regions, _): self = .only(regions)
        }
    }
}
