/// Goods on the way and on the shelf.
enum SupplyFields {
    static let shipments: [TargetField] = [
        TargetField(
            "shipped_on", "发货日期", "Shipped on", .day(mayBeFuture: false), required: true,
            ["日期", "出库日期", "发货时间", "shipdate", "date"]),
        TargetField("dealer_code", "经销商编码", "Dealer code", .reference(.dealer), PlaceFields.dealerWords),
        TargetField("store_code", "门店编码", "Store code", .reference(.store), PlaceFields.storeWords),
        TargetField(
            "product_code", "商品编码", "Product code", .reference(.product), required: true, ProductFields.codeWords),
        TargetField(
            "quantity", "数量", "Quantity", .whole(-10_000_000...10_000_000), required: true,
            ["发货数量", "出库数量", "件数", "qty", "units"]),
        TargetField("amount", "金额", "Amount", .money(mayBeNegative: true), ["发货金额", "货值", "total", "value"]),
    ]

    static let stock: [TargetField] = [
        TargetField(
            "counted_on", "盘点日期", "Counted on", .day(mayBeFuture: false), required: true,
            ["日期", "库存日期", "统计日期", "date", "snapshotdate"]),
        TargetField(
            "store_code", "门店编码", "Store code", .reference(.store),
            PlaceFields.storeWords + ["仓库", "仓库编码", "warehouse"]),
        TargetField(
            "product_code", "商品编码", "Product code", .reference(.product), required: true, ProductFields.codeWords),
        TargetField(
            "quantity", "库存数量", "Quantity", .whole(-10_000_000...1_000_000_000), required: true,
            ["数量", "库存", "在库数量", "qty", "stock", "onhand"]),
        TargetField(
            "value", "库存金额", "Value", .money(mayBeNegative: true), ["金额", "库存价值", "货值", "stockvalue", "amount"]),
    ]
}
