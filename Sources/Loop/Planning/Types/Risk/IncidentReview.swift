import Kernel
package import Records

extension RecordType {
    package static let incidentReview = RecordType(
        "incident_review", Text(zh: "事件复盘", en: "Incident review"), prefix: "IREV", rows: ["RK-04"],
        meaning: Text(
            zh: "事件解决后自动打开，七天内写清成因、损失，以及预案与风险清单改了哪里；定稿后存档备查。",
            en:
                "Opens by itself when an incident is solved; within a week: cause, loss, what changed in plan or register. Final ones go into the archive."
        ),
        title: Text(zh: "复盘主题", en: "Subject"),
        fields: [
            RecordField("incident", Text(zh: "突发事件", en: "Incident"), .link(to: "incident")),
            RecordField("happened_on", Text(zh: "发生日期", en: "Happened on"), .day, required: true),
            RecordField("solved_on", Text(zh: "解决日期", en: "Solved on"), .day),
            RecordField(
                "hours_to_solve", Text(zh: "解决用时", en: "Hours to solve"),
                .number(NumberForm(unit: Text(zh: "小时", en: "hours"), in: 0...10_000, decimals: 1))),
            RecordField("risk", Text(zh: "对应风险", en: "Risk"), .link(to: "risk")),
            RecordField("plan", Text(zh: "启用的预案", en: "Plan used"), .link(to: "emergency_plan")),
            RecordField(
                "timeline", Text(zh: "时间线", en: "Timeline"), .longText,
                help: Text(zh: "按时刻记录谁做了什么，不评价人", en: "Who did what and when, without blame")),
            RecordField(
                "cause", Text(zh: "根因", en: "Cause"), .longText,
                help: Text(zh: "连问五个为什么，写到流程或系统为止", en: "Ask why five times, down to the process or system")),
            RecordField("loss", Text(zh: "损失金额", en: "Loss"), .money, resource: .budget),
            RecordField(
                "customers_hit", Text(zh: "影响客户数", en: "Customers affected"),
                .number(NumberForm(unit: Text(zh: "人", en: "people"), in: 0...1_000_000_000, decimals: 0))),
            RecordField("what_worked", Text(zh: "做对的", en: "What worked"), .longText),
            RecordField("changes", Text(zh: "改进与预案修订", en: "What changes"), .longText),
            RecordField("risk_change", Text(zh: "风险清单调整", en: "Change in the register"), .longText), .participants,
            .owner, .dueOn,
        ],
        states: StateMap(
            [
                RecordState("draft", Text(zh: "待复盘", en: "To be reviewed"), .warning),
                RecordState("final", Text(zh: "已定稿", en: "Final"), .good, isLocked: true),
            ],
            moves: [
                StateMove(
                    "finalise", Text(zh: "定稿并存档", en: "Make final and archive"), from: ["draft"], to: "final",
                    needs: ["cause", "loss", "changes"])
            ]),
        views: [.board(by: nil), .calendar(on: "due_on")],
        starter: [
            StarterRecord(
                Text(zh: "示例：大促首小时支付失败的复盘", en: "Sample: payments failed in the first hour of the sale"),
                [
                    "happened_on": .day(-30), "solved_on": .day(-30), "hours_to_solve": 3.5, "customers_hit": 1200,
                    "timeline": .text(
                        zh: "20:02 监控报警\n20:09 总指挥到位，切换降级页面\n20:40 支付通道扩容\n23:30 全部恢复",
                        en: "20:02 alarm\n20:09 commander there, fallback page\n20:40 payment scaled up\n23:30 all well"
                    ),
                    "cause": .text(
                        zh: "支付通道按日常流量的 3 倍扩容，开场峰值达到 7 倍；压测没有覆盖支付环节。",
                        en:
                            "Payment was scaled for 3 times a usual day; the peak was 7 times, and the load test left payment out."
                    ),
                    "loss": 8_600_000,
                    "what_worked": .text(
                        zh: "7 分钟内切换降级页面并同步客服话术，投诉量低于上次一半。",
                        en:
                            "The fallback page and the line for service stood after 7 minutes: half the complaints of last time."
                    ),
                    "changes": .text(
                        zh: "预案增加“活动前 7 天对支付环节压测”；明确扩容倍数由峰值预测决定。",
                        en:
                            "The plan gains a load test of payment a week before; capacity follows the forecast of the peak."
                    ),
                    "risk_change": .text(
                        zh: "“大促系统故障”影响由 3 调为 4，指标改为支付成功率。",
                        en:
                            "Impact of a failure during sales goes from 3 to 4; its indicator is the payment success rate."
                    ),
                ])
        ], rules: [.archivedReview])
}
