import Engine
import Kernel
import Records
import Store
import Warehouse

extension DemonstrationYear {
    /// Rivals whose prices are followed, what they did lately, the five forces of the industry, and more on radar and SWOT.
    func writeMarket(_ team: Team) async throws {
        let rivals = try await writeRivals(team)
        try await writeRivalProducts(rivals)
        try await writeSigns(rivals, team)
        try await writeForces(rivals, team)
        try await writeTrends(team)
        try await writeSWOT(team)
        try await writePriorities(team)
        // The economy of this company is followed by retail sales.
        if let rule = try await named("经济下行：重审价格", .macroRule) {
            try await records.change(
                rule, from: rule.version, ["indicator": .text("consumption"), "owner": .whole(team.analyst)],
                by: .system)
        }
    }

    private struct Rival {
        let name: String, kind: String, share: Double, positioning: String, band: String, channels: String
        let promotions: String, strengths: String, openings: String
        /// Product, brand, distribution, digital: 1 to 5.
        let scores: [Int64]
    }

    private static let rivals = [
        Rival(
            name: "清沐", kind: "core", share: 0.142, positioning: "成分透明的都市个护，25–35 岁白领", band: "60–90 元",
            channels: "天猫旗舰店为主，屈臣氏与盒马铺货，体验店 12 家。", promotions: "大促满减叠加会员券，日常少打折。",
            strengths: "成分口碑强，搜索品牌词占比高；我方以检测报告与真实测评正面回应。", openings: "补充装与家庭大规格缺位；三线以下城市几乎没有铺货。",
            scores: [4, 4, 3, 5]),
        Rival(
            name: "悦木间", kind: "core", share: 0.118, positioning: "植物香氛生活方式，Z 世代", band: "50–75 元",
            channels: "京东自营与抖音自播，线下快闪。", promotions: "直播间加赠为主，每月一场联名。", strengths: "联名上新快，社媒互动高；我方不追联名频次，做香型系列化。",
            openings: "复购低，功效证据薄弱；客服响应慢。", scores: [3, 4, 3, 5]),
        Rival(
            name: "白溪", kind: "direct", share: 0.096, positioning: "进口原料的高端家清与护肤", band: "90–140 元",
            channels: "天猫国际、精品超市、礼品渠道。", promotions: "礼盒与年节团购，全年两次大促。", strengths: "高端心智与礼赠场景；我方以组合装进入礼赠价位。",
            openings: "价格高于我方近两成，日用场景渗透低。", scores: [5, 4, 3, 2]),
        Rival(
            name: "素里", kind: "core", share: 0.081, positioning: "极简平价，家庭囤货", band: "35–60 元",
            channels: "京东自营、拼多多、社区团购。", promotions: "大规格低单价，近期全线降价约 12%。",
            strengths: "成本低、到货快；我方以入门规格与会员专享价应对，不改标价。", openings: "香型与肤感口碑一般，退货率高。",
            scores: [3, 2, 4, 3]),
    ]

    private func writeRivals(_ team: Team) async throws -> [String: Record] {
        var made: [String: Record] = [:]
        for rival in Self.rivals {
            let record = try await make(
                .competitor, rival.name,
                [
                    "kind": .text(rival.kind), "share": .number(rival.share), "positioning": .text(rival.positioning),
                    "price_band": .text(rival.band), "channels": .text(rival.channels),
                    "promotions": .text(rival.promotions), "strengths": .text(rival.strengths),
                    "openings": .text(rival.openings), "product_score": .whole(rival.scores[0]),
                    "brand_score": .whole(rival.scores[1]), "channel_score": .whole(rival.scores[2]),
                    "digital_score": .whole(rival.scores[3]), "owner": .whole(team.product),
                ])
            made[rival.name] = try await move(record, "watch")
        }
        return made
    }

    /// One comparable good of each of the first categories for each rival, at the price that was seen last.
    private func writeRivalProducts(_ rivals: [String: Record]) async throws {
        let seen = try await warehouse.engine.query(DemonstrationRivalPrices.sql)
        for row in seen.rows {
            guard let rival = rivals[try row.text("competitor")] else { continue }
            let (price, own) = (try row.int("price_fen"), try row.int("own_fen"))
            let gap = own > 0 ? Double(price) / Double(own) : 1
            try await make(
                .competitorProduct, "\(rival.title) \(try row.text("category"))对标款",
                [
                    "competitor": .whole(rival.id), "product_line": .text(try row.text("category")),
                    "list_price": .whole(price), "street_price": .whole(price),
                    "our_product": .text(try row.text("product_code")), "price_band": .text(band(of: price)),
                    "differentiation": .whole(gap > 1.05 ? 4 : gap < 0.9 ? 2 : 3),
                    "differences": .text("对标 \(try row.text("name"))；规格相同，香型与包装不同。"),
                    "seen_on": .day(try row.day("seen_on")), "source": .text(try row.optionalText("source") ?? "门店走访"),
                ])
        }
    }

    private func band(of fen: Int64) -> String {
        switch fen {
        case ..<3_000: "entry"
        case ..<8_000: "mass"
        case ..<15_000: "upper"
        case ..<30_000: "premium"
        default: "luxury"
        }
    }

    private func writeSigns(_ rivals: [String: Record], _ team: Team) async throws {
        let playbook = try await named("对手主力单品降价", .responsePlaybook)
        for (rival, title, kind, back, story, threat) in [
            ("素里", "素里全线降价约 12%", "price", 73, "京东自营到手价普遍下调 12% 左右，已持续一个月以上，未见清仓标识。", Int64(4)),
            ("悦木间", "悦木间与茶饮品牌联名上新", "launch", 31, "限定香型沐浴露，首发三天售罄两批，社媒话题阅读约 2,000 万。", 3),
            ("清沐", "清沐进驻盒马 60 家门店", "channel", 18, "洗护两个系列上架，堆头配试用装。", 2),
        ] {
            guard let record = rivals[rival] else { continue }
            var values: RecordValues = [
                "competitors": .records([record.id]), "move": .text(kind), "seen_on": .day(today - back),
                "story": .text(story), "confidence": .text("confirmed"), "threat": .whole(threat),
                "source": .text("一线走访与电商页面"), "owner": .whole(team.product),
            ]
            if kind == "price" { values["response"] = playbook.map { .whole($0.id) } }
            let sign = try await make(.competitorSign, title, values)
            if values["response"] != nil { try await move(sign, "respond") }
        }
    }

    /// A record that the starter content brought, by its Chinese title.
    func named(_ title: String, _ type: RecordType) async throws -> Record? {
        try await records.store.read { db in try records.all(db, type).first { $0.title == title } }
    }
}
