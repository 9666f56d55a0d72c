import Kernel

/// Dealers in three levels, their stores, the company's own stores and its warehouses.
struct SalesNetwork: Sendable {
    let dealers: [Dealer]
    let outlets: [Outlet]
    /// Own stores that serve a place, the longest open first; empty where none is near.
    let ownByPlace: [[Int]]
    /// Dealers' stores that serve a place, the longest open first.
    let franchiseByPlace: [[Int]]
    /// The warehouse that serves a region, as a position in `outlets`.
    let warehouseByRegion: [Int]
    let dealersPerRegion: [Int]
    /// The dealer who diverts goods into another region, and the dealer whom the company stuffs.
    let diverter: Int
    let stuffed: Int

    static let diverterRegion = 4
    static let diversionTarget = 0
    static let stuffedRegion = 2

    init(customers: Int, seed: Seed) {
        var builder = NetworkBuilder(customers: customers, seed: seed)
        builder.build()
        dealers = builder.dealers
        outlets = builder.outlets
        warehouseByRegion = builder.warehouseByRegion
        let places = PlaceAtlas.places
        ownByPlace = SalesNetwork.serving(builder.outlets, [.flagship, .own, .counter])
        franchiseByPlace = SalesNetwork.serving(builder.outlets, [.franchise])
        let all = builder.dealers
        dealersPerRegion = Place.regions.indices.map { region in
            all.filter { places[$0.place].regionIndex == region }.count
        }
        diverter = all.firstIndex { places[$0.place].regionIndex == SalesNetwork.diverterRegion } ?? 0
        stuffed = all.firstIndex { places[$0.place].regionIndex == SalesNetwork.stuffedRegion } ?? 0
    }

    /// An open outlet among those that serve a place; `nil` while none has opened.
    static func open(_ serving: [Int], _ outlets: [Outlet], on day: Int, _ dice: inout Dice) -> Int? {
        var open = serving.count
        while open > 0, outlets[serving[open - 1]].openedOn > day { open -= 1 }
        return open > 0 ? serving[dice.index(open)] : nil
    }

    /// The outlets of the same city; else those of the same province.
    private static func serving(_ outlets: [Outlet], _ kinds: [Outlet.Kind]) -> [[Int]] {
        let places = PlaceAtlas.places
        let candidates = outlets.indices.filter { kinds.contains(outlets[$0].kind) }.sorted {
            (outlets[$0].openedOn, $0) < (outlets[$1].openedOn, $1)
        }
        return places.indices.map { place in
            let near = candidates.filter { outlets[$0].place == place }
            return near.isEmpty
                ? candidates.filter { places[outlets[$0].place].province == places[place].province } : near
        }
    }
}
