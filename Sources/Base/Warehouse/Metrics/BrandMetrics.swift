import Kernel

extension Metric {
    static let impressions = Metric(
        "impressions", Text(zh: "广告曝光", en: "Ad impressions"), .brand, .count, owner: .marketing,
        .measure(.impressions),
        meaning: Text(
            zh: "期内广告曝光次数。",
            en: "How often ads were shown."))

    static let mentions = Metric(
        "mentions", Text(zh: "品牌提及", en: "Brand mentions"), .brand, .count, owner: .marketing,
        .measure(.mentions),
        meaning: Text(
            zh: "期内公开渠道对品牌的提及次数。",
            en: "How often the brand was mentioned in public."))

    static let positiveShare = Metric(
        "positive_share", Text(zh: "正面声量占比", en: "Positive share"), .brand, .percent, owner: .marketing,
        .share(.positiveMentions, of: .mentions),
        meaning: Text(
            zh: "品牌提及中情感为正面的比例。",
            en: "Share of mentions with a positive tone."))

    static let negativeShare = Metric(
        "negative_share", Text(zh: "负面声量占比", en: "Negative share"), .brand, .percent, .lowerIsBetter, owner: .marketing,
        .share(.negativeMentions, of: .mentions),
        meaning: Text(
            zh: "品牌提及中情感为负面的比例。",
            en: "Share of mentions with a negative tone."))
}
