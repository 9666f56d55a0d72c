import Kernel
import Records

extension RecordType {
    static let competitorProduct = RecordType(
        "competitor_product", Text(zh: "竞品单品", en: "Competitor product"), prefix: "CPR", rows: ["M-05"],
        meaning: Text(
            zh: "竞品在各价格带的主力单品，与我方对标单品并列，用于看价格带分布与差异化。",
            en: "A rival's main products by price band, beside ours: where we are crowded, where there is room."),
        title: Text(zh: "单品", en: "Product"),
        fields: [
            RecordField("competitor", Text(zh: "竞争对手", en: "Competitor"), .link(to: "competitor"), required: true),
            RecordField("product_line", Text(zh: "产品线", en: "Product line"), .text(limit: 80)),
            RecordField("size", Text(zh: "规格", en: "Size"), .text(limit: 60)),
            RecordField("list_price", Text(zh: "标价", en: "List price"), .money),
            RecordField("street_price", Text(zh: "常见成交价", en: "Usual price paid"), .money),
            RecordField(
                "price_band", Text(zh: "价格带", en: "Price band"),
                .choice([
                    Choice("entry", Text(zh: "入门", en: "Entry")), Choice("mass", Text(zh: "大众", en: "Mass")),
                    Choice("upper", Text(zh: "中高端", en: "Upper")),
                    Choice("premium", Text(zh: "高端", en: "Premium")), Choice("luxury", Text(zh: "奢侈", en: "Luxury")),
                ])),
            RecordField(
                "our_product", Text(zh: "我方对标单品", en: "Our counterpart"), .text(limit: 80),
                help: Text(zh: "填写商品编码，空着表示我方空缺", en: "Our product code; empty means that we have none")),
            RecordField("differences", Text(zh: "差异点", en: "Differences"), .longText),
            RecordField("differentiation", Text(zh: "我方差异化得分", en: "How different ours is"), .scale(1...5)),
            RecordField("seen_on", Text(zh: "价格采集日", en: "Price seen on"), .day), .source, .sourceLink,
        ],
        views: [.board(by: "price_band"), .matrix(across: "price_band", down: "differentiation")])
}
