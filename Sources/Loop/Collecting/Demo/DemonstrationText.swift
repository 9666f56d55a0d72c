import Kernel

/// What the progress bar says.
enum DemonstrationText {
    static let founding = Text(zh: "创建演示公司：商品、价格与渠道", en: "Founding the company: products, prices, channels")
    static let customers = Text(zh: "生成客户、订单与行为事件", en: "Customers, orders and events")
    static let goods = Text(zh: "生成发货与库存", en: "Shipments and stock")
    static let market = Text(zh: "生成广告投放、舆情与竞品价格", en: "Advertising, mentions and competitor prices")
    static let finished = Text(zh: "演示公司已就绪", en: "The demonstration company is ready")
}
