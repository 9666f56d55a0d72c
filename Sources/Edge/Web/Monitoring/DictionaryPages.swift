import Kernel
import Monitoring
import Records
import Warehouse

/// The metric dictionary (DA-04): every definition, searchable.
enum DictionaryPages {
    static func routes(_ desk: MetricDesk) -> [Route] {
        [
            .get(
                "/data/metrics", .allowed(.view, .metric),
                menu: MenuEntry(.data, Text(zh: "指标字典", en: "Metric dictionary"), order: 60)
            ) { visit in
                .page(try await page(visit, desk))
            },
            MetricFiles.dictionary(desk).route,
        ]
    }

    /// What the search finds.
    static func found(_ visit: Visit) -> [Metric] {
        let wanted = visit.query.text("q").lowercased()
        return Metric.all.filter { wanted.isEmpty || matches($0, wanted) }
    }

    private static func page(_ visit: Visit, _ desk: MetricDesk) async throws -> Page {
        let found = found(visit)
        return Page(
            Text(zh: "指标字典", en: "Metric dictionary"),
            lead: Text(
                zh: "\(Metric.all.count) 项指标，每项只有一个口径；看板、下钻、导出、接口和命令行均由此计算。",
                en:
                    "\(Metric.all.count) metrics, one definition each; boards, pages, exports, the API and the command line compute from here."
            )
        ) {
            queryForm("/data/metrics", .class("row-wrap board-form"), .role("search")) {
                label {
                    span(.class("visually-hidden")) { Text(zh: "搜索指标", en: "Search metrics") }
                    input(
                        .class("form-control"), .type("search"), .name("q"), .value(visit.query.text("q")),
                        .placeholder(Text(zh: "名称、编号、公式或来源", en: "Name, id, formula or source")))
                }
                button(.class("btn"), .type("submit")) { Text(zh: "搜索", en: "Search") }
            }
            if found.isEmpty {
                emptyState(
                    "search", Text(zh: "没有匹配的指标", en: "No metric matches"),
                    Text(zh: "换一个关键词，或清空搜索查看全部指标。", en: "Try another word, or clear the search to see all.")
                ) {
                    a(.class("btn"), .href("/data/metrics")) { Text(zh: "查看全部", en: "Show all") }
                }
            }
            for family in MetricFamily.allCases {
                let metrics = found.filter { $0.family == family }
                if !metrics.isEmpty { card(family.name, flush: true) { table(metrics, family).html } }
            }
        }.footnote(Text(zh: "时区：\(desk.warehouse.zone.identifier)", en: "Time zone: \(desk.warehouse.zone.identifier)"))
            .actions { MetricFiles.dictionary(desk).menu(visit) }
    }

    private static func matches(_ metric: Metric, _ wanted: String) -> Bool {
        let texts =
            [
                metric.id, metric.name.zh, metric.name.en, metric.formula.text.zh, metric.formula.text.en,
                metric.meaning.zh, metric.meaning.en,
            ] + metric.sources.flatMap { [$0.id, $0.name.zh, $0.name.en] }
        return texts.contains { $0.lowercased().contains(wanted) }
    }

    private static func table(_ metrics: [Metric], _ family: MetricFamily) -> DataTable<Metric> {
        DataTable(
            family.name, rows: metrics,
            columns: [
                .init(Text(zh: "指标", en: "Metric")) { metric in
                    a(.href(MetricPages.path(metric))) { metric.name }
                    span(.class("cell-sub")) { code { metric.id } }
                },
                .init(Text(zh: "公式与说明", en: "Formula and meaning")) { metric in
                    metric.formula.text
                    span(.class("cell-sub")) { metric.meaning }
                },
                .init(Text(zh: "来源", en: "Sources")) { metric in
                    Text(
                        zh: metric.sources.map(\.name.zh).joined(separator: "、"),
                        en: metric.sources.map(\.name.en).joined(separator: ", "))
                },
                .init(Text(zh: "负责人", en: "Owner")) { $0.owner.name },
                .init(Text(zh: "方向", en: "Direction")) { $0.direction.name },
            ])
    }
}
