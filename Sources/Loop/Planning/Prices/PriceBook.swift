import Engine
import Foundation
package import Kernel
package import Warehouse

/// Rivals' prices beside ours over half a year (M-05, M-06). Ours is what buyers paid on average for a piece in the four weeks up
/// to the day, so that discounts count; the index is ours by theirs.
package struct PriceBook: Sendable {
    /// The last day on which a price was seen.
    package let asOf: Day
    package let products: [PricedProduct]
    /// Those with most products first.
    package let rivals: [String]

    static let weeks = 26
    static let windowDays = 28
    static let dailyDays = 35

    /// `nil` where no price was ever seen.
    package static func read(regions: Set<String>? = nil, from warehouse: Warehouse) async throws -> PriceBook? {
        let last = try await warehouse.engine.query("SELECT max(seen_on) AS day FROM competitor_price")
        guard let asOf = try last.single().optionalDay("day") else { return nil }
        let days = Period(days: weeks * 7, endingWith: asOf)
        let seen = RivalPrices(days: days, dailyFrom: asOf - (dailyDays - 1))
        let own = OwnPrices(days: Period(from: days.start - windowDays, upTo: days.end), regions: regions)
        let paid = try await warehouse.engine.query(own.sql, own.values)
        var sold: [String: [Sale]] = [:]
        for row in paid.rows {
            sold[try row.text("product"), default: []].append(
                Sale(day: try row.day("day"), fen: try row.int("fen"), items: try row.int("items")))
        }
        let sightings = try await warehouse.engine.query(seen.sql, seen.values).rows.map(Sighting.init)
        return PriceBook(sightings, sold, asOf: asOf)
    }

    struct Sale: Sendable {
        let day: Day
        let fen: Int64
        let items: Int64
    }

    struct Sighting: Sendable {
        let rival: String, code: String, name: String, category: String
        let day: Day
        let fen: Int64
    }

    /// Sightings come by product, rival and day; sales by day.
    init(_ sightings: [Sighting], _ sold: [String: [Sale]], asOf: Day) {
        self.asOf = asOf
        let byProduct = Dictionary(grouping: sightings, by: \.code)
        products = byProduct.compactMap { code, own -> PricedProduct? in
            guard let first = own.first else { return nil }
            let paid = OwnCourse(sold[code] ?? [])
            let courses = Dictionary(grouping: own, by: \.rival).mapValues { seen in
                seen.map { PricePoint(day: $0.day, rival: $0.fen, own: paid.mean(upTo: $0.day)) }
            }
            return PricedProduct(code: code, name: first.name, category: first.category, courses: courses)
        }.sorted { ($0.category, $0.code) < ($1.category, $1.code) }
        let counts = Dictionary(grouping: products.flatMap(\.courses.keys)) { $0 }.mapValues(\.count)
        rivals = counts.keys.sorted { (counts[$1] ?? 0, $0) < (counts[$0] ?? 0, $1) }
    }

    /// Weeks from the first to the last sighting, each by its last day.
    package var weekEnds: [Day] { (0..<Self.weeks).map { asOf - 7 * (Self.weeks - 1 - $0) } }

    /// Our price level beside a rival's in each week: the geometric mean over the products seen in it.
    package func level(of rival: String) -> [Double?] {
        weekEnds.map { end in
            let logarithms = products.compactMap { product -> Double? in
                let point = product.courses[rival]?.last { $0.day <= end && end - $0.day < 7 }
                return point?.index.map { log($0) }
            }
            return logarithms.isEmpty ? nil : exp(logarithms.reduce(0, +) / Double(logarithms.count))
        }
    }
}

extension PriceBook.Sighting {
    init(_ row: EngineRow) throws {
        self.init(
            rival: try row.text("competitor"), code: try row.text("product_code"), name: try row.text("name"),
            category: try row.text("category"), day: try row.day("seen_on"), fen: try row.int("price_fen"))
    }
}

/// Running sums of what a product brought, for means over any stretch of days.
private struct OwnCourse {
    private let days: [Day]
    private let fen: [Int64]
    private let items: [Int64]

    init(_ sales: [PriceBook.Sale]) {
        days = sales.map(\.day)
        fen = sales.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.fen) }
        items = sales.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.items) }
    }

    func mean(upTo day: Day) -> Double? {
        let (from, upTo) = (place(after: day - PriceBook.windowDays), place(after: day))
        let count = items[upTo] - items[from]
        return count > 0 ? Double(fen[upTo] - fen[from]) / Double(count) : nil
    }

    /// How many days lie not after this one.
    private func place(after day: Day) -> Int {
        var (low, high) = (0, days.count)
        while low < high {
            let middle = (low + high) / 2
            if days[middle] <= day { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
