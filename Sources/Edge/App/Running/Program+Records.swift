import Kernel
import Planning
import Records
import Store
import Warehouse
import Web

extension Program {
    /// Plans and the other declared records, with the metrics and regions that they may name. Brings their tables up to
    /// the declarations.
    static func recordDesk(_ store: Store, _ warehouse: Warehouse) throws -> RecordDesk {
        let metrics = Set(Metric.all.map(\.id)), regions = Set(RegionName.all.map(\.code))
        let records = try RecordStore(
            store, RecordCatalog(PlanningTypes.all), currency: warehouse.currency, metrics: metrics.contains,
            regions: regions.contains)
        return RecordDesk(records: records, areas: PlanningTypes.areas, zone: warehouse.zone)
    }
}
