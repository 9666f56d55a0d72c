import Diagnosing
import Kernel
import Monitoring
import Records
import Warehouse

/// What somebody looks at: the counts, a period that is kept, the regions she may see and has chosen, a split.
struct BasketView: Sendable {
    let baskets: Baskets
    let state: BasketState
    let grain: Grain
    let periods: ComparedPeriods
    let region: String?
    let regions: RegionChoice
    let offeredRegions: [String]
    let kind: BasketKind
    let horizon: ValueHorizon
    let productNames: [String: String]

    static let grains: [Grain] = [.month, .quarter, .year]

    /// `nil` before the first count and without orders.
    static func open(_ visit: Visit, _ desk: BasketDesk, kinds: [BasketKind] = BasketKind.allCases) async throws
        -> BasketView?
    {
        let baskets = try await desk.baskets()
        guard let state = try await baskets.state() else { return nil }
        let grain = Grain(rawValue: visit.query.text("grain")).flatMap { grains.contains($0) ? $0 : nil } ?? .month
        let to = visit.query.text("to")
        let wished = Day(to)
        if !to.isEmpty, wished == nil { throw MonitoringProblem.unreadableDay(to) }
        let earliest = Self.earliest(grain, state)
        let day = min(max(wished ?? state.days.lastDay, earliest), state.days.lastDay)
        let periods = ComparedPeriods(
            grain, upTo: min(Period(grain, holding: day).lastDay, state.days.lastDay),
            historyCount: grain == .year ? 6 : 13)
        let reach = RegionChoice(try visit.scope(.view, .diagnosis))
        let region = visit.query.text("region").isEmpty ? nil : visit.query.text("region")
        let kind = BasketKind(rawValue: visit.query.text("by")).flatMap { kinds.contains($0) ? $0 : nil } ?? kinds[0]
        return BasketView(
            baskets: baskets, state: state, grain: grain, periods: periods, region: region,
            regions: region.map { reach.and(.only([$0])) } ?? reach,
            offeredRegions: try await baskets.regions().filter { reach.and(.only([$0])) == .only([$0]) }, kind: kind,
            horizon: ValueHorizon.allCases.first { String($0.days) == visit.query.text("horizon") } ?? .year,
            productNames: kind == .product ? try await baskets.productNames() : [:])
    }

    /// The first day of the earliest period that is kept.
    private static func earliest(_ grain: Grain, _ state: BasketState) -> Day {
        let count = grain == .month ? 48 : grain == .quarter ? 20 : 6
        return max(state.days.start, grain.advance(grain.start(of: state.days.lastDay), by: 1 - count))
    }

    var currency: Currency { baskets.warehouse.currency }

    /// The periods to choose from, the latest first.
    var offeredPeriods: [Period] {
        var periods: [Period] = []
        var start = grain.start(of: state.days.lastDay)
        let first = grain.start(of: Self.earliest(grain, state))
        while start >= first {
            periods.append(Period(from: start, upTo: grain.advance(start, by: 1)))
            start = grain.advance(start, by: -1)
        }
        return periods
    }

    /// How a member of the split is called.
    func name(_ member: String) -> Text {
        switch kind {
        case .channel: Dimension.channel.text(of: member)
        case .category: Dimension.category.text(of: member)
        case .product: Text(verbatim: productNames[member] ?? member)
        }
    }

    func money(_ fen: Double?) -> String { fen.map { MetricFigure.full($0, .money, currency) } ?? "—" }
    func plain(_ fen: Double?) -> Double? { fen.map { $0 / currency.unitsPerWhole } }

    /// `2026 年 11 月（截至 20 日）`.
    var periodName: Text {
        let name = PeriodName.text(periods.whole, grain)
        return periods.isRunning
            ? name + Text(zh: "（截至 \(periods.current.lastDay)）", en: " (to \(periods.current.lastDay))") : name
    }

    var footnote: Text {
        let zone = baskets.warehouse.zone.identifier
        let several = regions != .all && offeredRegions.count > 1 && region == nil
        return Text(
            zh:
                "时区 \(zone)；只计已支付订单，退货不冲减；大区为订单所在大区。统计更新于 \(Figure.moment(state.refreshedAt, in: baskets.warehouse.zone))。",
            en:
                "Time zone \(zone). Paid orders count, returns are not taken off; the region is the order’s. Counted at \(Figure.moment(state.refreshedAt, in: baskets.warehouse.zone))."
        )
            + (several
                ? Text(
                    zh: "跨大区购买的客户在各大区各计一次。", en: " A customer who bought in several regions counts in each.")
                : Text(verbatim: ""))
    }
}
