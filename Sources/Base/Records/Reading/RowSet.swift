/// Ids of rows, a bit each: what 100,000 rows have in common is found without sorting them.
struct RowSet: Sendable {
    private var words: [UInt64] = []
    private(set) var count = 0

    /// Ids begin at 1.
    mutating func insert(_ id: Int64) {
        let place = Int(id)
        let word = place >> 6
        if word >= words.count { words.append(contentsOf: repeatElement(0, count: max(word + 1 - words.count, words.count))) }
        let bit: UInt64 = 1 << UInt64(place & 63)
        if words[word] & bit == 0 {
            words[word] |= bit
            count += 1
        }
    }

    func contains(_ id: Int64) -> Bool {
        let place = Int(id)
        return place >> 6 < words.count && words[place >> 6] & (1 << UInt64(place & 63)) != 0
    }

    mutating func formIntersection(_ other: RowSet) { combine(other) { $0 & $1 } }

    mutating func subtract(_ other: RowSet) { combine(other) { $0 & ~$1 } }

    private mutating func combine(_ other: RowSet, _ join: (UInt64, UInt64) -> UInt64) {
        count = 0
        for place in words.indices {
            words[place] = join(words[place], place < other.words.count ? other.words[place] : 0)
            count += words[place].nonzeroBitCount
        }
    }
}
