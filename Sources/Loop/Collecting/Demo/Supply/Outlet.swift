/// A place from which goods go to consumers: an own store, a dealer's store, or a warehouse that serves online orders.
struct Outlet: Sendable {
    enum Kind: String, Sendable {
        case flagship = "旗舰店"
        case own = "直营店"
        case counter = "商场专柜"
        case franchise = "加盟店"
        case warehouse = "仓库"
    }
    let id: Int64
    let code: String
    let name: String
    let kind: Kind
    /// Index in `PlaceAtlas.places`.
    let place: Int
    /// Position of the dealer who runs it.
    let dealer: Int?
    /// Days since the story's first day.
    let openedOn: Int
}
