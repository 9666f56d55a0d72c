import Engine
import Kernel
package import Records
import Store
package import Warehouse

/// Reads market shares: sizes from records, our own net sales from the roll-ups (S-02).
package struct MarketShareReader: Sendable {
    private let records: RecordStore
    private let warehouse: Warehouse

    package init(_ records: RecordStore, _ warehouse: Warehouse) {
        self.records = records
        self.warehouse = warehouse
    }

    /// All segments that the reader may see, in the order of their numbers.
    package func all(for reader: RecordAuthor) async throws -> [SegmentShare] {
        guard let type = records.catalog.type("market_segment"), reader.may(.view, type) else { return [] }
        let segments = try await records.list(type, RecordQuery(sort: RecordSort("number")), limit: 500, for: reader)
        var shares: [SegmentShare] = []
        for record in segments.records { shares.append(try await share(MarketSegment(record))) }
        return shares
    }

    /// `nil` where it is not there, or archived.
    package func one(_ id: Int64) async throws -> SegmentShare? {
        let record = try await records.store.read { try records.record($0, .marketSegment, id: id) }
        guard let record, record.archivedAt == nil else { return nil }
        return try await share(MarketSegment(record))
    }

    package func share(_ segment: MarketSegment) async throws -> SegmentShare {
        let sizes = try await records.store.read { db in
            try records.all(db, .segmentSize, where: "segment", is: segment.id).compactMap(SegmentSize.init)
        }.sorted { $0.days.start < $1.days.start }
        guard !sizes.isEmpty, let sales = Metric.named("revenue") else {
            return SegmentShare(segment: segment, points: [])
        }
        let periods = sizes.map(\.days) + sizes.map(\.days.lastYear)
        let answer = try await MetricReader(warehouse).answer(
            MetricQuestion([sales], in: periods, where: segment.filters))
        func own(_ place: Int) -> SharePoint.Own {
            switch answer.value(sales, place) {
            case .unavailable(let reason): .unknown(reason.text)
            case .number(let fen, _): answer.isPartial(sales, place) ? .partial : .known(fen)
            }
        }
        let points = sizes.indices.map { place -> SharePoint in
            let size = sizes[place]
            let before = SegmentShare.sales(sizes, in: size.days.lastYear)
            return SharePoint(
                size: size, own: own(place),
                marketGrowth: before.map { Double(size.sales) / Double($0) - 1 },
                ownGrowth: Self.growth(own(place), own(sizes.count + place)))
        }
        return SegmentShare(segment: segment, points: points)
    }

    private static func growth(_ now: SharePoint.Own, _ before: SharePoint.Own) -> Double? {
        guard case .known(let now) = now, case .known(let before) = before, before > 0 else { return nil }
        return now / before - 1
    }
}
