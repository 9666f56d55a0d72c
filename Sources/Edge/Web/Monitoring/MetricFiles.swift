import Collecting
import Kernel
import Monitoring
import Records
import Warehouse

/// What boards and metrics are taken out as: the cards of a board, a metric's values by period and member, the dictionary.
enum MetricFiles {
    static func board(_ desk: MetricDesk) -> ListExport {
        ListExport("/board", seenBy: .allowed(.view, .board), exporting: .board) { visit in
            let view = try BoardView.named(visit.query.text("view")) ?? .fitting(visit.person().account.roles)
            let look = try MetricView(visit)
            let board = try await desk.board.read(view, grain: look.grain, day: look.day, filters: look.filters)
            return sheet(board, look, visit)
        }
    }

    private static func sheet(_ board: Board, _ look: MetricView, _ visit: Visit) -> ExportSheet {
        let language = visit.language
        let columns = [
            visit.column("metric", Text(zh: "编号", en: "Id")), visit.column("name", Text(zh: "指标", en: "Metric")),
            visit.column("unit", Text(zh: "单位", en: "Unit")), visit.column("value", Text(zh: "数值", en: "Value")),
            visit.column("target", Text(zh: "整期目标", en: "Target")),
            visit.column("expected", Text(zh: "时序目标", en: "Target to date")),
            visit.column("attainment", Text(zh: "达成率", en: "Reached")),
            visit.column("light", Text(zh: "亮灯", en: "Light")),
            visit.column("on_previous", Text(zh: "环比", en: "On previous")),
            visit.column("on_last_year", Text(zh: "同比", en: "On last year")),
            visit.column("data_to", Text(zh: "数据截至", en: "Data to")),
            visit.column("note", Text(zh: "说明", en: "Note")),
        ]
        let rows = board.cards.map { card -> [ExportCell] in
            let scale = card.metric.unit == .money ? board.currency.unitsPerWhole : 1
            return [
                .text(card.metric.id), .text(card.metric.name[language]),
                .text(MetricFigure.unitName(card.metric.unit, board.currency)[language]),
                .number(card.value.number.map { $0 / scale }), .number(card.target.map { $0 / scale }),
                .number(card.expected.map { $0 / scale }), .number(card.attainment), .text(card.light.word[language]),
                .number(card.onPrevious?.amount), .number(card.onLastYear?.amount), .day(card.freshness.lastDay),
                .text(card.value.reason?.text[language]),
            ]
        }
        let name = Text(zh: "看板_\(board.view.name.zh)", en: "board_\(board.view.id)")[language]
        return ExportSheet(
            "board:\(board.view.id)", name: "\(name)_\(board.periods.current.lastDay)", columns: columns, rows: rows,
            notes: notes(PeriodName.days(board.periods.current), look, visit))
    }

    static func metric(_ desk: MetricDesk) -> ListExport {
        ListExport("/board/metrics/:metric", seenBy: .allowed(.view, .board), exporting: .board) { visit in
            let metric = try MetricPages.named(visit)
            let look = try MetricView(visit)
            guard let last = try await RollUpState.read(from: desk.warehouse).lastDay else {
                throw MonitoringProblem.noData
            }
            let day = min(look.day ?? last, last)
            let by = Dimension(rawValue: visit.query.text("by"))
            let periods = ComparedPeriods(look.grain, upTo: day, historyCount: MetricTrend.length(look.grain))
            let request = try MetricReportRequest(
                metric: metric.id, from: periods.history.first?.start.description, to: day.description,
                grain: look.grain.rawValue, by: by?.rawValue, filters: look.filters, lastDay: last)
            return sheet(try await desk.board.report(request), metric, by, day, look, visit)
        }
    }

    private static func sheet(
        _ report: MetricReport, _ metric: Metric, _ by: Dimension?, _ day: Day, _ look: MetricView, _ visit: Visit
    ) -> ExportSheet {
        let language = visit.language
        let columns = [
            visit.column("metric", Text(zh: "指标", en: "Metric")),
            visit.column("member", by?.name ?? Text(zh: "成员", en: "Member")),
            visit.column("from_day", Text(zh: "起始日", en: "From")), visit.column("to_day", Text(zh: "截止日", en: "To")),
            visit.column("value", Text(zh: "数值", en: "Value")),
            visit.column("lower", Text(zh: "95% 下限", en: "Lower 95 %")),
            visit.column("upper", Text(zh: "95% 上限", en: "Upper 95 %")),
            visit.column("note", Text(zh: "说明", en: "Note")),
        ]
        let rows = report.series.flatMap { series in
            series.values.map { value -> [ExportCell] in
                [
                    .text(report.name[language]), .text(series.name?[language]), .day(Day(value.from)),
                    .day(Day(value.to)),
                    .number(value.value), .number(value.interval?.lower), .number(value.interval?.upper),
                    .text(value.unavailable?[language]),
                ]
            }
        }
        let unit = visit.note(
            Text(zh: "单位", en: "Unit"), MetricFigure.unitName(metric.unit, visit.app.currency))
        let formula = visit.note(Text(zh: "公式", en: "Formula"), report.formula)
        return ExportSheet(
            "metric:\(metric.id)", name: "\(metric.name[language])_\(day)", columns: columns, rows: rows,
            notes: [unit, formula] + notes(nil, look, visit))
    }

    static func dictionary(_ desk: MetricDesk) -> ListExport {
        ListExport("/data/metrics", seenBy: .allowed(.view, .metric), exporting: .board) { visit in
            let language = visit.language
            let columns = [
                visit.column("id", Text(zh: "编号", en: "Id")), visit.column("name", Text(zh: "指标", en: "Metric")),
                visit.column("family", Text(zh: "类别", en: "Family")),
                visit.column("formula", Text(zh: "公式", en: "Formula")),
                visit.column("meaning", Text(zh: "说明", en: "Meaning")),
                visit.column("unit", Text(zh: "单位", en: "Unit")),
                visit.column("direction", Text(zh: "方向", en: "Direction")),
                visit.column("sources", Text(zh: "来源", en: "Sources")),
                visit.column("owner", Text(zh: "负责人", en: "Owner")),
            ]
            let rows = DictionaryPages.found(visit).map { metric -> [ExportCell] in
                [
                    .text(metric.id), .text(metric.name[language]), .text(metric.family.name[language]),
                    .text(metric.formula.text[language]), .text(metric.meaning[language]),
                    .text(MetricFigure.unitName(metric.unit, visit.app.currency)[language]),
                    .text(metric.direction.name[language]),
                    .text(metric.sources.map { $0.name[language] }.joined(separator: language == .zh ? "、" : ", ")),
                    .text(metric.owner.name[language]),
                ]
            }
            let name = Text(zh: "指标字典", en: "metric_dictionary")[language]
            return ExportSheet("metric_dictionary", name: name, columns: columns, rows: rows, notes: [visit.zoneNote])
        }
    }

    /// Period, filters, zone and currency: what makes a number readable outside its page.
    static func notes(_ period: Text?, _ look: MetricView, _ visit: Visit) -> [ExportSheet.Note] {
        let filters = look.filters.map { filter in
            visit.note(
                filter.dimension.name,
                filter.members.isEmpty
                    ? Text(zh: "（无权查看）", en: "(none visible)")
                    : Text(
                        zh: filter.members.map { filter.dimension.text(of: $0).zh }.joined(separator: "、"),
                        en: filter.members.map { filter.dimension.text(of: $0).en }.joined(separator: ", ")))
        }
        let days = period.map { [visit.note(Text(zh: "统计区间", en: "Days counted"), $0)] } ?? []
        return days + filters + [visit.zoneNote, visit.currencyNote]
    }
}
