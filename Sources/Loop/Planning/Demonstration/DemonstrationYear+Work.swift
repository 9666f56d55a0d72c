import Kernel
import Records
import Store
import Warehouse

extension DemonstrationYear {
    /// One step of a plan. It follows steps by their place: `"3"`, `"4SS+2"`.
    struct Step: Sendable {
        let title: String, department: String, owner: Int64
        /// Working days; 0 is a milestone.
        let days: Int
        let after: [String]

        init(_ title: String, _ department: String, _ owner: Int64, _ days: Int, after: String...) {
            self.title = title
            self.department = department
            self.owner = owner
            self.days = days
            self.after = after
        }
    }

    func writeWork(for goals: [String: Record], _ team: Team) async throws {
        try await plan(
            "会员体系 2.0 上线", goals["repurchase_rate"], from: today - 45, until: today + 60, team.members,
            [
                Step("现有权益与成本盘点", "marketing", team.members, 6),
                Step("分层与权益方案", "marketing", team.members, 8, after: "1"),
                Step("成本测算与财务复核", "finance", team.finance, 5, after: "2SS+3"),
                Step("方案定稿", "marketing", team.marketing, 0, after: "2", "3"),
                Step("积分与等级规则配置", "technology", team.analyst, 12, after: "4"),
                Step("小程序会员页设计", "product", team.product, 8, after: "4"),
                Step("小程序会员页开发", "technology", team.analyst, 15, after: "6"),
                Step("会员数据核对", "technology", team.analyst, 6, after: "5"),
                Step("客服话术与培训", "service", team.service, 7, after: "4FS+5"),
                Step("门店导购培训", "sales", team.sales, 6, after: "9SS+3"),
                Step("华东灰度", "marketing", team.members, 10, after: "7", "8", "10"),
                Step("灰度复盘与调整", "marketing", team.analyst, 4, after: "11"),
                Step("全国上线", "marketing", team.marketing, 0, after: "12"),
            ])
        try await plan(
            "年货节整合营销", goals["revenue"], from: today - 14, until: today + 75, team.marketing,
            [
                Step("目标、预算与选品", "marketing", team.marketing, 6),
                Step("备货与价格确认", "supply", team.product, 10, after: "1"),
                Step("主题与主视觉", "marketing", team.content, 9, after: "1"),
                Step("素材制作", "marketing", team.content, 14, after: "3"),
                Step("达人与种草排期", "marketing", team.content, 8, after: "3SS+4"),
                Step("人群包与渠道测试", "marketing", team.analyst, 6, after: "4FF+2"),
                Step("预售开启", "sales", team.sales, 0, after: "2", "6"),
                Step("预热与预售", "marketing", team.marketing, 10, after: "7"),
                Step("正式期投放", "marketing", team.marketing, 12, after: "8"),
                Step("客服与仓储保障", "service", team.service, 12, after: "9SS"),
                Step("归因复盘", "marketing", team.analyst, 5, after: "9"),
            ])
    }

    private func plan(
        _ title: String, _ goal: Record?, from start: Day, until due: Day, _ owner: Int64, _ steps: [Step]
    ) async throws {
        var values: RecordValues = [
            "starts_on": .day(start), "due_on": .day(due), "calendar": .text("china"), "owner": .whole(owner),
        ]
        values["goal"] = goal.map { .whole($0.id) }
        let plan = try await adopt(try await make(.workPlan, title, values), "approve")
        var tasks: [Record] = []
        for (place, step) in steps.enumerated() {
            let numbers = step.after.map { link in
                let digits = link.prefix { $0.isNumber }
                return (Int(digits).map { String(tasks[$0 - 1].number) } ?? "") + link.dropFirst(digits.count)
            }
            var values: RecordValues = [
                "plan": .whole(plan.id), "owner": .whole(step.owner), "department": .text(step.department),
                "days": .number(Double(step.days)), "is_milestone": .flag(step.days == 0),
                "place": .number(Double(place + 1) * 10), "load": .number(0.5),
            ]
            if !numbers.isEmpty { values["follows"] = .text(numbers.joined(separator: "; ")) }
            tasks.append(try await make(.task, step.title, values))
        }
        let work = WorkStore(records, zone: warehouse.zone)
        try await work.takeBaseline(of: plan.number, name: "立项基线", by: .system)
        try await report(work, plan.number)
    }

    /// What lies behind happened as planned, but for every third task, which took two days longer.
    private func report(_ work: WorkStore, _ number: Int64) async throws {
        let schedule = try await records.store.read { db in try work.schedule(db, try work.plan(db, number: number)) }
        for (place, scheduled) in schedule.tasks.enumerated() where scheduled.starts <= today {
            let task = try await records.find(.task, number: scheduled.task.number, for: .system)
            let ends = scheduled.ends + (place % 3 == 2 ? 2 : 0)
            let isDone = ends < today
            var changes: [String: RecordValue?] = ["began_on": .day(scheduled.starts)]
            if isDone { changes["finished_on"] = .day(ends) } else { changes["progress"] = .number(0.4) }
            let begun = try await records.change(task, from: task.version, changes, by: .system)
            let running = try await move(begun, "start")
            if isDone { try await move(running, "finish") }
        }
    }
}
