package import Kernel
import Stats
package import Warehouse

/// What lines cost that are followed in the warehouse: ad channels and booked lines, this period and the year before.
package struct BudgetActuals: Sendable {
    /// Amounts of one source: so far, the year before up to the same day, the year before in all.
    package struct Course: Sendable {
        package var now: [OutsideSpend.Row] = []
        package var before: [OutsideSpend.Row] = []
        package var wholeBefore: [OutsideSpend.Row] = []
        /// The last day that the data cover, within the period.
        package var upTo: Day?

        package init() {}
    }

    package var media = Course()
    package var books = Course()

    package init() {}

    /// - Parameter today: nothing later counts.
    package static func read(_ period: Period, today: Day, from warehouse: Warehouse) async throws -> BudgetActuals {
        var actuals = BudgetActuals()
        async let media = course(.media, period, today, warehouse)
        actuals.books = try await course(.books, period, today, warehouse)
        actuals.media = try await media
        return actuals
    }

    private static func course(
        _ source: OutsideSpend.Source, _ period: Period, _ today: Day, _ warehouse: Warehouse
    ) async throws -> Course {
        var course = Course()
        guard let days = try await OutsideSpend.days(source, in: warehouse) else { return course }
        let last = min(days.lastDay, today, period.lastDay)
        guard last >= period.start else { return course }
        let passed = Period(from: period.start, upTo: last + 1)
        course.upTo = last
        // A year before that the data begin in says nothing about the pace.
        // Booked lines carry the last day of their month, so the first month counts from its first day.
        let knowsLastYear = period.lastYear.start >= Grain.month.start(of: days.start)
        let periods = knowsLastYear ? [passed, passed.lastYear, period.lastYear] : [passed]
        let rows = try await OutsideSpend.rows(source, in: periods, from: warehouse)
        course.now = rows[0]
        if knowsLastYear { (course.before, course.wholeBefore) = (rows[1], rows[2]) }
        return course
    }

    /// Fills in what the lines spent and where they will end. Lines that are followed by the same channel or booked line
    /// share its cost in proportion to their plans, to the last fen.
    package func follow(
        _ positions: [LinePosition], in period: Period, today: Day, regions: Set<String>? = nil
    ) -> [LinePosition] {
        var positions = positions
        for source in OutsideSpend.Source.allCases { fill(&positions, source, regions) }
        for place in positions.indices {
            let position = positions[place]
            let course = self.course(of: position.line.source)
            positions[place].forecast = Forecast(
                spent: position.spent, committed: position.committed, pending: position.pending, in: period,
                upTo: course?.upTo ?? min(today, period.lastDay), lastYear: lastYear(of: position, regions))
        }
        return positions
    }

    /// The last day that the data of a source cover; `nil` where there are none.
    func upTo(of source: BudgetLine.Source) -> Day? { course(of: source)?.upTo }

    private func course(of source: BudgetLine.Source) -> Course? {
        switch source {
        case .requests: nil
        case .media: media
        case .books: books
        }
    }

    private func fill(_ positions: inout [LinePosition], _ source: OutsideSpend.Source, _ regions: Set<String>?) {
        let course = source == .media ? media : books
        let wanted: BudgetLine.Source = source == .media ? .media : .books
        let groups = Dictionary(grouping: positions.indices.filter { positions[$0].line.source == wanted }) {
            [positions[$0].line.outside ?? "", positions[$0].line.region ?? ""]
        }
        for places in groups.values {
            let line = positions[places[0]].line
            let parts = largestRemainder(
                Self.sum(course.now, of: line, regions), over: places.map { positions[$0].line.planned })
            for (place, part) in zip(places, parts) { positions[place].follow(part) }
        }
    }

    private func lastYear(of position: LinePosition, _ regions: Set<String>?) -> (toDate: Int64, whole: Int64)? {
        guard let course = course(of: position.line.source), !course.wholeBefore.isEmpty else { return nil }
        let whole = Self.sum(course.wholeBefore, of: position.line, regions)
        return whole > 0 ? (Self.sum(course.before, of: position.line, regions), whole) : nil
    }

    private static func sum(_ rows: [OutsideSpend.Row], of line: BudgetLine, _ regions: Set<String>?) -> Int64 {
        guard let code = line.outside else { return 0 }
        return rows.reduce(0) { sum, row in
            let isSeen = regions.map { $0.contains(row.region) } ?? true
            let isOwn = line.region.map { $0 == row.region } ?? true
            return row.code == code && isSeen && isOwn ? sum + row.amount : sum
        }
    }
}
