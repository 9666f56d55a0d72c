import Kernel
import Monitoring
import Records
import Warehouse

/// From which attainment on a light is green or amber: one rule for all metrics, and others for single ones.
enum LimitPages {
    static let path = "/board/limits"
    private static let title = Text(zh: "亮灯规则", en: "Light limits")

    static func routes(_ desk: MetricDesk) -> [Route] {
        [
            .get(path, .allowed(.view, .target), menu: MenuEntry(.overview, title, order: 40)) { visit in
                .page(try await list(visit, desk))
            },
            .get(path + "/:metric", .allowed(.view, .target)) { visit in .page(try await one(visit, desk)) },
            .post(path + "/:metric", .allowed(.edit, .target)) { visit in try await save(visit, desk) },
        ]
    }

    static func address(_ metric: Metric?) -> String { path + "/" + (metric?.id ?? "all") }

    /// `≥ 100% 绿灯，≥ 90% 黄灯`
    static func words(_ limits: LightLimits) -> Text {
        let green = percent(limits.green)
        let amber = percent(limits.amber)
        return Text(zh: "≥ \(green)% 绿灯，≥ \(amber)% 黄灯", en: "green from \(green) %, amber from \(amber) %")
    }

    /// `97.5`, `100`
    private static func percent(_ share: Double) -> String {
        let number = (share * 1000).rounded() / 10
        return number == number.rounded() ? String(Int64(number)) : "\(number)"
    }

    private static func subject(_ visit: Visit) throws -> Metric? {
        visit["metric"] == "all" ? nil : try MetricPages.named(visit)
    }

    private static func list(_ visit: Visit, _ desk: MetricDesk) async throws -> Page {
        let kept = try await desk.targets.limits()
        let common = kept[TargetStore.everyMetric] ?? .standard
        return Page(
            title, pretitle: Step.overview.name,
            lead: Text(
                zh: "达成率达到多少亮绿灯、多少亮黄灯，其余亮红灯。未单独设置的指标都按通用规则。",
                en:
                    "From which attainment on a light is green or amber; below it is red. Metrics without limits of their own follow the common ones."
            )
        ) {
            card(
                Text(zh: "通用规则", en: "Common limits"), note: words(common),
                actions: a(.class("btn"), .href(address(nil))) { edits(visit) }
            ) { scale(common) }
            for family in MetricFamily.allCases {
                card(family.name, flush: true) {
                    table(Metric.all.filter { $0.family == family }, kept, common, family)
                }
            }
        }.footnote(
            Text(
                zh: "达成率 = 实际值 ÷ 目标值；越低越好的指标按偏离目标的幅度计算。每次更改都写入审计日志。",
                en:
                    "Attainment is actual ÷ target; where lower is better, by the distance from the target. Each change is in the audit log."
            ))
    }

    private static func edits(_ visit: Visit) -> Text {
        visit.may(.edit, .target) ? Text(zh: "调整", en: "Change") : Text(zh: "历史", en: "History")
    }

    private static func table(
        _ metrics: [Metric], _ kept: [String: LightLimits], _ common: LightLimits, _ family: MetricFamily
    ) -> HTML {
        DataTable(
            family.name, rows: metrics,
            columns: [
                .init(Text(zh: "指标", en: "Metric")) { metric in a(.href(address(metric))) { metric.name } },
                .init(Text(zh: "方向", en: "Direction")) { $0.direction.name },
                .init(Text(zh: "绿灯", en: "Green"), figure: true) { "≥ \(percent((kept[$0.id] ?? common).green))%" },
                .init(Text(zh: "黄灯", en: "Amber"), figure: true) { "≥ \(percent((kept[$0.id] ?? common).amber))%" },
                .init(Text(zh: "规则", en: "Rule")) { metric in
                    kept[metric.id] == nil
                        ? span(.class("quiet")) { Text(zh: "通用", en: "Common") }
                        : badge(Text(zh: "单独设置", en: "Its own"), .busy)
                },
            ]
        ).html
    }

    /// The rule as the three lights show it.
    private static func scale(_ limits: LightLimits) -> HTML {
        div(.class("row-wrap")) {
            for (light, text) in [
                (Light.green, "≥ \(percent(limits.green))%"),
                (.amber, "\(percent(limits.amber))% – \(percent(limits.green))%"),
                (.red, "< \(percent(limits.amber))%"),
            ] {
                span(.class("row-wrap")) {
                    lightMark(light)
                    span(.class("num")) { text }
                }
            }
        }
    }

    private static func one(_ visit: Visit, _ desk: MetricDesk, _ trouble: FormTrouble? = nil) async throws -> Page {
        let metric = try subject(visit)
        let kept = try await desk.targets.limits()
        let common = kept[TargetStore.everyMetric] ?? .standard
        let own = kept[metric?.id ?? TargetStore.everyMetric]
        let shown = own ?? common
        let history = try await desk.targets.limitHistory(of: metric)
        return Page(
            metric?.name ?? Text(zh: "通用规则", en: "Common limits"), pretitle: title,
            lead: metric.map { $0.meaning }
        ) {
            card(words(shown), note: own == nil ? Text(zh: "沿用默认规则", en: "By default") : nil) {
                div(.class("stack")) {
                    scale(shown)
                    if visit.may(.edit, .target) { form(metric, shown, isOwn: own != nil, visit, trouble) }
                }
            }
            card(Text(zh: "更改历史", en: "Changes"), flush: true) { changes(history, visit) }
        }
    }

    private static func form(
        _ metric: Metric?, _ shown: LightLimits, isOwn: Bool, _ visit: Visit, _ trouble: FormTrouble?
    ) -> HTML {
        postForm(address(metric), .class("narrow-form")) {
            trouble?.overall(["green", "amber"])
            div(.class("field-row")) {
                field("green", Text(zh: "绿灯：达成率不低于（%）", en: "Green: attainment from (%)"), shown.green, visit, trouble)
                field("amber", Text(zh: "黄灯：达成率不低于（%）", en: "Amber: attainment from (%)"), shown.amber, visit, trouble)
            }
            div(.class("form-foot")) {
                submitButton(Text(zh: "保存", en: "Save"))
                if isOwn {
                    button(.class("btn"), .type("submit"), .name("do"), .value("reset")) {
                        metric == nil
                            ? Text(zh: "恢复 100% / 90%", en: "Back to 100 % / 90 %")
                            : Text(zh: "改用通用规则", en: "Use the common limits")
                    }
                }
            }
        }
    }

    private static func field(
        _ name: String, _ label: Text, _ value: Double, _ visit: Visit, _ trouble: FormTrouble?
    ) -> HTML {
        Field(
            name, label, value: trouble == nil ? percent(value) : visit.form.text(name), problem: trouble?.about(name),
            required: true
        ).html
    }

    private static func changes(_ history: [LimitChange], _ visit: Visit) -> HTML {
        guard !history.isEmpty else {
            return emptyState(
                "history", Text(zh: "还没有更改", en: "No changes yet"),
                Text(zh: "调整规则后，这里会列出何时由谁改成了什么。", en: "Who changed the limits, when and to what, will be listed here."))
        }
        return DataTable(
            Text(zh: "更改历史", en: "Changes"), rows: history,
            columns: [
                .init(Text(zh: "时间", en: "When")) { change in
                    span(.class("num nowrap")) { change.at.map { Figure.moment($0, in: visit.app.zone) } ?? "—" }
                },
                .init(Text(zh: "何人", en: "Who")) { AuditWords.author($0.author) },
                .init(Text(zh: "改为", en: "To")) { change in
                    change.limits.map(words) ?? Text(zh: "恢复默认规则", en: "Back to the default")
                },
            ]
        ).html
    }

    private static func save(_ visit: Visit, _ desk: MetricDesk) async throws -> Reply {
        let metric = try subject(visit)
        let author = try visit.author()
        if visit.form.text("do") == "reset" {
            try await desk.targets.removeLimits(of: metric, by: author)
            return Reply.redirect(to: address(metric)).flashing(
                Text(zh: "已恢复默认规则。", en: "The default limits hold again."))
        }
        let read = try await FormTrouble.catching { try limits(visit.form) }
        switch read {
        case .failure(let trouble): return .page(try await one(visit, desk, trouble), status: trouble.status)
        case .success(let limits):
            try await desk.targets.setLimits(limits, of: metric, by: author)
            return Reply.redirect(to: address(metric)).flashing(Text(zh: "已保存亮灯规则。", en: "The limits are saved."))
        }
    }

    private static func limits(_ form: FieldValues) throws -> LightLimits {
        func share(_ field: String) throws -> Double {
            let typed = form.text(field).filter { !"%％ ".contains($0) }
            guard let number = Double(typed), number > 0, number <= 1000 else {
                throw FormTrouble(
                    field,
                    Text(zh: "请填写 0 到 1000 之间的百分数，例如 95。", en: "Give a percentage between 0 and 1000, such as 95."))
            }
            return number / 100
        }
        let green = try share("green")
        let amber = try share("amber")
        guard let limits = LightLimits(green: green, amber: amber) else {
            throw FormTrouble("amber", Text(zh: "黄灯阈值不能高于绿灯阈值。", en: "Amber cannot begin above green."))
        }
        return limits
    }
}
