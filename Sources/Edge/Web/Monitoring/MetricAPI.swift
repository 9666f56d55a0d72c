import Foundation
import Kernel
import Monitoring
import Records
import Warehouse

/// Metrics for programs: the dictionary and the values.
enum MetricAPI {
    static func routes(_ desk: MetricDesk) -> [Route] {
        [
            .get("/api/v1/metrics", .allowed(.view, .metric)) { _ in try json(Metric.all.map(Entry.init)) },
            .get("/api/v1/metrics/:metric", .allowed(.view, .board)) { visit in
                try json(try await report(visit, desk))
            },
            .get("/api/v1/board", .allowed(.view, .board)) { visit in
                let look = try MetricView(visit)
                let view = try BoardView.named(visit.query.text("view")) ?? .fitting(visit.person().account.roles)
                let board = try await desk.board.read(view, grain: look.grain, day: look.day, filters: look.filters)
                return try json(BoardAnswer(board))
            },
        ]
    }

    private static func report(_ visit: Visit, _ desk: MetricDesk) async throws -> MetricReport {
        func field(_ name: String) -> String? { visit.query.text(name).isEmpty ? nil : visit.query.text(name) }
        guard let last = try await RollUpState.read(from: desk.warehouse).lastDay else {
            throw MonitoringProblem.noData
        }
        let look = try MetricView(visit)
        return try await desk.board.report(
            MetricReportRequest(
                metric: visit["metric"], from: field("from"), to: field("to"), grain: field("grain"), by: field("by"),
                filters: look.filters, lastDay: last))
    }

    private static func json(_ value: some Encodable) throws -> Reply {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return .json([UInt8](try encoder.encode(value)))
    }

    private struct Entry: Encodable {
        let id: String
        let name: Text
        let meaning: Text
        let formula: Text
        let family: String
        let unit: String
        let direction: String
        let owner: String
        let dimensions: [String]
        let sources: [String]

        init(_ metric: Metric) {
            id = metric.id
            name = metric.name
            meaning = metric.meaning
            formula = metric.formula.text
            family = metric.family.rawValue
            unit = metric.unit.rawValue
            direction = metric.direction.rawValue
            owner = metric.owner.rawValue
            dimensions = metric.dimensions.map(\.rawValue)
            sources = metric.sources.map(\.id)
        }
    }

    private struct BoardAnswer: Encodable {
        struct Card: Encodable {
            let metric: String
            let name: Text
            let value: Double?
            let unavailable: Text?
            let target: Double?
            let attainment: Double?
            let light: String
            let changeOnPrevious: Double?
            let changeOnLastYear: Double?
            let history: [Double?]
            let dataTo: String?
        }
        let view: String
        let grain: String
        let from: String
        let to: String
        let timeZone: String
        let version: Int64
        let cards: [Card]

        init(_ board: Board) {
            view = board.view.id
            grain = board.periods.grain.rawValue
            from = board.periods.current.start.description
            to = board.periods.current.lastDay.description
            timeZone = board.zone.identifier
            version = board.version
            cards = board.cards.map { card in
                let scale = card.metric.unit == .money ? board.currency.unitsPerWhole : 1
                return Card(
                    metric: card.metric.id, name: card.metric.name, value: card.value.number.map { $0 / scale },
                    unavailable: card.value.reason?.text, target: card.target.map { $0 / scale },
                    attainment: card.attainment,
                    light: card.light.rawValue, changeOnPrevious: card.onPrevious?.amount,
                    changeOnLastYear: card.onLastYear?.amount,
                    history: card.history.map { $0.map { $0 / scale } }, dataTo: card.freshness.lastDay?.description)
            }
        }
    }
}
