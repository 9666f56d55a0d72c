/// Who a customer is.
struct Person {
    var id: Int64
    var name: String
    var isFemale: Bool
    /// Days since 1970.
    var birthday: Int32
    /// Index in `PlaceAtlas.places`.
    var place: Int
    var source: Int
    var taste: Int
    var homeChannel: Int
    var device: Int
    /// Mean number of further lines in a basket.
    var basket: Double
    var registeredDay: Int
    var registeredAt: Int64
}
