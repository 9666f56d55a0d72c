import Engine

/// Writes numbers as text of fixed width without making a `String` for each.
struct DigitText {
    private(set) var column: TextColumn
    private var scratch: [UInt8] = []

    init(rows: Int, width: Int) { column = TextColumn(reservingRows: rows, bytes: rows * width) }

    /// `prefix`, then the number with leading zeros up to `width`.
    mutating func append(_ prefix: [UInt8], _ number: Int64, width: Int) {
        scratch.removeAll(keepingCapacity: true)
        scratch.append(contentsOf: prefix)
        appendDigits(number, width: width)
        column.append(utf8: scratch)
    }

    /// Two numbers after each other, each with its width.
    mutating func append(_ first: Int64, width: Int, _ second: Int64, width secondWidth: Int) {
        scratch.removeAll(keepingCapacity: true)
        appendDigits(first, width: width)
        appendDigits(second, width: secondWidth)
        column.append(utf8: scratch)
    }

    mutating func appendNull() { column.appendNull() }

    private mutating func appendDigits(_ number: Int64, width: Int) {
        let start = scratch.count
        for _ in 0..<width { scratch.append(48) }
        var rest = number
        var position = start + width - 1
        while rest > 0, position >= start {
            scratch[position] = 48 + UInt8(rest % 10)
            rest /= 10
            position -= 1
        }
    }
}
