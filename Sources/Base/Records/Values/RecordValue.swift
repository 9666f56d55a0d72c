package import Kernel

/// What a field holds, typed. An empty field has no value at all.
package enum RecordValue: Sendable, Hashable {
    /// Texts, codes of a choice, metric or region, addresses.
    case text(String)
    case number(Double)
    /// Scores, money in the smallest unit, ids of accounts and records.
    case whole(Int64)
    case day(Day)
    case flag(Bool)
    /// Several choices, in declared order.
    case codes([String])
    /// Several records, in the order given.
    case records([Int64])
    /// Several accounts, in the order given.
    case people([Int64])
}

package typealias RecordValues = [String: RecordValue]
