/// A company that buys the brand's goods and sells them in its territory.
struct Dealer: Sendable {
    static let levels = ["一级经销商", "二级分销商", "终端零售商"]
    static let grades = ["钻石", "金牌", "银牌"]

    let id: Int64
    let code: String
    let name: String
    /// 0, 1 or 2: position in `levels`.
    let level: Int
    let grade: String
    let place: Int
    /// Position of the dealer who supplies it.
    let parent: Int?
    let joinedOn: Int
}
