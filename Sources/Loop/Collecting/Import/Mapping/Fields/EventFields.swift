/// What people did: page views, carts, payments, visits.
enum EventFields {
    static let all: [TargetField] = [
        TargetField("event_id", "事件编号", "Event id", .text, ["事件id", "日志id", "eventid", "id", "uuid"]),
        TargetField("customer_no", "客户编号", "Customer number", .reference(.customer), CustomerFields.numberWords),
        TargetField(
            "occurred_at", "发生时间", "Time", .moment, required: true,
            [
                "事件时间", "时间", "日期", "访问时间", "行为时间", "eventtime", "timestamp", "ts", "time", "datetime", "date",
                "createdat",
            ]),
        TargetField(
            "name", "事件名称", "Event", .word(.eventName), required: true,
            ["事件", "行为", "行为类型", "事件类型", "event", "eventname", "eventtype", "action", "behavior"]),
        TargetField(
            "channel", "渠道", "Channel", .word(.channel), ["来源渠道", "来源", "平台", "source", "utmsource", "platform"]),
        TargetField("device", "设备", "Device", .text, ["设备类型", "终端", "devicetype", "os"]),
        TargetField("page", "页面", "Page", .text, ["页面地址", "网址", "url", "path", "pageurl"]),
        TargetField("campaign", "活动", "Campaign", .text, ["营销活动", "推广计划", "utmcampaign", "campaignname"]),
        TargetField("product_code", "商品编码", "Product code", .reference(.product), ProductFields.codeWords),
        TargetField(
            "session_id", "会话编号", "Session id", .whole(0...Int64.max),
            ["会话id", "会话", "session", "sessionid", "visitid"]),
        TargetField("properties", "其他属性", "Properties", .text, ["属性", "扩展属性", "params", "attributes"]),
    ]
}
