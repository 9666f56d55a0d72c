import Kernel
import Monitoring
import Records
import Warehouse

/// The board: where the day begins.
enum BoardPages {
    static func routes(_ desk: MetricDesk) -> [Route] {
        [
            .get(
                "/board", .allowed(.view, .board), menu: MenuEntry(.overview, Text(zh: "经营看板", en: "Board"), order: 10)
            ) { visit in
                try await board(visit, desk)
            },
            MetricFiles.board(desk).route,
        ]
    }

    private static func board(_ visit: Visit, _ desk: MetricDesk) async throws -> Reply {
        let view = try BoardView.named(visit.query.text("view")) ?? .fitting(visit.person().account.roles)
        let look = try MetricView(visit)
        do {
            let board = try await desk.board.read(view, grain: look.grain, day: look.day, filters: look.filters)
            let regions = try regionChoices(visit)
            return .page(page(board, look, visit, regions).actions { MetricFiles.board(desk).menu(visit) })
        } catch MonitoringProblem.noData {
            return .page(emptyPage(visit))
        }
    }

    /// The regions the reader may choose among.
    private static func regionChoices(_ visit: Visit) throws -> [String] {
        switch try visit.scope(.view, .board) {
        case .all: RegionName.all.map(\.code)
        case .only(let regions, _): regions.count > 1 ? regions.sorted() : []
        }
    }

    private static func page(_ board: Board, _ look: MetricView, _ visit: Visit, _ regions: [String]) -> Page {
        let sortsByUrgency = visit.query.text("sort") != "family"
        return Page(
            board.view.name, pretitle: PeriodName.text(board.periods.whole, board.periods.grain), lead: lead(board)
        ) {
            toolbar(board, look, visit, regions)
            if sortsByUrgency {
                grid(board.byUrgency, board, look)
            } else {
                for family in MetricFamily.allCases {
                    let cards = board.cards.filter { $0.metric.family == family }
                    if !cards.isEmpty {
                        section(.class("stack"), .label(family.name)) {
                            h2 { family.name }
                            grid(cards, board, look)
                        }
                    }
                }
            }
        }.footnote(footnote(board))
    }

    private static func grid(_ cards: [BoardCard], _ board: Board, _ look: MetricView) -> HTML {
        div(.class("kpi-grid")) {
            for card in cards { boardCard(card, board, href: MetricPages.path(card.metric) + look.query()) }
        }
    }

    private static func lead(_ board: Board) -> Text {
        let days = PeriodName.days(board.periods.current)
        let running =
            board.periods.isRunning
            ? Text(zh: "（进行中，按同天数对比）", en: " (running: compared with as many days)") : Text(verbatim: "")
        return board.view.purpose + Text(zh: "。统计区间：", en: ". Days counted: ") + days + running
    }

    private static func toolbar(_ board: Board, _ look: MetricView, _ visit: Visit, _ regions: [String]) -> HTML {
        div(.class("stack-tight")) {
            tabs(
                BoardView.all.map { ($0.name, visit.address(setting: "view", to: $0.id), $0 == board.view) },
                label: Text(zh: "看板视图", en: "Views"))
            div(.class("row-wrap")) {
                for light in [Light.red, .amber, .green, .grey] {
                    span(.class("row-wrap")) {
                        lightMark(light)
                        span(.class("num")) { board.count(light) }
                    }
                }
                periodForm(board, look, visit, regions)
            }
        }
    }

    private static func periodForm(_ board: Board, _ look: MetricView, _ visit: Visit, _ regions: [String]) -> HTML {
        queryForm("/board", .class("row-wrap board-form"), .label(Text(zh: "期间与范围", en: "Period and scope"))) {
            input(.type("hidden"), .name("view"), .value(board.view.id))
            label {
                span(.class("visually-hidden")) { Text(zh: "周期", en: "Grain") }
                select(.class("form-select"), .name("grain")) {
                    for grain in Grain.allCases {
                        option(.value(grain.rawValue), .selected(grain == look.grain)) { grain.name }
                    }
                }
            }
            label {
                span(.class("visually-hidden")) { Text(zh: "截至日期", en: "Up to") }
                input(
                    .class("form-control"), .type("date"), .name("to"),
                    .value((look.day ?? board.periods.current.lastDay).description))
            }
            if !regions.isEmpty { regionSelect(look, regions) }
            label {
                span(.class("visually-hidden")) { Text(zh: "排序", en: "Order") }
                select(.class("form-select"), .name("sort")) {
                    option(.value("urgency"), .selected(visit.query.text("sort") != "family")) {
                        Text(zh: "未达标优先", en: "Off target first")
                    }
                    option(.value("family"), .selected(visit.query.text("sort") == "family")) {
                        Text(zh: "按指标类别", en: "By family")
                    }
                }
            }
            button(.class("btn"), .type("submit")) { Text(zh: "应用", en: "Apply") }
        }
    }

    private static func regionSelect(_ look: MetricView, _ regions: [String]) -> HTML {
        let chosen = look.chosen.first { $0.dimension == .region }?.members.first
        return label {
            span(.class("visually-hidden")) { Dimension.region.name }
            select(.class("form-select"), .name("region")) {
                option(.value("")) { Text(zh: "全部大区", en: "All regions") }
                for code in regions { option(.value(code), .selected(code == chosen)) { RegionName.text(code) } }
            }
        }
    }

    private static func footnote(_ board: Board) -> Text {
        let counted = board.refreshedAt.map { Figure.moment($0, in: board.zone) } ?? "—"
        return Text(
            zh: "时区：\(board.zone.identifier)；汇总于 \(counted)；亮灯按达成率：",
            en: "Time zone: \(board.zone.identifier). Rolled up at \(counted). Lights by attainment: ")
            + rules(board)
            + Text(zh: "，其余红灯；未设目标或无法计算为灰灯。", en: ", red below; grey without a target or a value.")
    }

    /// The limits that most cards follow, and by name the cards that do not.
    private static func rules(_ board: Board) -> Text {
        let sizes = Dictionary(grouping: board.cards, by: \.limits).mapValues(\.count)
        let most = sizes.max { ($0.value, $1.key.green) < ($1.value, $0.key.green) }?.key ?? .standard
        let others = board.cards.filter { $0.limits != most }
        guard !others.isEmpty else { return LimitPages.words(most) }
        let named = others.map { card in
            let words = LimitPages.words(card.limits)
            return Text(zh: "\(card.metric.name.zh) \(words.zh)", en: "\(card.metric.name.en) \(words.en)")
        }
        return LimitPages.words(most)
            + Text(
                zh: "（单独设置：\(named.map(\.zh).joined(separator: "；"))）",
                en: " (of their own: \(named.map(\.en).joined(separator: "; ")))")
    }

    private static func emptyPage(_ visit: Visit) -> Page {
        Page(Text(zh: "经营看板", en: "Board")) {
            emptyState(
                "chart-bar", Text(zh: "还没有数据", en: "No data yet"),
                Text(
                    zh: "导入订单后，看板会自动计算销售、客户、转化与投放等指标。",
                    en: "Import orders, and the board computes sales, customers, conversion and spend."))
        }
    }
}
