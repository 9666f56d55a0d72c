import Engine
package import Kernel
import Stats
package import Warehouse

extension Baskets {
    /// All baskets and their split in the current one of `periods`, beside the periods it is compared with.
    package func table(
        by kind: BasketKind, _ periods: ComparedPeriods, valuedOver horizon: ValueHorizon = .year,
        regions: RegionChoice = .all
    ) async throws -> BasketTable {
        let spans = [periods.current, periods.previous, periods.lastYear]
        let cohorts = [horizon.cohorts(by: periods.current), horizon.cohorts(by: periods.lastYear)]
        async let whole = figures(nil, spans, regions)
        async let parts = figures(kind, spans, regions)
        async let wholeValues = values(nil, cohorts, horizon, regions)
        async let partValues = values(kind, cohorts, horizon, regions)
        let total = Self.row("", try await whole, try await wholeValues, periods, cohorts)
        let (members, memberValues) = (try await parts, try await partValues)
        let rows = members.keys.map { Self.row($0, members, memberValues, periods, cohorts) }
        return BasketTable(total: total, rows: rows.sorted(by: BasketRow.isLarger))
    }

    private static func row(
        _ member: String, _ figures: [String: [Period: BasketFigures]], _ values: [String: [Period: CustomerValue]],
        _ periods: ComparedPeriods, _ cohorts: [Period]
    ) -> BasketRow {
        func counted(_ period: Period) -> BasketFigures { figures[member]?[period] ?? .none }
        return BasketRow(
            member: member, now: counted(periods.current), before: counted(periods.previous),
            lastYear: counted(periods.lastYear), value: values[member]?[cohorts[0]] ?? .none,
            valueLastYear: values[member]?[cohorts[1]] ?? .none)
    }

    /// All baskets, or those of one member, in each of some periods; `.none` where nothing was counted.
    package func course(
        of member: (kind: BasketKind, code: String)? = nil, _ periods: [Period], regions: RegionChoice = .all
    ) async throws -> [BasketFigures] {
        let found = try await figures(member?.kind, periods, regions)[member?.code ?? ""] ?? [:]
        return periods.map { found[$0] ?? .none }
    }

    private func figures(
        _ kind: BasketKind?, _ spans: [Period], _ regions: RegionChoice
    ) async throws -> [String: [Period: BasketFigures]] {
        try await memory.recall(.figures(kind, spans, regions)) {
            let question = BasketsOfSpans(kind: kind, spans: Array(Set(spans)), regions: regions)
            return try await warehouse.engine.ask(question).rows.reduce(into: [:]) { found, row in
                let span = Period(from: try row.day("from_on"), upTo: try row.day("until_on"))
                found[try row.text("member"), default: [:]][span] = try BasketFigures(row)
            }
        }
    }

    private func values(
        _ kind: BasketKind?, _ cohorts: [Period], _ horizon: ValueHorizon, _ regions: RegionChoice
    ) async throws -> [String: [Period: CustomerValue]] {
        if kind == .product { return [:] }
        return try await memory.recall(.values(kind, cohorts, horizon, regions)) {
            let question = ValuesOfCohorts(kind: kind, cohorts: cohorts, steps: horizon.rawValue, regions: regions)
            return try await warehouse.engine.ask(question).rows.reduce(into: [:]) { found, row in
                found[try row.text("member"), default: [:]][cohorts[Int(try row.int("place"))]] = try CustomerValue(row)
            }
        }
    }

    /// How the value of customers grows with age, by year of the first order; the earliest first.
    package func valueCurves(_ state: BasketState, regions: RegionChoice = .all) async throws -> [ValueCurve] {
        try await memory.recall(.curves(regions)) { try await readCurves(state, regions) }
    }

    private func readCurves(_ state: BasketState, _ regions: RegionChoice) async throws -> [ValueCurve] {
        var months: [Day: ValueCurve.Month] = [:]
        for row in try await warehouse.engine.ask(ValueSteps(regions: regions)).rows {
            let cohort = try row.day("cohort")
            let step = try row.int("step")
            let value = try CustomerValue(row)
            months[cohort, default: ValueCurve.Month(cohort: cohort)].customers += value.customers
            if step > 0 { months[cohort]?.steps[step] = value }
        }
        return Dictionary(grouping: months.values, by: \.cohort.year).sorted { $0.key < $1.key }.suffix(5)
            .compactMap { ValueCurve(year: $0.key, $0.value, upTo: state.days.end) }
    }

    /// What promotions did in a span that is kept: in all channels first, then by channel, the most promoted first.
    package func promotions(in span: Period, regions: RegionChoice = .all) async throws -> (
        all: PromotionEffect?, channels: [PromotionEffect]
    ) {
        try await memory.recall(.promotions(span, regions)) {
            let all = try await warehouse.engine.ask(PromotionsOfSpan(kind: nil, span: span, regions: regions))
            let channels = try await warehouse.engine.ask(
                PromotionsOfSpan(kind: .channel, span: span, regions: regions))
            return (
                try all.first.map(PromotionEffect.init),
                try channels.rows.map(PromotionEffect.init).sorted {
                    ($0.promoted, $1.member) > ($1.promoted, $0.member)
                }
            )
        }
    }

    /// Which categories or products were bought together in the last year; the highest lift first.
    package func pairs(of kind: BasketKind, regions: RegionChoice = .all) async throws -> BasketPairs {
        try await memory.recall(.pairs(kind, regions)) { try await readPairs(kind, regions) }
    }

    private func readPairs(_ kind: BasketKind, _ regions: RegionChoice) async throws -> BasketPairs {
        let singles = try await warehouse.engine.ask(SinglesKept(kind: kind, regions: regions)).rows.reduce(
            into: [String: SampleSums]()
        ) { found, row in
            let key = try row.text("kind").isEmpty ? Self.everyBasket : try row.text("member")
            found[key] = try Self.sums(row)
        }
        let all = singles[Self.everyBasket]?.count ?? 0
        let found = try await warehouse.engine.ask(PairsKept(kind: kind, regions: regions)).rows
            .compactMap { row -> (String, String, CoOccurrence, SampleSums, SampleSums)? in
                let (first, second) = (try row.text("first"), try row.text("second"))
                guard let one = singles[first], let other = singles[second] else { return nil }
                let both = try Self.sums(row)
                let meeting = CoOccurrence(both: both.count, first: one.count, second: other.count, all: all)
                return (first, second, meeting, both, one + other - both - both)
            }
        let members = max(0, singles.count - 1)
        let tests = members * (members - 1) / 2
        let adjusted = falseDiscoveryAdjusted(found.map(\.2.probability), tests: tests)
        let pairs = zip(found, adjusted).map { pair, adjusted in
            BasketPair(
                first: pair.0, second: pair.1, meeting: pair.2, adjusted: adjusted, with: pair.3, either: pair.4)
        }
        return BasketPairs(
            orders: Int64(all), tests: tests,
            pairs: pairs.sorted { ($0.meeting.lift ?? 0, $0.orders, $1.id) > ($1.meeting.lift ?? 0, $1.orders, $0.id) })
    }

    /// No category is called so.
    private static let everyBasket = "\u{0}"

    private static func sums(_ row: EngineRow) throws -> SampleSums {
        SampleSums(
            count: Double(try row.int("orders")), sum: Double(try row.int("sales_fen")),
            squares: try row.double("squares"))
    }

    /// How products are called, by number. One that is not in the list of products keeps its number.
    package func productNames() async throws -> [String: String] {
        try await memory.recall(.products) {
            try await warehouse.engine.ask(ProductNames()).rows.reduce(into: [:]) { names, row in
                names[try row.text("member")] = try row.optionalText("name")
            }
        }
    }

    /// The regions in which there are baskets, by code.
    package func regions() async throws -> [String] {
        try await memory.recall(.regions) { try await warehouse.engine.ask(RegionsOfBaskets()).texts("region") }
    }
}
