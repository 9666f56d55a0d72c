import Kernel

/// Everything about work: the Gantt, its table and files, my tasks, progress, gates, clashes.
enum WorkPages {
    static func routes(_ app: AppContext) -> [Route] {
        guard let desk = WorkDesk(app.desk, zone: app.zone) else { return [] }
        return GanttPages.routes(desk) + MyTaskPages.routes(desk) + ProgressPages.routes(desk) + GatePages.routes(desk)
            + ClashPages.routes(desk)
    }
}
