import Kernel
import Records
import Store

extension DemonstrationYear {
    /// Development projects with budgets in their buckets, exits under assessment, and who answers for risks and resources.
    func writePortfolio(_ team: Team) async throws {
        try await writeBuckets(team)
        try await writeExits(team)
        try await writeOwners(team)
        try await RiskWatchStore(records, warehouse).run()
        try await MacroWatchStore(records, warehouse).run()
    }

    private func writeBuckets(_ team: Team) async throws {
        guard let bold = try await named("突破型创新", .strategicBucket),
            let small = try await named("渐进型创新", .strategicBucket)
        else { return }
        var ids: [Int64] = []
        for bucket in [bold, small] {
            let changed = try await records.change(
                bucket, from: bucket.version,
                ["year": .number(Double(year.start.year)), "owner": .whole(team.product)], by: .system)
            ids.append(try await adopt(changed, "approve").id)
        }
        for (title, amount) in [("可降解外包装开发", Int64(900_000)), ("语音识别操作模块", 1_300_000)] {
            guard let project = try await named(title, .developmentProject) else { continue }
            try await records.change(
                project, from: project.version, ["planned": .whole(units(amount)), "owner": .whole(team.product)],
                by: .system)
        }
        for (title, bucket, amount, gate, back, reason) in [
            ("头皮微生态精华平台", 0, Int64(1_200_000), "prototype", 120, "进入高增速细分，预计三年内贡献两成洗护收入。"),
            ("浓缩片剂家清", 0, 800_000, "idea", 30, "运输成本减半，试水可持续主张。"),
            ("香氛补充装升级", 1, 550_000, "trial", 200, "补充装占比提升到三成。"),
            ("礼盒结构降本", 1, 450_000, "test", 90, "单盒成本下降 1.8 元。"),
        ] {
            try await make(
                .developmentProject, title,
                [
                    "bucket": .whole(ids[bucket]), "planned": .whole(units(amount)),
                    "spent": .whole(units(amount) * Int64(min(back, 200)) / 400), "gate": .text(gate),
                    "starts_on": .day(today - back), "due_on": .day(today + 240), "expected_return": .text(reason),
                    "owner": .whole(team.product),
                ])
        }
    }

    /// The best sold of what is in decline, scored; the first of them is decided.
    private func writeExits(_ team: Team) async throws {
        let portfolio = try await Portfolio.read(asOf: today, from: warehouse, records, for: .system)
        let declining = (portfolio?.products ?? []).filter { $0.stage == .decline && $0.figures.yearSales > 0 }.prefix(
            3)
        for (life, scores) in zip(declining, [[4, 5, 2], [3, 4, 2], [2, 3, 4]] as [[Int64]]) {
            let score = scores[0] + scores[1] - scores[2]
            try await make(
                .exitAssessment, life.figures.name,
                [
                    "product_code": .text(life.figures.code), "assessed_on": .day(today - 15),
                    "upkeep_score": .whole(scores[0]), "substitute_score": .whole(scores[1]),
                    "synergy_score": .whole(scores[2]),
                    "reasoning": .text("近 90 天销量明显弱于同品类；按库存占用、替代款进度与连带率打分。"),
                    "decision": .text(score >= 7 ? "exit" : score >= 4 ? "harvest" : "keep"),
                    "customer_plan": .text("老客以替代款同价换购，库存在两个月内通过组合装消化。"), "owner": .whole(team.product),
                ])
        }
    }

    private func writeOwners(_ team: Team) async throws {
        let owners: [String: Int64] = [
            "competition": team.product, "policy": team.chief, "sentiment": team.content, "budget": team.finance,
            "channel": team.sales, "complaint": team.service, "technical": team.analyst,
        ]
        for risk in try await records.store.read({ try records.all($0, .risk) }) {
            guard let owner = owners[risk.text("kind") ?? ""] else { continue }
            try await records.change(risk, from: risk.version, ["owner": .whole(owner)], by: .system)
        }
        if let capacity = try await named("内容团队产能", .resourceItem) {
            try await records.change(
                capacity, from: capacity.version,
                [
                    "amount": .number(120), "needed": .number(180), "counted_on": .day(today - 20),
                    "owner": .whole(team.content),
                ],
                by: .system)
        }
    }
}
