/// Stores and dealers.
enum PlaceFields {
    static let storeWords = [
        "门店编码", "门店编号", "门店代码", "店铺编码", "店铺编号", "门店id", "店号", "门店", "店铺", "storecode", "storeid", "storeno", "shop",
        "shopid", "store",
    ]
    static let dealerWords = [
        "经销商编码", "经销商编号", "经销商代码", "代理商编码", "经销商id", "经销商", "dealercode", "dealerid", "dealerno", "dealer",
        "distributor", "distributorid",
    ]

    static let stores: [TargetField] =
        [
            TargetField("store_code", "门店编码", "Store code", .text, required: true, storeWords),
            TargetField("name", "门店名称", "Name", .text, ["名称", "店名", "店铺名称", "storename", "shopname"]),
            TargetField("kind", "门店类型", "Kind", .text, ["类型", "店铺类型", "门店性质", "storetype", "type"]),
        ] + address + [
            TargetField("city_tier", "城市等级", "City tier", .whole(1...6), ["城市线级", "citylevel", "tier"]),
            TargetField("dealer_code", "所属经销商", "Dealer code", .reference(.dealer), dealerWords),
            TargetField(
                "opened_on", "开业日期", "Opened on", .day(mayBeFuture: true), ["开店日期", "开业时间", "opendate", "openingdate"]),
        ]

    static let dealers: [TargetField] =
        [
            TargetField("dealer_code", "经销商编码", "Dealer code", .text, required: true, dealerWords),
            TargetField("name", "经销商名称", "Name", .text, ["名称", "经销商名", "dealername", "company"]),
            TargetField("level", "层级", "Level", .text, ["代理级别", "经销商层级", "级别", "dealerlevel"]),
            TargetField("grade", "评级", "Grade", .text, ["等级", "经销商等级", "dealergrade", "rating"]),
        ] + address + [
            TargetField(
                "joined_on", "签约日期", "Joined on", .day(mayBeFuture: true),
                ["加盟日期", "合作日期", "签约时间", "contractdate", "joindate"])
        ]

    private static let address: [TargetField] = [
        TargetField("region", "大区", "Region", .word(.region), ["区域", "地区", "销售大区", "area"]),
        TargetField("province", "省份", "Province", .text, ["省", "state"]),
        TargetField("city", "城市", "City", .text, ["市", "town"]),
    ]
}
