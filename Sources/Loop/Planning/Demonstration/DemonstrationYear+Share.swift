import Kernel
import Records
import Warehouse

/// Market shares of the demonstration company. Their truth is planted: the size of each segment is what we sold divided by the
/// share that it is to show, so that any reader of the data must find just this share again (S-02).
extension DemonstrationYear {
    struct PlantedShare: Sendable {
        let name: String
        let categories: String
        let channels: [String]
        /// In the last quarter before the year.
        let level: Double
        /// By how much it grows in a quarter.
        let step: Double
        let counting: String

        /// In the quarter so many after the last one before the year.
        func share(_ quarter: Int) -> Double { level + step * Double(quarter) }
    }

    static let plantedShares = [
        PlantedShare(
            name: "洗护发（全渠道）", categories: "洗护发", channels: [], level: 0.15, step: 0.004,
            counting: "全国洗护发零售额，含税，线上线下合计；与我方净销售额口径一致。"),
        PlantedShare(
            name: "面部护肤（线上）", categories: "面部护肤", channels: ["tmall", "jd", "douyin"], level: 0.09, step: -0.0015,
            counting: "三大平台面部护肤成交额，含税、去退款。"),
        PlantedShare(
            name: "家居清洁（全渠道）", categories: "家居清洁", channels: [], level: 0.062, step: 0.0002,
            counting: "全国家居清洁零售额，含税。"),
        PlantedShare(
            name: "天猫个护家清", categories: "", channels: ["tmall"], level: 0.041, step: 0.0006,
            counting: "天猫个护与家清两个一级类目成交额，去退款。"),
    ]

    func writeShares(of plan: Record, _ team: Team) async throws {
        for planted in Self.plantedShares {
            var values: RecordValues = [
                "counting": .text(planted.counting), "owner": .whole(team.analyst),
            ]
            if !planted.categories.isEmpty { values["categories"] = .text(planted.categories) }
            if !planted.channels.isEmpty { values["channels"] = .codes(planted.channels) }
            let segment = try await make(.marketSegment, planted.name, values)
            let count = try await writeSizes(of: MarketSegment(segment), planted)
            if count > 0, planted.name == Self.plantedShares[0].name { try await writeShareGoal(segment, plan, team) }
        }
    }

    /// Of the quarters up to the last whole one that the data cover.
    private func writeSizes(of segment: MarketSegment, _ planted: PlantedShare) async throws -> Int {
        guard let sales = Metric.named("revenue") else { return 0 }
        let running = Grain.quarter.start(of: today + 1)
        let quarters = (1...12).reversed().map { Period(.quarter, holding: Grain.quarter.advance(running, by: -$0)) }
        let answer = try await MetricReader(warehouse).answer(
            MetricQuestion([sales], in: quarters, where: segment.filters))
        var count = 0
        for (place, quarter) in quarters.enumerated() where !answer.isPartial(sales, place) {
            guard let own = answer.value(sales, place).number, own > 0 else { continue }
            let back = (year.start.year - quarter.start.year) * 4 - (quarter.start.quarter - 1)
            let size = Int64((own / planted.share(1 - back)).rounded())
            try await make(
                .segmentSize, "\(segment.record.title) \(quarter.start.year)Q\(quarter.start.quarter)",
                [
                    "segment": .whole(segment.id), "starts_on": .day(quarter.start), "ends_on": .day(quarter.lastDay),
                    "sales": .whole(size), "source": .text("行业零售监测（示例）"),
                    "confidence": .text(quarter.end == running ? "likely" : "confirmed"),
                ])
            count += 1
        }
        return count
    }

    /// From 15 to 20 per cent in three years, with what is to move it.
    private func writeShareGoal(_ segment: Record, _ plan: Record, _ team: Team) async throws {
        let goal = try await make(
            .goal, "洗护发市场份额三年提升到 20%",
            [
                "family": .text("sales"), "horizon": .text("long"), "metric": .text(Metric.marketShare.id),
                "segment": .whole(segment.id), "baseline": .number(15), "target": .number(20),
                "feasibility": .text("近三年每季度提升约 0.4 个百分点；新增头皮护理与县域渠道可以保持这一速度。"),
                "strategy": .whole(plan.id), "owner": .whole(team.chief), "starts_on": .day(year.start),
                "due_on": .day(Period(.year, holding: year.start.adding(months: 24)).lastDay),
            ])
        let active = try await adopt(goal, "activate")
        for (title, kind, points, move, days) in [
            ("头皮护理系列上市，补齐功效线", "product", 2.0, "start", 120),
            ("县域即时零售铺货 1,200 个点位", "reach", 1.5, "start", 210),
            ("检测报告与功效宣称升级，支撑中高端定价", "premium", 0.8, "", 300), ("洗护大规格补充装换代", "product", 0.7, "finish", -20),
        ] {
            let lever = try await make(
                .shareLever, title,
                [
                    "segment": .whole(segment.id), "goals": .records([active.id]), "kind": .text(kind),
                    "expected_points": .number(points), "owner": .whole(team.product),
                    "starts_on": .day(year.start + 30),
                    "due_on": .day(today + days),
                ])
            guard !move.isEmpty else { continue }
            let running = try await self.move(lever, "start")
            if move == "finish" { try await self.move(running, "finish") }
        }
    }
}
