import Kernel
import Planning
import Records
import Warehouse

/// The lines of a budget by module: KPI, what they cost before, the change, the plan and its share.
struct BudgetLinesPart {
    let view: BudgetView
    let desk: BudgetDesk
    let mayEdit: Bool

    private var modules: [(choice: Choice, lines: [LinePosition])] {
        let list = RecordType.budgetLine.field("module")?.kind.choiceList ?? []
        return list.compactMap { choice in
            let own = view.positions.filter { $0.line.module == choice.id }
            return own.isEmpty ? nil : (choice, own.sorted { $0.line.planned > $1.line.planned })
        }
    }

    var html: HTML {
        card(
            Text(zh: "预算行", en: "Lines"),
            note: Text(zh: "点名称可修改；每一行必须关联 KPI", en: "Click a name to change it; every line serves a KPI"),
            actions: add, flush: true
        ) {
            if view.positions.isEmpty {
                emptyState(
                    "table", Text(zh: "还没有预算行", en: "No lines yet"),
                    Text(zh: "零基编制：逐行添加，并说明它服务的 KPI。", en: "Built from zero: add lines one by one, each with its KPI."))
            } else {
                table
            }
        }
    }

    private var add: HTML {
        HTML {
            if mayEdit, view.book.budget.state == "draft" {
                a(.class("btn btn-small"), .href(RecordDesk.path(.budgetLine) + "/new?budget=\(view.book.budget.code)"))
                {
                    icon("plus")
                    Text(zh: "添加预算行", en: "Add a line")
                }
            }
        }
    }

    private var table: HTML {
        let caption = Text(zh: "预算行", en: "Lines")
        return div(.class("table-scroll"), .attribute("tabindex", "0"), .role("region"), .label(caption)) {
            Web.table(.class("data-table")) {
                HTMLTags.caption { caption }
                thead {
                    tr {
                        th(.scope("col")) { Text(zh: "模块 / 预算行", en: "Module / line") }
                        th(.scope("col")) { Text(zh: "KPI", en: "KPI") }
                        for name in [
                            Text(zh: "上期实际", en: "Before"), Text(zh: "增减", en: "Change"), Text(zh: "计划", en: "Planned"),
                            Text(zh: "占比", en: "Share"),
                        ] { th(.scope("col"), .class("digits")) { name } }
                    }
                }
                for module in modules { group(module.choice, module.lines) }
                tfoot { total(Text(zh: "合计", en: "Total"), view.positions, "sum-row") }
            }
        }
    }

    private func group(_ module: Choice, _ lines: [LinePosition]) -> HTML {
        tbody {
            total(module.name, lines, "group-row")
            for position in lines { row(position) }
        }
    }

    private func row(_ position: LinePosition) -> HTML {
        let line = position.line
        return tr {
            td {
                a(.href(RecordDesk.path(line.record))) { line.title }
                span(.class("cell-sub")) { place(line) }
            }
            td { metric(line.metric) }
            td(.class("digits")) { line.base.map { desk.money($0) } ?? "—" }
            td(.class("digits")) { change(line.base, line.planned) }
            td(.class("digits")) { desk.money(line.planned) }
            td(.class("digits share-cell")) {
                Figure.percent(view.book.share(line.planned))
                shareBar(view.book.share(line.planned))
            }
        }
    }

    private func place(_ line: BudgetLine) -> HTML {
        HTML {
            line.code
            if let channel = line.channel {
                " · "
                ChannelName.text(channel)
            }
            if let project = line.project.flatMap({ view.names.records[$0] }) { " · \(project.title)" }
            if line.isStopped {
                " · "
                Text(zh: "停用", en: "stopped")
            }
        }
    }

    private func metric(_ id: String) -> HTML {
        guard let metric = Metric.named(id) else { return HTML(verbatim: id) }
        return a(.href(MetricPages.path(metric))) { metric.name }
    }

    private func change(_ base: Int64?, _ planned: Int64) -> HTML {
        guard let base, base > 0 else { return HTML(Text(zh: "新增", en: "New")) }
        return HTML(verbatim: Figure.change(Double(planned - base) / Double(base)))
    }

    private func total(_ name: Text, _ lines: [LinePosition], _ style: String) -> HTML {
        let planned = lines.reduce(0) { $0 + $1.line.planned }
        let base = lines.reduce(0) { $0 + ($1.line.base ?? 0) }
        // Compared like with like: lines that were not there before are left out.
        let grown = lines.filter { $0.line.base ?? 0 > 0 }.reduce(0) { $0 + $1.line.planned }
        return tr(.class(style)) {
            th(.scope("row")) { name }
            td {}
            td(.class("digits")) { base > 0 ? desk.money(base) : "—" }
            td(.class("digits")) { base > 0 ? change(base, grown) : HTML(verbatim: "—") }
            td(.class("digits")) { desk.money(planned) }
            td(.class("digits")) { Figure.percent(view.book.share(planned)) }
        }
    }
}
