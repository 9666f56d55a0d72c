import Engine
import Kernel

/// The small tables that describe products, dealers and stores.
struct MasterData {
    let company: Company

    private func date(_ day: Int) -> Int32 { (company.calendar.start + day).daysSince1970 }
    private func load(_ rows: Int) -> ColumnValues { .int64(Array(repeating: Demonstration.loadID, count: rows)) }

    func products() -> ColumnSet {
        let products = company.range.products
        let lastDay = company.calendar.dayCount - 1
        var set = ColumnSet()
        set.add("product_id", .int64(products.map(\.id)))
        set.add("product_code", .text(products.map(\.code)))
        set.add("name", .text(products.map(\.name)))
        set.add("category", .text(products.map { Category.all[$0.category].name }))
        set.add("subcategory", .text(products.map(\.subcategory)))
        set.add("brand", .text(products.map(\.brand)))
        set.add("series", .text(products.map(\.series)))
        set.add("list_price_fen", .int64(products.map(\.listPriceFen)))
        set.add("unit_cost_fen", .int64(products.map { $0.unitCostFen(on: lastDay) }))
        set.add("launched_on", .day(products.map { date($0.launchedOn) }))
        set.add("retired_on", .optionalDay(products.map { product in product.retiredOn.map { date($0) } }))
        set.add("load_id", load(products.count))
        return set
    }

    func productCosts() -> ColumnSet {
        let lastDay = company.calendar.dayCount
        let steps = company.range.products.flatMap { product in
            product.costs.filter { $0.day < lastDay }.map { (product.id, date($0.day), $0.fen) }
        }
        var set = ColumnSet()
        set.add("product_id", .int64(steps.map(\.0)))
        set.add("valid_from", .day(steps.map(\.1)))
        set.add("unit_cost_fen", .int64(steps.map(\.2)))
        set.add("load_id", load(steps.count))
        return set
    }

    func dealers() -> ColumnSet {
        let dealers = company.network.dealers
        let places = dealers.map { PlaceAtlas.places[$0.place] }
        var set = ColumnSet()
        set.add("dealer_id", .int64(dealers.map(\.id)))
        set.add("dealer_code", .text(dealers.map(\.code)))
        set.add("name", .text(dealers.map(\.name)))
        set.add("level", .text(dealers.map { Dealer.levels[$0.level] }))
        set.add("grade", .text(dealers.map(\.grade)))
        set.add("region", .text(places.map(\.region)))
        set.add("province", .text(places.map(\.province)))
        set.add("city", .text(places.map(\.city)))
        set.add("parent_dealer_id", .optionalInt64(dealers.map { dealer in dealer.parent.map { dealers[$0].id } }))
        set.add("joined_on", .day(dealers.map { date($0.joinedOn) }))
        set.add("load_id", load(dealers.count))
        return set
    }

    func stores() -> ColumnSet {
        let outlets = company.network.outlets
        let places = outlets.map { PlaceAtlas.places[$0.place] }
        var set = ColumnSet()
        set.add("store_id", .int64(outlets.map(\.id)))
        set.add("store_code", .text(outlets.map(\.code)))
        set.add("name", .text(outlets.map(\.name)))
        set.add("kind", .text(outlets.map(\.kind.rawValue)))
        set.add("region", .text(places.map(\.region)))
        set.add("province", .text(places.map(\.province)))
        set.add("city", .text(places.map(\.city)))
        set.add("city_tier", .int16(places.map { Int16($0.tier) }))
        set.add(
            "dealer_id", .optionalInt64(outlets.map { outlet in outlet.dealer.map { company.network.dealers[$0].id } }))
        set.add("opened_on", .day(outlets.map { date($0.openedOn) }))
        set.add("load_id", load(outlets.count))
        return set
    }
}
