import Kernel
import Planning
import Records
import Warehouse

/// The parts of the strategy board.
struct StrategyBoard {
    let plan: Record
    let shelf: StrategyShelf
    let measures: [MeasureReading]
    let showsMeasures: Bool
    let day: Day
    let today: Day
    let okr: OKRTree
    let goals: [Goal]
    let readings: [Int64: GoalReading]
    let currency: Currency
    let mayEdit: Bool

    var html: HTML {
        HTML {
            phaseCard
            measureCard
            div(.class("columns")) {
                goalCard
                okrCard
            }
        }
    }

    // MARK: Phases

    private var phases: [StrategyPhase] { StrategyPhase.phases(of: plan, shelf.phases) }

    private var phaseCard: HTML {
        guard case .day(let start) = plan["starts_on"] else {
            return card(Text(zh: "三阶段", en: "Phases")) {
                emptyState(
                    "calendar", Text(zh: "规划没有开始日期", en: "The plan has no first day"),
                    Text(zh: "填写开始日期后，三个阶段即可推算。", en: "With it, three phases follow.")
                ) {
                    a(.class("btn"), .href(RecordDesk.path(plan) + "/edit")) { Text(zh: "去填写", en: "Fill it in") }
                }
            }
        }
        let month = StrategyPhase.month(of: day, from: start)
        let note =
            month.map { Text(zh: "\(day) 是规划的第 \($0) 个月", en: "\(day) is in month \($0) of the plan") }
            ?? Text(zh: "规划自 \(start) 开始", en: "The plan begins on \(start)")
        return card(Text(zh: "三阶段推进", en: "Phases"), note: note, actions: phaseActions) {
            div(.class("phase-row")) { for phase in phases { block(phase) } }
        }
    }

    private var phaseActions: HTML {
        guard mayEdit, phases.contains(where: { $0.record == nil }) else { return HTML() }
        return postForm("\(StrategyPages.path)/plans/\(plan.number)/phases") {
            button(.class("btn"), .type("submit")) { Text(zh: "建立这三个阶段", en: "Write these down") }
        }
    }

    private func block(_ phase: StrategyPhase) -> HTML {
        let isNow = phase.days.contains(day)
        let milestones = shelf.milestones(of: phase)
        return section(.class(isNow ? "phase-block now" : "phase-block")) {
            header {
                h3 {
                    if let record = phase.record {
                        a(.href(RecordDesk.path(record))) { phase.name }
                    } else {
                        phase.name
                    }
                }
                if isNow { span(.class("mark mark-info")) { Text(zh: "当前阶段", en: "Now") } }
            }
            p(.class("quiet small num")) {
                Text(
                    zh: "第 \(phase.firstMonth)–\(phase.lastMonth) 月 · ",
                    en: "Months \(phase.firstMonth)–\(phase.lastMonth) · ")
                    + PeriodName.days(phase.days)
            }
            if let record = phase.record {
                p { RecordListPart.state(record) }
                mix(record)
            }
            if !milestones.isEmpty {
                ul(.class("plain-list")) { for milestone in milestones { line(milestone) } }
            } else if phase.record != nil {
                p(.class("quiet small")) { Text(zh: "还没有里程碑", en: "No milestones yet") }
            }
            if mayEdit, let record = phase.record { moves(record, milestones) }
        }
    }

    /// The phase's own mix of people, budget and technology.
    private func mix(_ record: Record) -> HTML {
        let parts = [
            ("people_share", Text(zh: "人力", en: "people")), ("budget_share", Text(zh: "预算", en: "budget")),
            ("technology_share", Text(zh: "技术", en: "technology")),
        ].compactMap { field, name -> Text? in
            guard case .number(let share) = record[field] else { return nil }
            return name + Text(verbatim: " \(Figure.percent(share, 0))")
        }
        guard let first = parts.first else { return HTML() }
        return p(.class("small")) {
            Text(zh: "资源配比：", en: "Mix: ") + parts.dropFirst().reduce(first) { $0 + Text(zh: "、", en: ", ") + $1 }
        }
    }

    private func line(_ milestone: Record) -> HTML {
        let due = StrategyShelf.due(milestone)
        let isOpen = milestone.state == "open" || milestone.state == "at_risk"
        return li {
            a(.href(RecordDesk.path(milestone))) { milestone.title }
            span(.class(isOpen && due < today ? "small worse num" : "small quiet num")) {
                isOpen && due < today
                    ? Text(zh: "已逾期 \(today - due) 天", en: "\(today - due) days late") : Text(verbatim: due.description)
            }
            RecordListPart.state(milestone)
        }
    }

    private func moves(_ record: Record, _ milestones: [Record]) -> HTML {
        let open = milestones.filter { $0.state == "open" || $0.state == "at_risk" }
        let address = "\(StrategyPages.path)/phases/\(record.number)"
        return HTML {
            if record.state == "planned" {
                phaseForm(record, address + "/start") {
                    button(.class("btn"), .type("submit")) { Text(zh: "启动阶段", en: "Start") }
                }
            } else if record.state == "running" {
                details(.class("inline-details")) {
                    summary(.class("btn")) { Text(zh: "收官…", en: "Close…") }
                    phaseForm(record, address + "/close") {
                        if !open.isEmpty {
                            notice(
                                .warning,
                                Text(
                                    zh:
                                        "还有 \(open.count) 个里程碑未达成（\(open.map(\.code).joined(separator: "、"))）。强行收官须说明理由，并与编号一并留痕。",
                                    en:
                                        "\(open.count) milestones are still open (\(open.map(\.code).joined(separator: ", "))). Closing over them needs a reason, kept with their codes."
                                ))
                        }
                        Field("reason", Text(zh: "收官说明", en: "Reason"), required: true).html
                        button(.class("btn btn-primary"), .type("submit")) { Text(zh: "确认收官", en: "Close the phase") }
                    }
                }
            }
        }
    }

    private func phaseForm(_ record: Record, _ address: String, @HTMLBuilder _ inside: () -> HTML) -> HTML {
        postForm(address, .class("stack-tight")) {
            input(.type("hidden"), .name("version"), .value(String(record.version)))
            input(.type("hidden"), .name("next"), .value("\(StrategyPages.path)?plan=\(plan.number)"))
            inside()
        }
    }

    // MARK: Measures

    private var measureCard: HTML {
        card(
            Text(zh: "关键指标：领先还是落后", en: "Headline measures: ahead or behind"),
            note: Text(
                zh: "累计与比率类看截至当日的近 12 个月，水平类看最近一个整月；路径取检查点之间的连线。",
                en:
                    "Sums and rates over the twelve months up to the day, levels in the last whole month; the path runs between checkpoints."
            ),
            flush: true
        ) {
            if !showsMeasures {
                p(.class("goal-balance quiet")) {
                    Text(zh: "全公司数据超出您的数据范围。", en: "Numbers of the whole company lie beyond what you may see.")
                }
            } else if measures.isEmpty {
                emptyState(
                    "chart-line", Text(zh: "还没有战略指标", en: "No headline measures yet"),
                    Text(
                        zh: "添加基线、目标与期限，路径与每季度检查点会自动推算。",
                        en: "Give baseline, target and deadline; the path and a checkpoint per quarter follow.")
                ) {
                    if mayEdit {
                        a(.class("btn btn-primary"), .href("/plan/records/strategy_measure/new")) {
                            Text(zh: "新建战略指标", en: "New measure")
                        }
                    }
                }
            } else {
                measureTable
            }
        }
    }

    private var measureTable: HTML {
        DataTable(
            Text(zh: "关键指标", en: "Headline measures"), rows: measures,
            columns: [
                .init(Text(zh: "指标", en: "Measure")) { reading in
                    a(.href(RecordDesk.path(reading.record))) { reading.record.title }
                    span(.class("cell-sub")) { Self.next(reading, day) }
                },
                .init(Text(zh: "基线 → 目标", en: "Baseline → target"), figure: true) { reading in
                    Self.number(reading.path?.baseline, reading)
                    " → "
                    Self.number(reading.path?.target, reading)
                },
                .init(Text(zh: "当日应达", en: "Path on the day"), figure: true) { reading in
                    Self.number(reading.expected, reading)
                },
                .init(Text(zh: "实际", en: "Actual"), figure: true) { reading in Self.number(reading.actual, reading) },
                .init(Text(zh: "领先 / 落后", en: "Ahead / behind")) { reading in Self.lead(reading) },
                .init(Text(zh: "走完的路程", en: "Way made")) { reading in
                    if let progress = reading.progress {
                        div(.class("goal-chance-line")) {
                            span(.class("num")) { Figure.percent(progress, 0) }
                            shareBar(progress)
                        }
                    } else {
                        span(.class("quiet")) { "—" }
                    }
                },
            ]
        ).html
    }

    /// The next checkpoint after the day looked at.
    private static func next(_ reading: MeasureReading, _ day: Day) -> Text {
        guard let path = reading.path else { return Text(zh: "缺少期限，无法推算路径", en: "No deadline: no path") }
        guard let point = path.checkpoints.first(where: { $0.day > day }) else {
            return Text(zh: "已到期限 \(path.due)", en: "Due \(path.due)")
        }
        return Text(
            zh: "下一检查点 \(point.day)：\(plain(point.value, reading))",
            en: "Next checkpoint \(point.day): \(plain(point.value, reading))")
    }

    private static func lead(_ reading: MeasureReading) -> HTML {
        guard let lead = reading.lead else {
            return span(.class("quiet small")) {
                reading.metric == nil
                    ? Text(zh: "未绑定指标，请在战略指标中选择", en: "No metric: choose one in the measure")
                    : reading.metric?.isBySegment == true
                        ? Text(zh: "请选择份额细分并录入市场规模", en: "Choose a share segment and enter its sizes")
                        : Text(zh: "当日没有完整数据", en: "No complete data on that day")
            }
        }
        let size = plain(abs(lead), reading)
        if abs(lead) < 0.005 { return badge(Text(zh: "与路径一致", en: "On the path"), .good) }
        return lead > 0
            ? badge(Text(zh: "领先 \(size)", en: "Ahead by \(size)"), .good)
            : badge(Text(zh: "落后 \(size)", en: "Behind by \(size)"), .attention)
    }

    private static func number(_ value: Double?, _ reading: MeasureReading) -> HTML {
        HTML(verbatim: value.map { plain($0, reading) } ?? "—")
    }

    private static func plain(_ value: Double, _ reading: MeasureReading) -> String {
        let unit =
            if case .text(let unit) = reading.record["unit"] { unit } else {
                reading.metric?.unit == .percent ? "%" : ""
            }
        let decimals = abs(value) >= 1_000 ? 0 : value == value.rounded() ? 0 : 2
        return Figure.decimal(value, decimals) + (unit == "%" || unit.isEmpty ? unit : " " + unit)
    }

    // MARK: Goals and OKR

    private var goalCard: HTML {
        card(
            Text(zh: "本规划的目标", en: "Goals of this plan"),
            actions: a(.class("btn"), .href(GoalPages.path)) { Text(zh: "目标树", en: "All goals") }
        ) {
            if goals.isEmpty {
                p(.class("quiet")) { Text(zh: "还没有目标挂在本规划下。", en: "No goal serves this plan yet.") }
            } else {
                ul(.class("plain-list")) {
                    for goal in urgent {
                        li {
                            GoalMarks.light(readings[goal.id]?.light ?? .unknown)
                            a(.href(GoalPages.path(goal))) { goal.record.title }
                            if let probability = readings[goal.id]?.probability {
                                span(.class("quiet num small")) { GoalMarks.percent(probability) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// The worst first; parts of others are left to the tree.
    private var urgent: [Goal] {
        goals.filter { goal in goal.parent.map { parent in !goals.contains { $0.id == parent } } ?? true }
            .sorted {
                ((readings[$0.id]?.light ?? .unknown).urgency, $0.record.number)
                    < ((readings[$1.id]?.light ?? .unknown).urgency, $1.record.number)
            }.prefix(12).map { $0 }
    }

    private var okrCard: HTML {
        let open = okr.roots.filter { $0.state != "closed" }
        return card(
            Text(zh: "OKR 进度", en: "OKR"),
            actions: a(.class("btn"), .href(OKRPages.path)) { Text(zh: "OKR 与签到", en: "OKR and check-ins") }
        ) {
            if open.isEmpty {
                p(.class("quiet")) { Text(zh: "还没有进行中的 O。", en: "No open objectives yet.") }
            } else {
                ul(.class("plain-list")) {
                    for objective in open {
                        li {
                            a(.href(RecordDesk.path(objective))) { objective.title }
                            OKRPages.progress(okr.progress(of: objective))
                        }
                    }
                }
            }
        }
    }
}
