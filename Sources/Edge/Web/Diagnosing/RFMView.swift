import Diagnosing
import Kernel
import Records
import Warehouse

/// What somebody looks at: a run, the regions she may see and has chosen, a score of M or all of them.
struct RFMView: Sendable {
    let rfm: RFM
    let run: RFMRun
    let runs: [RFMRun]
    let region: String?
    let regions: RegionChoice
    let offeredRegions: [String]
    let monetary: Int?
    /// The reader may see only some regions: totals of the whole company are not for her.
    let isNarrow: Bool

    /// `nil` before the first run.
    static func open(_ visit: Visit, _ desk: RFMDesk, _ resource: Resource = .diagnosis) async throws -> RFMView? {
        let rfm = try await desk.rfm()
        let runs = try await rfm.runs()
        let chosen = visit.query.int("run").map(Int64.init)
        if let chosen, !runs.contains(where: { $0.id == chosen }) { throw RFMProblem.runMissing(chosen) }
        let latest = runs.first { $0.standing.writesHistory } ?? runs.first
        guard let run = runs.first(where: { $0.id == chosen }) ?? latest else { return nil }
        let reach = RegionChoice(try visit.scope(.view, resource))
        let region = visit.query.text("region").isEmpty ? nil : visit.query.text("region")
        let offered = try await rfm.regions(of: run).filter { reach.and(.only([$0])) == .only([$0]) }
        return RFMView(
            rfm: rfm, run: run, runs: runs, region: region, regions: region.map { reach.and(.only([$0])) } ?? reach,
            offeredRegions: offered, monetary: visit.query.int("m", in: 1...5),
            isNarrow: reach != .all)
    }

    /// The same view at another page, with more fields.
    func address(_ path: String, _ more: [(String, String)] = []) -> String {
        path + "?" + FieldValues(fields.pairs.map { ($0.name, $0.value) } + more).encoded
    }

    /// What makes this view again.
    var fields: FieldValues {
        FieldValues([("run", String(run.id))] + (region.map { [("region", $0)] } ?? []))
    }

    var currency: Currency { rfm.warehouse.currency }

    func money(_ fen: Int64) -> Text { Figure.shortMoney(Money(minorUnits: fen, currency: currency)) }

    func title(of run: RFMRun) -> Text {
        let name = Text(zh: "\(run.asOf) · \(run.standing.name.zh)", en: "\(run.asOf) · \(run.standing.name.en)")
        return isNarrow
            ? name
            : name
                + Text(
                    zh: " · \(Figure.grouped(run.customers)) 位客户", en: " · \(Figure.grouped(run.customers)) customers")
    }

    var zoneNote: Text {
        let zone = rfm.warehouse.zone.identifier
        return Text(
            zh: "统计日 \(run.asOf)（含当日），时区 \(zone)；只计已付款且金额大于零的订单，不含退货。",
            en:
                "As of \(run.asOf), that day included, time zone \(zone). Paid orders with an amount count; returns do not."
        )
    }
}
