import Engine
import Foundation
import Kernel

extension RFMRun {
    /// Reads a row of `rfm_run`.
    init(_ row: EngineRow) throws {
        let customers = try row.int("customers")
        let (days, orders) = (try row.int("recency_days"), try row.int("orders"))
        let money = try row.int("monetary_fen")
        func centre(_ sum: Int64, _ median: String) throws -> Centre {
            Centre(mean: Double(sum) / Double(max(customers, 1)), median: try row.double(median))
        }
        self.init(
            id: try row.int("run_id"), asOf: try row.day("as_of"),
            standing: RFMStanding(rawValue: try row.text("standing")) ?? .trial,
            options: try StoredJSON.decode(RFMOptions.self, try row.text("options")),
            cuts: try StoredJSON.decode(ScoreCuts.self, try row.text("cuts")),
            customers: customers, orders: orders, recencyDays: days, monetaryFen: money,
            recency: try centre(days, "recency_median"), frequency: try centre(orders, "frequency_median"),
            monetary: try centre(money, "monetary_median"),
            startedAt: try row.instant("started_at"), finishedAt: try row.instant("finished_at"),
            hasScores: try row.bool("has_scores"))
    }
}

/// Settings and borders are kept with a run as JSON with sorted keys.
enum StoredJSON {
    static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}
