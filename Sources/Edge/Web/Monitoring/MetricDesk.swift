import Kernel
import Monitoring
import Warehouse

/// What the pages of metrics work with; made once, so that they share what is kept in memory.
struct MetricDesk: Sendable {
    let warehouse: Warehouse
    let board: BoardReader
    let analyst: MetricAnalyst
    let targets: TargetStore

    init(_ app: AppContext) {
        warehouse = app.warehouse
        board = BoardReader(warehouse: app.warehouse, store: app.store)
        targets = TargetStore(app.store)
        analyst = MetricAnalyst(warehouse: app.warehouse, targets: targets)
    }
}

/// All routes of boards and metrics.
package enum MonitoringPages {
    package static func routes(_ app: AppContext) -> [Route] {
        let desk = MetricDesk(app)
        return BoardPages.routes(desk) + MetricPages.routes(desk) + DictionaryPages.routes(desk)
            + TargetPages.routes(desk) + LimitPages.routes(desk)
            + BehindPages.routes(desk) + MetricAPI.routes(desk)
    }
}
