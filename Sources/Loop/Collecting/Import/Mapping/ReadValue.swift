package import Kernel

/// What was read from a cell.
package enum ReadValue: Sendable, Hashable {
    case text(String)
    case code(String, WordList)
    case whole(Int64)
    case money(minorUnits: Int64)
    case real(Double)
    case moment(Instant)
    case day(Day)
    case flag(Bool)
}
