/// Money that goes out: advertising and booked budgets.
enum SpendFields {
    static let adSpend: [TargetField] = [
        TargetField(
            "spent_on", "投放日期", "Date", .day(mayBeFuture: false), required: true,
            ["日期", "时间", "花费日期", "day", "date", "spenddate"]),
        TargetField(
            "channel", "投放渠道", "Channel", .word(.channel), required: true,
            ["渠道", "媒体", "平台", "media", "platform", "source"]),
        TargetField(
            "campaign", "推广计划", "Campaign", .text, ["活动", "计划", "计划名称", "广告计划", "广告系列", "campaignname", "adname"]),
        TargetField("region", "大区", "Region", .word(.region), ["区域", "地区", "area"]),
        TargetField(
            "cost", "花费", "Cost", .money(mayBeNegative: false), required: true,
            ["消耗", "费用", "投放金额", "金额", "消费", "spend", "amount", "adspend"]),
        TargetField(
            "impressions", "展示量", "Impressions", .whole(0...Int64.max),
            ["曝光", "曝光量", "展现", "展现量", "展示", "展示数", "impression", "views"]),
        TargetField("clicks", "点击量", "Clicks", .whole(0...Int64.max), ["点击", "点击数", "click"]),
        TargetField(
            "new_leads", "新增线索", "New leads", .whole(0...Int64.max),
            ["线索", "线索数", "新增客户", "获客数", "leads", "newcustomers", "conversions"]),
    ]

    static let budget: [TargetField] = [
        TargetField(
            "booked_on", "记账日期", "Booked on", .day(mayBeFuture: true), required: true,
            ["日期", "入账日期", "月份", "date", "postingdate", "month"]),
        TargetField(
            "line", "预算科目", "Budget line", .text, required: true, ["科目", "费用科目", "项目", "account", "budgetline", "item"]),
        TargetField("region", "大区", "Region", .word(.region), ["区域", "地区", "area"]),
        TargetField(
            "amount", "金额", "Amount", .money(mayBeNegative: true), required: true,
            ["发生额", "实际金额", "费用", "actual", "cost", "spend"]),
    ]
}
