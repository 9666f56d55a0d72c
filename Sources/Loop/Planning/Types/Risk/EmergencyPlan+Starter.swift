import Kernel
import Records

extension [StarterRecord] {
    static let emergencyPlans = [
        plan(
            Text(zh: "技术故障", en: "Technical failure"), "technical",
            Text(
                zh: "下单成功率 5 分钟内低于 90% 或核心页面不可用。",
                en: "Orders succeed in under 90 % for five minutes, or core pages fail."),
            Text(
                zh: "切换降级页；关闭投放；客服同步话术；技术确认恢复时间。",
                en: "Serve the reduced page, stop ads, tell service, give a time of repair."),
            Text(
                zh: "系统正在恢复，您的订单与权益不受影响，进展每 30 分钟更新。",
                en: "We are restoring the system; your orders and benefits are safe. News every 30 minutes.")),
        plan(
            Text(zh: "公关危机", en: "PR crisis"), "pr",
            Text(
                zh: "主流媒体报道或负面话题 2 小时内进入热榜前 50。",
                en: "Main media report, or a topic enters the top 50 within two hours."),
            Text(
                zh: "成立小组；暂停全部投放与预告；一小时内发布事实说明；法务与产品核实。",
                en: "Form the group, stop all ads and teasers, state facts within an hour, let legal and product check."
            ),
            Text(
                zh: "先说事实与我们正在做什么，再说原因；不评价他人，不承诺未核实的事。",
                en: "Facts and what we do first, causes later; judge nobody, promise nothing unchecked.")),
        plan(
            Text(zh: "投诉激增", en: "Complaint spike"), "complaint",
            Text(zh: "同一问题投诉量达到日均 3 倍。", en: "Complaints about one issue reach three times the daily mean."),
            Text(
                zh: "冻结相关批次；客服升级话术；产品与供应链 24 小时内给出结论；主动联系受影响客户。",
                en: "Freeze the batch, upgraded scripts, findings within 24 hours, call those affected."),
            Text(
                zh: "对不起、我们正在核查、您会在什么时候收到结果、怎么补偿。",
                en: "Sorry, we are checking, when you hear from us, how we make up for it.")),
    ]

    private static func plan(_ title: Text, _ kind: String, _ trigger: Text, _ hour: Text, _ line: Text)
        -> StarterRecord
    {
        StarterRecord(
            title,
            [
                "kind": .code(kind), "trigger": .text(trigger), "hours": 48, "first_hour": .text(hour),
                "communication": .text(line), "level": "red", "body": .linked(["Decision cell"]), "drill_on": .day(90),
            ])
    }
}
