import Collecting
import Diagnosing
import Kernel
import Store
import Warehouse

/// The kinds of background work of the running server. All that write the warehouse share one lane.
enum ProgramJobs {
    static func kinds(_ program: Program) -> [JobKind] {
        [demonstration(program), afterLoad(program), officialTiers(program)]
    }

    static let demonstrationID = "demonstration"
    static let afterLoadID = "after_load"
    static let officialTiersID = "official_tiers"
    static let warehouseLane = "warehouse"

    private static func demonstration(_ program: Program) -> JobKind {
        JobKind(
            demonstrationID, name: Text(zh: "生成演示公司", en: "Make the demonstration company"), lane: warehouseLane
        ) { (order: DemonstrationWork.Order, run: JobRun) in
            try await DemonstrationWork(program: program).run(order, by: .system, run.progress).rows
        }
    }

    /// The payload says which load asked for it.
    private static func afterLoad(_ program: Program) -> JobKind {
        JobKind(
            afterLoadID, name: Text(zh: "更新指标与客户分层", en: "Bring metrics and tiers up to date"), lane: warehouseLane
        ) { (_: [String: String], run: JobRun) in
            try await AfterLoad(program: program).run(run.progress)
            return [String: String]()
        }
    }

    private static func officialTiers(_ program: Program) -> JobKind {
        JobKind(
            officialTiersID, name: Text(zh: "季度正式客户分层", en: "Official tiers of the quarter"), lane: warehouseLane
        ) { (order: OfficialTiersWork.Order, run: JobRun) in
            try await OfficialTiersWork(program: program).run(order, run.progress).id
        }
    }
}
