/// Which ranks end the buckets when `count` ranked customers are dealt into five buckets as SQL's `ntile(5)` deals them:
/// sizes differ by at most one, the larger ones first. Ranks count from 1, the worst customer.
struct QuantileRanks: Sendable, Hashable {
    let count: Int64

    /// The last rank of the buckets 1 to 4.
    var bucketEnds: [Int64] {
        let levels = Int64(RFMCell.levels)
        return (1..<levels).map { bucket in count / levels * bucket + min(bucket, count % levels) }
    }

    /// The one or two middle ranks, whose values' mean is the median.
    var middle: [Int64] { [(count + 1) / 2, count / 2 + 1] }
}
