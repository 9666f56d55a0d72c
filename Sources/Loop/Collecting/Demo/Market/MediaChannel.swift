/// One advertising channel with its planted response: spend → adstock (geometric) → saturation (Hill) → new customers, and a
/// lift of everybody's demand.
struct MediaChannel: Sendable {
    let code: String
    /// Share of the advertising budget.
    let budgetShare: Double
    /// Share of the customers who come through this channel.
    let customerShare: Double
    /// What remains of an advertisement's effect a day later.
    let decay: Double
    /// Half saturation, as a multiple of the adstock at average spend.
    let halfSaturation: Double
    /// Hill shape: above 1 the curve is S-shaped.
    let shape: Double
    /// Lift of demand at full saturation.
    let lift: Double
    /// Yuan per thousand impressions, and clicks per impression.
    let costPerMille: Double
    let clickRate: Double

    /// The same codes as the warehouse uses, in a fixed order: the index is the channel's key in this folder.
    static let all = [
        MediaChannel(
            code: "douyin_ads", budgetShare: 0.27, customerShare: 0.150, decay: 0.35, halfSaturation: 0.9, shape: 1.2,
            lift: 0.060,
            costPerMille: 28, clickRate: 0.016),
        MediaChannel(
            code: "wechat_ads", budgetShare: 0.16, customerShare: 0.085, decay: 0.45, halfSaturation: 1.1, shape: 1.0,
            lift: 0.040,
            costPerMille: 42, clickRate: 0.012),
        MediaChannel(
            code: "xiaohongshu", budgetShare: 0.16, customerShare: 0.095, decay: 0.70, halfSaturation: 1.5, shape: 1.1,
            lift: 0.055,
            costPerMille: 36, clickRate: 0.021),
        MediaChannel(
            code: "kol", budgetShare: 0.14, customerShare: 0.070, decay: 0.60, halfSaturation: 1.3, shape: 1.6,
            lift: 0.050,
            costPerMille: 55, clickRate: 0.024),
        MediaChannel(
            code: "baidu_sem", budgetShare: 0.09, customerShare: 0.050, decay: 0.10, halfSaturation: 0.6, shape: 1.0,
            lift: 0.012,
            costPerMille: 60, clickRate: 0.035),
        MediaChannel(
            code: "bilibili", budgetShare: 0.06, customerShare: 0.025, decay: 0.65, halfSaturation: 1.8, shape: 1.3,
            lift: 0.015,
            costPerMille: 30, clickRate: 0.011),
        MediaChannel(
            code: "weibo", budgetShare: 0.05, customerShare: 0.010, decay: 0.40, halfSaturation: 0.4, shape: 1.0,
            lift: 0.006,
            costPerMille: 26, clickRate: 0.008),
        MediaChannel(
            code: "outdoor", budgetShare: 0.07, customerShare: 0.015, decay: 0.85, halfSaturation: 1.2, shape: 1.0,
            lift: 0.020,
            costPerMille: 18, clickRate: 0),
    ]
}
