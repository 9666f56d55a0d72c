package import Kernel

/// How customers buy: BG/NBD in market days.
package struct PurchaseTruth: Sendable, Codable {
    package var model = "BG/NBD"
    package var r = PurchaseProcess.r
    package var alphaMarketDays = PurchaseProcess.alpha
    package var a = PurchaseProcess.a
    package var b = PurchaseProcess.b
    package var neverBuyShare = PurchaseProcess.neverBuyShare
    package var firstPurchaseAtRegistrationShare = PurchaseProcess.atOnceShare
    package var meanMarketDaysToFirstPurchaseOtherwise = PurchaseProcess.meanWait
    package var returnedOrderShare = OrderMaker.returnedShare
    package var cancelledOrderShare = OrderMaker.cancelledShare
    package var note = Text(
        zh: "购买率 λ ~ Gamma(r, alpha)，按“市场日”计；每次复购后以 p ~ Beta(a, b) 的概率流失。一个市场日平均等于一个日历日，旺季短、淡季长（见 "
            + "truth_daily.csv 的 market_clock）。请用期初之后注册的客户、以首单为起点拟合。",
        en:
            "Rates λ ~ Gamma(r, alpha) per market day; after each repeat purchase the customer leaves with p ~ Beta(a, b). A market day is on "
            + "average a calendar day, shorter in season (column market_clock of truth_daily.csv). Fit to customers registered after the first "
            + "day, from their first order.")
}
