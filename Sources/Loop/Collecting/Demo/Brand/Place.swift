/// A city: where customers live and stores stand.
struct Place: Sendable {
    let city: String
    let province: String
    /// Code of the sales region (`east` … `northeast`).
    let region: String
    /// Index of the region in `Place.regions`.
    let regionIndex: Int
    /// 1 first-tier, 2 new first-tier and second-tier, 3 third-tier, 4 fourth-tier and below.
    let tier: Int
    /// How many of the brand's customers live there, relative to other cities.
    let weight: Double

    static let regions = ["east", "south", "north", "central", "southwest", "northwest", "northeast"]
}
