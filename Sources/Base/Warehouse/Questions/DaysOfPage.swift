import Kernel

/// The days that a page of a list can come from, when the list stands newest day first and each day's number of rows is known.
struct DaysOfPage: Equatable {
    /// From the page's oldest day up to its newest.
    let period: Period
    /// How many rows of the newest day stand on earlier pages.
    let offset: Int

    /// `counts`: days with rows, the newest first. `nil` when the page begins after the last row.
    init?(_ counts: [(day: Day, rows: Int)], limit: Int, offset: Int) {
        var skipped = 0
        var place = counts.startIndex
        while place < counts.endIndex, skipped + counts[place].rows <= offset {
            skipped += counts[place].rows
            place += 1
        }
        guard place < counts.endIndex else { return nil }
        let newest = counts[place].day
        var reached = skipped + counts[place].rows
        while reached < offset + limit, place + 1 < counts.endIndex {
            place += 1
            reached += counts[place].rows
        }
        period = Period(from: counts[place].day, upTo: newest + 1)
        self.offset = offset - skipped
    }
}
