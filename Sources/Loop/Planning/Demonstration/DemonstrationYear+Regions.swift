import Kernel
import Records
import Warehouse

extension DemonstrationYear {
    private struct Candidate {
        let title: String, region: String
        /// 10,000 people; 100 million yuan; yuan a head and year.
        let population: Double, product: Double, income: Int64
        /// Market, density of rivals, policy, logistics, digital: 1 to 5.
        let scores: [Int64]
        let verdict: String
    }

    private static let candidates = [
        Candidate(
            title: "长三角", region: "east", population: 23_700, product: 331_000, income: 61_000,
            scores: [5, 5, 4, 5, 5],
            verdict: "prepare"),
        Candidate(
            title: "珠三角", region: "south", population: 7_900, product: 115_000, income: 62_000,
            scores: [5, 4, 4, 5, 5],
            verdict: "prepare"),
        Candidate(
            title: "成渝城市群", region: "southwest", population: 9_800, product: 87_000, income: 38_500,
            scores: [4, 2, 5, 4, 4], verdict: "enter"),
        Candidate(
            title: "长江中游城市群", region: "central", population: 12_700, product: 115_000, income: 36_500,
            scores: [4, 3, 4, 4, 4], verdict: "enter"),
        Candidate(
            title: "京津冀", region: "north", population: 10_900, product: 115_000, income: 46_500,
            scores: [4, 4, 3, 5, 4],
            verdict: "prepare"),
        Candidate(
            title: "关中平原", region: "northwest", population: 3_900, product: 27_000, income: 33_500,
            scores: [2, 2, 4, 3, 3], verdict: "wait"),
        Candidate(
            title: "哈长城市群", region: "northeast", population: 4_300, product: 23_000, income: 31_000,
            scores: [2, 2, 3, 3, 3], verdict: "wait"),
    ]

    /// Candidate regions among those that the company sells to, and the countries it looks at.
    func writeRegions(_ team: Team) async throws {
        let state = try await RollUpState.read(from: warehouse)
        guard let orders = Metric.named("revenue"), let last = state.lastDay else { return }
        let answer = try await MetricReader(warehouse).answer(
            MetricQuestion([orders], in: [Period(.month, holding: last)], by: .region), state)
        let served = Set(answer.members)
        for candidate in Self.candidates where served.contains(candidate.region) {
            try await write(candidate, team)
        }
        try await writeCountries(team)
    }

    private func write(_ candidate: Candidate, _ team: Team) async throws {
        let record = try await make(
            .regionScore, candidate.title,
            [
                "region": .text(candidate.region), "year": .number(Double(year.start.year - 1)),
                "population": .number(candidate.population), "gdp": .number(candidate.product),
                "income": .whole(units(candidate.income)), "market_score": .whole(candidate.scores[0]),
                "rival_density": .whole(candidate.scores[1]), "policy_score": .whole(candidate.scores[2]),
                "logistics_score": .whole(candidate.scores[3]), "digital_score": .whole(candidate.scores[4]),
                "evidence": .text("人口、生产总值与收入为约数，正式评审前以统计公报核对；竞争与物流由区域团队打分。"),
                "verdict": .text(candidate.verdict), "owner": .whole(team.sales),
            ])
        if candidate.verdict == "enter" { try await move(record, "watch") }
    }

    /// Whole units of the currency as it is kept.
    func units(_ amount: Int64) -> Int64 { (0..<records.currency.decimals).reduce(amount) { units, _ in units * 10 } }

    private func writeCountries(_ team: Team) async throws {
        try await country(
            "泰国", [4, 3, 4], 0.012, team, licences: "食药监备案已提交，泰文标签完成初稿。", channels: "Shopee 官方店 + 曼谷代理。",
            state: "preparing")
        try await country("沙特阿拉伯", [2, 2, 3], 0, team, state: "studied")
        try await country("越南", [3, 2, 4], 0.004, team, state: "studied")
        for (title, cluster, sequence, target, scores) in [
            ("马来西亚", "southeast_asia", 4.0, 0.04, [4, 4, 4] as [Int64]), ("阿联酋", "middle_east", 5, 0.03, [3, 2, 4]),
        ] {
            try await make(
                .overseasMarket, title,
                [
                    "cluster": .text(cluster), "sequence": .number(sequence), "target_share": .number(target),
                    "due_on": .day(today + 1_825), "supply_ready": .whole(scores[0]), "team_ready": .whole(scores[1]),
                    "policy_ready": .whole(scores[2]), "owner": .whole(team.sales),
                ])
        }
    }

    private func country(
        _ title: String, _ ready: [Int64], _ share: Double, _ team: Team, licences: String? = nil,
        channels: String? = nil, state: String
    ) async throws {
        guard let record = try await named(title, .overseasMarket) else { return }
        var changes: [String: RecordValue?] = [
            "supply_ready": .whole(ready[0]), "team_ready": .whole(ready[1]), "policy_ready": .whole(ready[2]),
            "revenue_share": .number(share), "owner": .whole(team.sales),
        ]
        if let licences { changes["licences"] = .text(licences) }
        if let channels { changes["channels"] = .text(channels) }
        let changed = try await records.change(record, from: record.version, changes, by: .system)
        if state == "preparing" { try await move(changed, "prepare") }
    }
}
