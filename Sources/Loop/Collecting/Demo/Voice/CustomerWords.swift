/// What customers write: sentences for promoters, for the undecided and for detractors, that suit what they bought.
enum CustomerWords {
    static func comment(score: Int, product: DemoProduct, _ dice: inout Dice) -> String? {
        guard dice.happens(score <= 6 ? 0.5 : 0.22) else { return nil }
        if score >= 9 { return dice.pick(pleased + byCategory[product.category]) }
        return dice.pick(score >= 7 ? undecided : displeased + (product.isForTheBody ? bodyBlame : homeBlame))
    }

    private static let pleased = [
        "活动价很划算，囤了半年的量。", "包装用心，送朋友很有面子。", "客服回复很快，问题一次就解决了。", "下单第二天就到了，物流给力。", "性价比高，比之前用的大牌好用。",
        "会员积分换了小样，很贴心。", "家里人都喜欢，已经回购第三次了。",
    ]
    /// In the order of `Category.all`.
    private static let byCategory = [
        ["用了半个月头皮不痒了，会继续买。", "洗完头发蓬松，能撑两天。", "掉发少了，味道也好闻。"],
        ["洗完不假滑，香味很高级。", "质地清爽不黏腻，夏天用刚好。", "护手霜滋润不油，办公室必备。"],
        ["成分干净，敏感肌用着没问题。", "补水效果明显，上妆也服帖。", "洁面很温和，洗完不紧绷。"],
        ["刷完牙很清新，牙龈也不出血了。", "刷毛软硬合适，全家都换了。", "味道清爽，不辣口。"],
        ["厨房油污一喷就掉，省力。", "擦得干净，没有刺鼻味。", "浴室水垢终于搞定了。"],
        ["洗完衣服留香很久，不刺鼻。", "凝珠用着方便，一次一颗。", "补充装环保又省钱，支持。"],
        ["味道很高级，客厅一整天都香。", "睡前喷一点，助眠。", "送朋友的，她很喜欢这个香味。"],
        ["宝宝用着不过敏，放心。", "洗完宝宝皮肤滑滑的。", "湿巾厚实不起毛，性价比高。"],
    ]
    private static let undecided = [
        "整体不错，包装可以再简单些。", "效果还行，价格再优惠些就好了。", "快递有点慢，产品本身可以。", "分量比想象中小。", "用着还可以，和之前的差不多。", "活动规则有点复杂，算了半天。",
        "门店离家太远，希望多开几家。", "中规中矩，没有特别惊艳。",
    ]
    private static let displeased = [
        "收到时外盒压坏了，售后很慢。", "大促发货太慢，等了一周多。", "小程序付款一直失败，优惠券过期了。", "刚买完就降价，也不给补差价。", "客服一直是机器人，找不到人工。",
        "少发了一件，补发拖了很久。", "和描述不符，退货流程麻烦。",
    ]
    private static let bodyBlame = ["用了两次有点过敏。", "瓶盖漏液，收到时盒子都湿了。", "香味太浓，闻着头晕。", "效果一般，不会再买。"]
    private static let homeBlame = ["效果一般，没有宣传的好。", "包装没封好，收到时漏了。", "味道有点冲，不太习惯。", "没用多久就没了，不耐用。"]
}
