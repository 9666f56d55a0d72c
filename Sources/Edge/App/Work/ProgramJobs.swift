import Collecting
import Diagnosing
import Foundation
import Kernel
import Planning
import Records
import Store
import Warehouse
import Web

/// The kinds of background work of the running server. All that write the warehouse share one lane.
enum ProgramJobs {
    static let demonstrationID = "demonstration"
    static let refreshID = "refresh"
    static let approvalsID = "approvals"
    static let risksID = "risks"
    private static let warehouseLane = "warehouse"

    static func kinds(_ program: Program) -> [JobKind] {
        let kinds = [
            demonstration(program), refresh(program), bringIn(program), approvals(program), risks(program),
            RFMJob.kind(program.warehouse, clock: program.clock),
            BasketJob.kind(program.warehouse, clock: program.clock),
        ]
        let names = Dictionary(kinds.map { ($0.id, $0.name) }) { first, _ in first }
        let lists = SettingLists.all(
            program.store, program.jobs, zone: program.warehouse.zone,
            names: names.merging(ExportJob.names) { first, _ in first })
        return kinds
            + ExportJob.kinds(
                program.warehouse.engine, program.store, files: URL(fileURLWithPath: program.folder.files),
                stored: lists)
    }

    private static func demonstration(_ program: Program) -> JobKind {
        JobKind(
            demonstrationID, name: Text(zh: "生成演示公司", en: "Make the demonstration company"), lane: warehouseLane
        ) { (order: DemonstrationWork.Order, run: JobRun) in
            try await DemonstrationWork(program: program).run(order, by: .system, run.progress).rows
        }
    }

    private static func refresh(_ program: Program) -> JobKind {
        JobKind(refreshID, name: Text(zh: "更新指标", en: "Bring metrics up to date"), lane: warehouseLane) {
            (_: [String: String], run: JobRun) in
            let version = try await AfterLoad(program: program).catchUp(run.progress)
            try await BudgetReader(program.desk.records, program.warehouse).keepOutside(
                today: program.warehouse.zone.day(of: program.clock.now()))
            return version
        }
    }

    private static func bringIn(_ program: Program) -> JobKind {
        JobKind(ImportOrder.job, name: Text(zh: "导入数据", en: "Import data"), lane: warehouseLane) {
            (order: ImportOrder, run: JobRun) in
            try await ImportWork(program: program).run(order, run)
        }
    }

    private static func approvals(_ program: Program) -> JobKind {
        JobKind(approvalsID, name: Text(zh: "检查审批时限", en: "Look after approvals"), lane: "approvals") {
            (_: [String: String], _: JobRun) in
            try await program.desk.approvals.tick().count
        }
    }

    /// In the lane of the warehouse, so that it reads what the refresh before it has counted.
    private static func risks(_ program: Program) -> JobKind {
        JobKind(
            risksID, name: Text(zh: "检查风险与宏观指标", en: "Read the indicators of risks and the economy"),
            lane: warehouseLane
        ) {
            (_: [String: String], _: JobRun) in
            let cards = try await MacroWatchStore(program.desk.records, program.warehouse).run()
            return try await RiskWatchStore(program.desk.records, program.warehouse).run().count + cards.count
        }
    }
}
