import Kernel

/// A daily summary of a canonical table: one row for each day and combination of members, one column for each measure.
/// One declaration gives the table, its incremental load, and the same question put to the canonical tables.
package struct RollUp: Sendable, Identifiable {
    /// The table's name.
    package let id: String
    package let shape: Shape
    /// The happenings it counts: when rows of a day change here, that day is counted anew.
    package let facts: [CanonicalTable]
    /// What it looks up: customers, products, stores.
    package let lookups: [CanonicalTable]
    /// The expression of the day a row counts for.
    package let day: String
    package let dimensions: [Column]
    package let measures: [MeasureColumn]
    /// `FROM … WHERE …` over the canonical tables; `{days}` stands where the days are restricted.
    package let source: String
    /// The same rows, read from another roll-up where that is quicker.
    package let loadSource: String
    /// The expression that `{days}` restricts, where it is not `day`.
    package let restricted: String
    package let reach: Reach

    /// Which days a changed fact touches.
    package enum Reach: Sendable, Hashable {
        /// The fact's own day and so many days after it.
        case days(Int)
        /// The first day of the fact's quarter, for which the whole quarter is counted.
        case quarter
        /// Any day: the whole roll-up is counted anew.
        case everything
    }

    package enum Shape: Sendable, Hashable {
        /// Measures are sums over days.
        case sums
        /// One row for each person and day, with counts; a measure counts people by the sums of a period.
        case people(PersonColumns)
        /// Values at moments, not to be added over time.
        case snapshots
    }

    /// The columns of a roll-up of people.
    package struct PersonColumns: Sendable, Hashable {
        let key: String
        let keyExpression: String
        let counts: [Count]
        struct Count: Sendable, Hashable {
            let name: String
            let expression: String
        }
    }

    /// A dimension's column and the expression that fills it.
    package struct Column: Sendable {
        package let dimension: Dimension
        package let expression: String
        init(_ dimension: Dimension, _ expression: String) {
            self.dimension = dimension
            self.expression = expression
        }
    }

    /// A measure and the aggregate that gives it: over the source's rows, or over persons where the roll-up holds people.
    package struct MeasureColumn: Sendable {
        package let measure: Measure
        package let expression: String
        /// The value is a level: the sum of all changes up to the period's end.
        package let isLevel: Bool
        init(_ measure: Measure, _ expression: String, isLevel: Bool = false) {
            self.measure = measure
            self.expression = expression
            self.isLevel = isLevel
        }
    }

    init(
        _ id: String, shape: Shape = .sums, facts: [CanonicalTable], lookups: [CanonicalTable] = [],
        reach: Reach = .days(0),
        day: String, restricted: String? = nil, dimensions: [Column], measures: [MeasureColumn], source: String,
        loadSource: String? = nil
    ) {
        self.id = id
        self.shape = shape
        self.facts = facts
        self.lookups = lookups
        self.reach = reach
        self.day = day
        self.restricted = restricted ?? day
        self.dimensions = dimensions
        self.measures = measures
        self.source = source
        self.loadSource = loadSource ?? source
    }

    package func column(of measure: Measure) -> MeasureColumn? { measures.first { $0.measure == measure } }
    package func offers(_ dimension: Dimension) -> Bool { dimensions.contains { $0.dimension == dimension } }
}

extension RollUp {
    /// All roll-ups, in the order in which they are counted; where several hold a measure, the first that offers the
    /// wanted dimensions answers.
    package static let all: [RollUp] = [
        sales, productSales, products, productBuyers, largeAccounts, customerDay, lifecycle, origin, registered,
        traffic, visitorDay, engagement, advertising, attributed, stockValue, shipments, openStores, nps, mentions,
    ]

    /// The roll-up that answers for a measure split and filtered by `dimensions`.
    package static func answering(_ measure: Measure, offering dimensions: some Collection<Dimension>) -> RollUp? {
        all.first { rollUp in rollUp.column(of: measure) != nil && dimensions.allSatisfy(rollUp.offers) }
    }
}
