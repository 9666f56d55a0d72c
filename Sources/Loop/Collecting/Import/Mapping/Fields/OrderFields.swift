/// Orders, and order lines that bring their orders along.
enum OrderFields {
    static let headers: [TargetField] =
        identity(customerRequired: false) + amounts + place + [
            TargetField("currency", "币种", "Currency", .text, ["货币", "ccy"]),
            TargetField("cost", "订单成本", "Order cost", .money(mayBeNegative: true), ["成本", "总成本", "totalcost", "cogs"]),
            TargetField(
                "item_count", "件数", "Items", .whole(-10_000_000...10_000_000),
                ["数量", "商品数量", "总件数", "商品件数", "qty", "quantity", "items", "units", "购买数量"]),
        ]

    static let lines: [TargetField] =
        identity(customerRequired: false) + [
            TargetField(
                "line_no", "行号", "Line number", .whole(1...1_000_000),
                ["明细行号", "序号", "line", "lineno", "linenumber", "子订单序号"]),
            TargetField(
                "product_code", "商品编码", "Product code", .reference(.product), required: true, ProductFields.codeWords),
            TargetField(
                "quantity", "数量", "Quantity", .whole(-10_000_000...10_000_000), required: true,
                ["购买数量", "件数", "销售数量", "商品数量", "qty", "units", "num", "count"]),
            TargetField(
                "unit_price", "单价", "Unit price", .money(mayBeNegative: false),
                ["售价", "销售单价", "成交单价", "商品单价", "价格", "price", "unitprice", "itemprice"]),
            TargetField(
                "discount", "优惠金额", "Discount", .money(mayBeNegative: true),
                ["折扣", "折扣金额", "优惠", "让利", "discountamount", "linediscount"]),
            TargetField(
                "amount", "金额", "Amount", .money(mayBeNegative: true),
                [
                    "实付金额", "销售金额", "成交金额", "小计", "行金额", "应付金额", "lineamount", "linetotal", "total", "subtotal",
                    "revenue", "sales",
                ]),
            TargetField("cost", "成本", "Cost", .money(mayBeNegative: true), ["行成本", "成本金额", "linecost", "cogs"]),
        ] + place + [TargetField("currency", "币种", "Currency", .text, ["货币", "ccy"])]

    private static func identity(customerRequired: Bool) -> [TargetField] {
        [
            TargetField(
                "order_no", "订单号", "Order number", .text, required: true,
                [
                    "订单编号", "单号", "订单id", "主订单编号", "交易单号", "小票号", "销售单号", "发票号", "orderid", "ordernumber", "orderno",
                    "order", "invoice", "invoiceno", "invoiceid", "receiptno", "transactionid",
                ]),
            TargetField(
                "customer_no", "客户编号", "Customer number", .reference(.customer), required: customerRequired,
                CustomerFields.numberWords),
            TargetField(
                "ordered_at", "下单时间", "Order time", .moment,
                [
                    "订单时间", "付款时间", "支付时间", "成交时间", "订单创建时间", "下单日期", "订单日期", "日期", "时间", "销售日期", "销售时间", "交易时间",
                    "orderdate", "ordertime", "orderedat", "invoicedate", "paidat", "paymenttime", "createdat", "date",
                    "time", "ts",
                    "timestamp", "datetime", "transactiondate",
                ]),
            TargetField("status", "订单状态", "Status", .word(.orderStatus), ["状态", "交易状态", "orderstatus", "state"]),
            TargetField(
                "channel", "渠道", "Channel", .word(.channel),
                ["销售渠道", "来源渠道", "平台", "订单来源", "来源", "platform", "source", "saleschannel"]),
        ]
    }

    private static let amounts: [TargetField] = [
        TargetField(
            "gross", "原价合计", "Gross amount", .money(mayBeNegative: true),
            ["商品总价", "总价", "订单原价", "应收金额", "商品金额", "grossamount", "listamount"]),
        TargetField(
            "discount", "优惠金额", "Discount", .money(mayBeNegative: true), ["折扣", "折扣金额", "优惠", "优惠合计", "discountamount"]),
        TargetField(
            "amount", "实付金额", "Net amount", .money(mayBeNegative: true), required: true,
            [
                "金额", "订单金额", "支付金额", "成交金额", "实收金额", "买家实付", "买家实际支付金额", "销售额", "total", "amountpaid", "netamount",
                "orderamount", "totalamount", "revenue", "sales", "paid",
            ]),
    ]

    private static let place: [TargetField] = [
        TargetField("store_code", "门店编码", "Store code", .reference(.store), PlaceFields.storeWords),
        TargetField("dealer_code", "经销商编码", "Dealer code", .reference(.dealer), PlaceFields.dealerWords),
        TargetField("is_private_domain", "是否私域", "Private domain", .flag, ["私域", "privatedomain"]),
        TargetField("country", "国家", "Country", .text, ["国家地区", "国别", "nation"]),
        TargetField("region", "大区", "Region", .word(.region), ["区域", "地区", "销售大区", "area"]),
        TargetField("province", "省份", "Province", .text, ["省", "收货省份", "state"]),
        TargetField("city", "城市", "City", .text, ["市", "收货城市", "town"]),
    ]
}
