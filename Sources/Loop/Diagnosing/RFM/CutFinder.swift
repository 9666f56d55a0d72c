import Engine

/// Finds the borders between scores, and the medians, which are ranks too.
struct CutFinder: Sendable {
    let customers: Int64
    let method: RFMMethod

    struct Found: Sendable, Hashable {
        let cuts: ScoreCuts
        let recencyMedian: Double
        let frequencyMedian: Double
        let monetaryMedian: Double
    }

    func find(in session: EngineSession) async throws -> Found {
        let recency = try await find(.recency, in: session)
        let frequency = try await find(.frequency, in: session)
        let monetary = try await find(.monetary, in: session)
        return Found(
            cuts: ScoreCuts(recency: recency.cuts, frequency: frequency.cuts, monetary: monetary.cuts),
            recencyMedian: recency.median, frequencyMedian: frequency.median, monetaryMedian: monetary.median)
    }

    private func find(_ dimension: RFMDimension, in session: EngineSession) async throws -> (
        cuts: [ScoreCut], median: Double
    ) {
        let ranks = QuantileRanks(count: customers)
        let wanted = ranks.bucketEnds + ranks.middle
        let rows = try await session.ask(ValuesAtRanks(dimension: dimension, ranks: wanted)).rows.map(
            ValuesAtRanks.Row.init)
        let middle = ranks.middle.compactMap { rank in rows.first { $0.holds(rank) }?.value }
        let median = middle.map { Double(dimension.readable($0)) }.reduce(0, +) / Double(max(middle.count, 1))
        if case .fixed(let fixed) = method { return (fixed.cuts(for: dimension), median) }
        var cuts: [ScoreCut] = []
        for rank in ranks.bucketEnds { cuts.append(try await cut(after: rank, dimension, rows, in: session)) }
        return (cuts, median)
    }

    /// The border just above a rank.
    private func cut(
        after rank: Int64, _ dimension: RFMDimension, _ rows: [ValuesAtRanks.Row], in session: EngineSession
    ) async throws -> ScoreCut {
        guard let row = rows.first(where: { $0.holds(rank) }) else {
            throw ValuesAtRanks.RankMissing(rank: rank, dimension: dimension)
        }
        guard row.lastRank > rank else { return ScoreCut(value: row.value, orderKey: nil) }
        let question = OrderKeyWithinTie(dimension: dimension, value: row.value, position: rank - row.firstRank + 1)
        for key in try await session.ask(question).rows {
            return ScoreCut(value: row.value, orderKey: try key.text("order_key"))
        }
        throw ValuesAtRanks.RankMissing(rank: rank, dimension: dimension)
    }
}

extension ValuesAtRanks.Row {
    func holds(_ rank: Int64) -> Bool { (firstRank...lastRank).contains(rank) }
}
