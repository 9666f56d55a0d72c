import Engine

/// Write the row of a finished run.
struct RecordRun: Question {
    let run: RFMRun
    let options: String
    let cuts: String

    init(_ run: RFMRun) throws {
        self.run = run
        options = try StoredJSON.encode(run.options)
        cuts = try StoredJSON.encode(run.cuts)
    }

    let sql = "INSERT INTO rfm_run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

    var values: [EngineValue] {
        [
            .int(run.id), .day(run.asOf), .text(run.standing.rawValue), .text(options), .text(cuts),
            .int(run.customers), .int(run.orders), .int(run.recencyDays), .int(run.monetaryFen),
            .double(run.recency.median), .double(run.frequency.median), .double(run.monetary.median),
            .instant(run.startedAt), .instant(run.finishedAt), .bool(run.hasScores),
        ]
    }
}
