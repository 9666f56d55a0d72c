package import Kernel
import Planning
package import Records
package import Store
import Warehouse

/// What the pages of declared records work with.
package struct RecordDesk: Sendable {
    package let records: RecordStore
    package let approvals: ApprovalStore
    package let areas: [RecordArea]
    /// What waits for whom; `nil` where the kinds that it reads are not declared.
    let duties: DutyStore?

    /// Brings the tables up to the declarations; records may name the metrics and regions that the warehouse knows.
    package init(
        _ store: Store, areas: [RecordArea], currency: Currency, zone: BusinessZone
    ) throws {
        let metrics = Set(Metric.measurable.map(\.id))
        let regions = Set(RegionName.all.map(\.code))
        records = try RecordStore(
            store, RecordCatalog(areas.flatMap(\.types)), currency: currency, metrics: metrics.contains,
            regions: regions.contains)
        approvals = ApprovalStore(records, zone: zone, bodies: .governance)
        duties = records.catalog.type("handbook_version") == nil ? nil : DutyStore(records, zone: zone)
        self.areas = areas
    }

    static func path(_ type: RecordType) -> String { "/plan/records/\(type.id)" }
    static func path(_ record: Record) -> String { "\(path(record.type))/\(record.number)" }
    static func path(_ name: RecordName) -> String { "/plan/records/\(name.type)/\(name.number)" }
    static func path(_ area: RecordArea) -> String { "/plan/\(area.id)" }

    func area(of type: RecordType) -> RecordArea? { areas.first { $0.types.contains { $0.id == type.id } } }

    /// The visitor as a reader and writer of records: no more than her session or token may do.
    static func author(_ visit: Visit) throws -> RecordAuthor {
        let person = try visit.person()
        return RecordAuthor(person.account, author: person.author) { person.allows($0, $1) }
    }
}
