import Kernel

/// Founds dealers and stores, larger cities first, in numbers that suit the company's size.
struct NetworkBuilder {
    private(set) var dealers: [Dealer] = []
    private(set) var outlets: [Outlet] = []
    private(set) var warehouseByRegion: [Int] = []
    private let dealerCount: Int
    private let ownCount: Int
    private let seed: Seed
    private let places = PlaceAtlas.places
    private var usedNames: Set<String> = []

    init(customers: Int, seed: Seed) {
        let root = Double(customers).squareRoot()
        dealerCount = min(220, 21 + Int(root / 8))
        ownCount = min(420, 30 + Int(root / 6))
        self.seed = seed
    }

    mutating func build() {
        for region in Place.regions.indices { addDealers(region: region) }
        addOwnStores()
        for dealer in dealers.indices { addFranchises(of: dealer) }
        addWarehouses()
    }

    private func largestFirst(region: Int) -> [Int] {
        places.indices.filter { places[$0].regionIndex == region }.sorted {
            (-places[$0].weight, $0) < (-places[$1].weight, $1)
        }
    }

    private mutating func addDealers(region: Int) {
        let cities = largestFirst(region: region)
        let weight = cities.reduce(0) { $0 + places[$1].weight } / places.reduce(0) { $0 + $1.weight }
        let count = max(3, Int((Double(dealerCount) * weight).rounded()))
        let (first, second) = (max(1, count / 6), max(1, count / 3))
        let start = dealers.count
        for number in 0..<count {
            let level = number < first ? 0 : number < first + second ? 1 : 2
            let place = cities[number % cities.count]
            // Who is supplied by whom: round robin over the level above.
            let parent = level == 0 ? nil : level == 1 ? start + number % first : start + first + number % second
            dealers.append(dealer(level: level, place: place, parent: parent))
        }
    }

    private mutating func dealer(level: Int, place: Int, parent: Int?) -> Dealer {
        let number = dealers.count
        var dice = Dice(seed.derive("dealer", number))
        let grade = dice.uniform() < [0.45, 0.15, 0.05][level] ? 0 : dice.happens(0.5) ? 1 : 2
        return Dealer(
            id: Int64(number + 1), code: "D\(padded(number + 1, 4))", name: dealerName(level, place, &dice),
            level: level,
            grade: Dealer.grades[grade], place: place, parent: parent, joinedOn: -300 - dice.index(1_500))
    }

    private mutating func dealerName(_ level: Int, _ place: Int, _ dice: inout Dice) -> String {
        let city = places[place].shortCity
        while true {
            let name =
                city + dice.pick(NetworkWords.dealerFirst) + dice.pick(NetworkWords.dealerSecond)
                + dice.pick(NetworkWords.dealerForms[level])
            if usedNames.insert(name).inserted { return name }
        }
    }

    private mutating func addOwnStores() {
        let cities = places.indices.filter { places[$0].tier <= 3 }.sorted {
            (-places[$0].weight, $0) < (-places[$1].weight, $1)
        }
        let choice = WeightedChoice(cities.map { places[$0].weight })
        for number in 0..<ownCount {
            var dice = Dice(seed.derive("own store", number))
            let place = number < min(24, cities.count) ? cities[number] : cities[choice.pick(&dice)]
            let kind: Outlet.Kind = number < 6 ? .flagship : dice.happens(0.6) ? .own : .counter
            let opened = number < 24 || dice.happens(0.7) ? -200 - dice.index(1_600) : dice.index(900)
            addOutlet(kind, place: place, dealer: nil, openedOn: opened, &dice)
        }
    }

    private mutating func addFranchises(of position: Int) {
        var dice = Dice(seed.derive("franchise", position))
        let dealer = dealers[position]
        for number in 0..<(1 + dice.index(2)) {
            let opened = number == 0 ? dealer.joinedOn + 30 : dealer.joinedOn + 200 + dice.index(900)
            addOutlet(.franchise, place: dealer.place, dealer: position, openedOn: opened, &dice)
        }
    }

    private mutating func addOutlet(_ kind: Outlet.Kind, place: Int, dealer: Int?, openedOn: Int, _ dice: inout Dice) {
        let number = outlets.count + 1
        var name = ""
        repeat {
            let street = dice.pick(kind == .counter ? NetworkWords.malls : NetworkWords.streets)
            name =
                "\(ProductLine.brand)\(places[place].shortCity)\(street)\(kind == .counter ? "专柜" : kind == .flagship ? "旗舰店" : "店")"
            if usedNames.contains(name) {
                name = "\(ProductLine.brand)\(places[place].shortCity)\(street)\(2 + dice.index(60))号店"
            }
        } while !usedNames.insert(name).inserted
        outlets.append(
            Outlet(
                id: Int64(number), code: "S\(padded(number, 4))", name: name, kind: kind, place: place, dealer: dealer,
                openedOn: openedOn))
    }

    private mutating func addWarehouses() {
        var positions: [String: Int] = [:]
        for (city, name) in [("嘉兴市", "华东中心仓"), ("佛山市", "华南中心仓"), ("廊坊市", "华北中心仓"), ("成都市", "西部中心仓")] {
            positions[city] = outlets.count
            let place = places.firstIndex { $0.city == city } ?? 0
            outlets.append(
                Outlet(
                    id: Int64(outlets.count + 1), code: "W\(padded(positions.count, 4))",
                    name: ProductLine.brand + name, kind: .warehouse,
                    place: place, dealer: nil, openedOn: -1_400))
        }
        let serving = ["嘉兴市", "佛山市", "廊坊市", "嘉兴市", "成都市", "成都市", "廊坊市"]
        warehouseByRegion = serving.map { positions[$0] ?? 0 }
    }
}

extension Place {
    /// The city as people say it: without 市, 自治州 and the names of peoples.
    fileprivate var shortCity: String {
        for (long, short) in [("大理", "大理"), ("延边", "延边"), ("昌吉", "昌吉"), ("伊犁", "伊犁")] where city.hasPrefix(long) {
            return short
        }
        return city.hasSuffix("市") ? String(city.dropLast()) : city
    }
}
