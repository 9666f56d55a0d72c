import Kernel
package import Records

extension RecordType {
    package static let stageGate = RecordType(
        "stage_gate", Text(zh: "阶段闸口", en: "Stage gate"), prefix: "GATE", resource: .campaign,
        rows: ["WF-03"],
        meaning: Text(
            zh: "活动各阶段的放行检查：不通过就不进入下一步。",
            en: "The check before each stage of a campaign: what does not pass goes no further."),
        title: Text(zh: "闸口", en: "Gate"),
        fields: [
            RecordField(
                "stage", Text(zh: "阶段", en: "Stage"),
                .choice([
                    Choice("start", Text(zh: "立项", en: "Start")),
                    Choice("creative", Text(zh: "素材定稿", en: "Creative final")),
                    Choice("channel", Text(zh: "渠道测试", en: "Channel test"), .info),
                    Choice("live", Text(zh: "上线", en: "Live"), .good), Choice("closed", Text(zh: "结案", en: "Closed")),
                ]), required: true),
            RecordField(
                "checks", Text(zh: "检查清单", en: "Checks"), .longText, required: true,
                help: Text(zh: "每行一条，可判断是或否", en: "One a line, answerable by yes or no")),
            RecordField(
                "checks_done", Text(zh: "已通过的检查", en: "Checks that held"), .longText,
                help: Text(zh: "在闸口页逐项勾选；全部通过才能放行", en: "Ticked on the gates page; all of them let it pass")),
            RecordField("plan", Text(zh: "所属计划", en: "Plan"), .link(to: "work_plan")),
            RecordField("department", Text(zh: "检查部门", en: "Checked by"), .choice(.departments)),
            RecordField("evidence_needed", Text(zh: "需要的证据", en: "Evidence needed"), .longText),
            RecordField("on_fail", Text(zh: "未通过时", en: "If it fails"), .longText),
            RecordField("metric", Text(zh: "放行指标", en: "Metric to pass"), .metric),
            RecordField(
                "pass_value", Text(zh: "放行值", en: "Value to pass"), .number(NumberForm()),
                help: RecordField.inMetricUnit), .owner,
        ],
        states: StateMap(
            [
                RecordState("template", Text(zh: "模板", en: "Template")),
                RecordState("open", Text(zh: "待检查", en: "To be checked"), .info),
                RecordState("passed", Text(zh: "已通过", en: "Passed"), .good, isLocked: true),
                RecordState("failed", Text(zh: "未通过", en: "Failed"), .danger),
            ],
            moves: [
                StateMove("open", Text(zh: "开始检查", en: "Check"), from: ["template", "failed"], to: "open"),
                StateMove("pass", Text(zh: "通过", en: "Pass"), from: ["open"], to: "passed", needs: ["owner"]),
                StateMove("fail", Text(zh: "不通过", en: "Fail"), from: ["open"], to: "failed", reason: true),
                StateMove(
                    "reset", Text(zh: "恢复为模板", en: "Back to template"), from: ["open", "failed"], to: "template"),
            ]),
        views: [.board(by: "stage"), .board(by: nil)],
        starter: [
            gate(
                Text(zh: "立项：目标与预算明确", en: "Start: goal and budget are clear"), "start", "marketing",
                Text(
                    zh: "目标、基线与指标已填写\n预算行已关联 KPI\n风险与应对已登记\n负责人唯一",
                    en:
                        "Goal, baseline and metric are there\nBudget lines are linked to a KPI\nRisks and answers are registered\nOne owner"
                ), Text(zh: "缺项当日补齐，逾期不排期。", en: "Filled in on the day, or not scheduled.")),
            gate(
                Text(zh: "素材定稿：核准与测试通过", en: "Creative final: checked and tested"), "creative", "marketing",
                Text(
                    zh: "价格宣称有 30 天内成交证据\n用语与 VI 已核准\n已做小样测试，点击不低于均值",
                    en:
                        "Every price claim has a sale of the last 30 days\nWording and visuals are approved\nA small test clicks no worse than the mean"
                ), Text(zh: "未达均值则换素材再测。", en: "If clicks fall short, test another.")),
            gate(
                Text(zh: "渠道测试：链路可用", en: "Channel test: the path works"), "channel", "technology",
                Text(
                    zh: "埋点与归因参数已验证\n落地页 3 秒内打开\n库存与客服排班已确认\n小流量跑通",
                    en:
                        "Tracking and attribution checked\nLanding page opens within 3 seconds\nStock and service shifts agreed\nA small flow ran through"
                ), Text(zh: "任一不合格即暂停上线。", en: "Anything wrong: do not go live.")),
            gate(
                Text(zh: "上线：监控就绪", en: "Live: monitoring is ready"), "live", "marketing",
                Text(
                    zh: "盯盘看板与阈值已设置\n值守排班与应急预案到人\n回滚方式已演练",
                    en: "Board and thresholds are set\nPeople on call and emergency plan named\nRoll-back was tried"),
                Text(zh: "缺监控不放量。", en: "No scaling up without monitoring.")),
            gate(
                Text(zh: "结案：7 天内归因复盘", en: "Closed: review within 7 days"), "closed", "marketing",
                Text(
                    zh: "归因包已生成\n做对与做错各写两条\n行动项已建并有负责人",
                    en:
                        "The attribution pack is there\nTwo things that worked, two that did not\nAction items with owners"
                ), Text(zh: "逾期不结案。", en: "Not closed before that.")),
        ], rules: [.gates])

    private static func gate(_ title: Text, _ stage: String, _ department: String, _ checks: Text, _ fail: Text)
        -> StarterRecord
    {
        StarterRecord(
            title,
            ["stage": .code(stage), "department": .code(department), "checks": .text(checks), "on_fail": .text(fail)])
    }
}
