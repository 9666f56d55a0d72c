/// BG/NBD (Fader, Hardie & Lee 2005): a customer buys at a steady rate per market day, gamma distributed over customers, and
/// after each repeat purchase leaves for good with a probability that is beta distributed over customers.
enum PurchaseProcess {
    static let r = 0.62
    /// In market days.
    static let alpha = 62.0
    static let a = 0.75
    static let b = 3.0
    /// Customers who register and never buy.
    static let neverBuyShare = 0.12
    /// Customers whose first purchase is their registration; the others wait, twelve market days on average.
    static let atOnceShare = 0.8
    static let meanWait = 12.0
    /// A limit far out in the tail, which keeps order numbers in three digits per customer.
    static let mostPurchases = 900

    struct Life {
        /// Moments of purchase in the market clock, rising; those before the story are left out.
        var purchases: [Double] = []
        /// When the customer was last a customer: her last purchase if she left, else the end of the story.
        var activeUntil: Double
        var dropout: Double
    }

    /// A customer's purchases from her arrival to `end`, reusing `life`.
    static func live(arrival: Double, end: Double, _ life: inout Life, _ dice: inout Dice) {
        let rate = dice.gamma(r) / alpha
        life.purchases.removeAll(keepingCapacity: true)
        life.dropout = dice.beta(a, b)
        life.activeUntil = end
        if dice.happens(neverBuyShare) {
            life.activeUntil = min(end, arrival + 20)
            return
        }
        var moment = dice.happens(atOnceShare) ? arrival : arrival + dice.exponential() * meanWait
        var isRepeat = false
        while moment < end, life.purchases.count < mostPurchases {
            if moment >= 0 { life.purchases.append(moment) }
            if isRepeat, dice.happens(life.dropout) {
                life.activeUntil = moment
                return
            }
            isRepeat = true
            moment += dice.exponential() / rate
        }
    }
}
