/// What customers write: sentences for promoters, for the undecided and for detractors.
enum CustomerWords {
    static func comment(score: Int, _ dice: inout Dice) -> String? {
        guard dice.happens(score <= 6 ? 0.5 : 0.22) else { return nil }
        return dice.pick(score >= 9 ? pleased : score >= 7 ? undecided : displeased)
    }

    private static let pleased = [
        "味道很高级，家里人都喜欢，已经回购第三次了。", "用了半个月头皮不痒了，会继续买。", "活动价很划算，囤了半年的量。", "包装用心，送朋友很有面子。",
        "客服回复很快，问题一次就解决了。", "洗完衣服留香很久，不刺鼻。", "宝宝用着不过敏，放心。", "小程序下单第二天就到了，物流给力。", "质地清爽不黏腻，夏天用刚好。",
        "店员讲解很专业，还送了小样。", "成分干净，敏感肌用着没问题。", "会员积分换的护手霜很好用。", "性价比高，比之前用的大牌好用。", "补充装环保又省钱，支持。",
    ]
    private static let undecided = [
        "整体不错，就是泵头有点难按。", "香味偏淡，希望能持久一点。", "效果还行，价格再优惠些就好了。", "快递有点慢，产品本身可以。", "容量比想象中小。", "用着还可以，和之前的差不多。",
        "活动规则有点复杂，算了半天。", "门店离家太远，希望多开几家。",
    ]
    private static let displeased = [
        "瓶盖漏液，收到时盒子都湿了。", "大促发货太慢，等了一周多。", "用了两次有点过敏，退货流程麻烦。", "小程序付款一直失败，优惠券过期了。", "刚买完就降价，也不给补差价。",
        "客服一直是机器人，找不到人工。", "香味太浓，闻着头晕。", "快递暴力运输，瓶身压坏了。", "清洁力一般，油污要擦好几遍。", "买二送一少发了一件，补发拖了很久。",
    ]
}
