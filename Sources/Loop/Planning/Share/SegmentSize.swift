package import Kernel
package import Records

/// What the whole market sold in a segment in a period (S-02).
package struct SegmentSize: Sendable, Identifiable {
    package let record: Record
    package var id: Int64 { record.id }
    package let segment: Int64
    package let days: Period
    /// Smallest currency units; above zero.
    package let sales: Int64

    /// `nil` without days in their order and sales above zero.
    package init?(_ record: Record) {
        guard let segment = record.whole("segment"), case .day(let start)? = record["starts_on"],
            case .day(let last)? = record["ends_on"], start <= last, let sales = record.whole("sales"), sales > 0
        else { return nil }
        self.record = record
        self.segment = segment
        days = Period(from: start, upTo: last + 1)
        self.sales = sales
    }
}
