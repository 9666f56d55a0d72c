/// The planted diversion: for the last year a dealer in Southwest China sells goods into East China.
enum DiversionPlan {
    static let days = 365
    /// The diverter pushes two thirds of an average dealer's sales into the other region.
    static let dealersWorth = 0.67

    static func firstDay(_ calendar: StoryCalendar) -> Int { calendar.dayCount - days }

    /// The share of packs scanned in the target region that are the diverter's.
    static func share(_ network: SalesNetwork) -> Double {
        dealersWorth / Double(max(1, network.dealersPerRegion[SalesNetwork.diversionTarget]))
    }
}
