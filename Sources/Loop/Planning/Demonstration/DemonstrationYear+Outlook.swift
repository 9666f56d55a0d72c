import Kernel
import Records
import Store

/// What the committee sees coming: forces, trends, strengths and weaknesses, and what it puts first.
extension DemonstrationYear {
    func writeForces(_ rivals: [String: Record], _ team: Team) async throws {
        let links = RecordValue.records(rivals.values.map(\.id).sorted())
        if let sheet = try await named("本行业五力分析（年度）", .fiveForcesSheet) {
            let scored = try await records.change(
                sheet, from: sheet.version,
                [
                    "industry": .text("个护与家清（国内）"), "suppliers": .whole(3), "buyers": .whole(3),
                    "entrants": .whole(4), "substitutes": .whole(2), "rivalry": .whole(4), "competitors": links,
                    "owner": .whole(team.analyst),
                    "conclusion": .text("新锐品牌借内容平台快速进入，同业价格竞争加剧；原料与代工分散，议价压力可控。吸引力中等，利润取决于复购与产品组合。"),
                ], by: .system)
            try await scoreIndicators(of: scored)
        }
        try await make(
            .fiveForcesSheet, "本行业五力分析（上年）",
            [
                "industry": .text("个护与家清（国内）"), "assessed_on": .day(year.start - 20), "suppliers": .whole(3),
                "buyers": .whole(2), "entrants": .whole(3), "substitutes": .whole(2), "rivalry": .whole(4),
                "competitors": links, "owner": .whole(team.analyst), "conclusion": .text("格局稳定，价格竞争集中在大促。"),
            ])
    }

    private func scoreIndicators(of sheet: Record) async throws {
        let strengths: [String: Int64] = ["suppliers": 3, "buyers": 3, "entrants": 4, "substitutes": 2, "rivalry": 4]
        let indicators = try await records.store.read { try records.all($0, .fiveForcesIndicator) }
        for indicator in indicators where indicator.whole("sheet") == sheet.id {
            guard let strength = strengths[indicator.text("force") ?? ""] else { continue }
            try await records.change(
                indicator, from: indicator.version,
                ["strength": .whole(strength), "trend": .text(strength >= 4 ? "rising" : "steady")], by: .system)
        }
    }

    func writeTrends(_ team: Team) async throws {
        for (title, kind, distance, strength, effect, summary, source) in [
            ("浓缩与补充装成为主流规格", "consumption", "now", Int64(4), "opportunity", "补充装销量增速高于瓶装，家庭客群接受度高。", "渠道销售简报"),
            ("功效宣称备案趋严", "policy", "now", 4, "threat", "无检测依据的功效词须下架，详情页与达人脚本需要复核。", "行业协会通报"),
            ("直播平台流量成本上升", "business_model", "now", 3, "threat", "同一素材的获客成本同比上升，店播占比提高。", "投放后台数据"),
            ("微生态与头皮护理升温", "consumption", "soon", 4, "opportunity", "头皮护理搜索量连续三个季度上升。", "电商搜索指数"),
            ("生物基表面活性剂量产", "technology", "soon", 3, "opportunity", "成本有望在两年内接近石化路线，利于可持续主张。", "供应商技术交流"),
            ("包装碳足迹披露要求", "policy", "soon", 2, "neutral", "出口市场先行，国内大型商超开始询问。", "客户问询记录"),
            ("家清机器人带动专用耗材", "technology", "later", 2, "opportunity", "洗地机渗透率提升，专用清洁液形成新品类。", "行业研究摘要"),
            ("个护行业增速放缓", "industry", "soon", 3, "threat", "行业规模增速回落到个位数，增量来自结构升级。", "协会年度报告"),
        ] {
            let signal = try await make(
                .trendSignal, title,
                [
                    "kind": .text(kind), "seen_on": .day(today - 12 * Int(strength)), "distance": .text(distance),
                    "strength": .whole(strength), "effect": .text(effect), "summary": .text(summary),
                    "source": .text(source), "confidence": .text("likely"), "owner": .whole(team.analyst),
                ])
            if distance == "now" { try await move(signal, "watch") }
        }
    }

    func writeSWOT(_ team: Team) async throws {
        for (title, quadrant, importance, urgency, soWhat) in [
            ("香型系列跨品类带动", "strength", Int64(4), Int64(3), "同一香型覆盖沐浴、香氛、家清，连带率高，组合装优先上新。"),
            ("会员数据与标签完整", "strength", 4, 3, "可以按生命周期触达，替代群发。"),
            ("面部护肤功效证据不足", "weakness", 4, 4, "先补检测报告，再扩投放。"),
            ("获客依赖大促与直播", "weakness", 4, 5, "平日流量要靠内容与复购承接。"),
            ("下沉县域即时零售扩张", "opportunity", 4, 4, "小规格与门店库存共享可先在两省试点。"),
            ("平价对手持续降价", "threat", 4, 5, "用入门规格与会员价守住价格敏感人群，不全线跟价。"),
        ] {
            try await make(
                .swotEntry, title,
                [
                    "quadrant": .text(quadrant), "importance": .whole(importance), "urgency": .whole(urgency),
                    "so_what": .text(soWhat), "owner": .whole(team.marketing), "review_on": .day(today + 60),
                ])
        }
    }

    /// Scored in the order attractiveness, fit, benefit, urgency, effort.
    func writePriorities(_ team: Team) async throws {
        for (title, kind, horizon, scores, tilt, reason) in [
            ("头皮护理系列", "product_line", "long", [5, 4, 4, 3, 3] as [Int64], 0.12, "需求升温，现有洗护客群可直接承接。"),
            ("会员体系 2.0", "move", "long", [4, 5, 5, 4, 3], 0.1, "存量客户基数大，分层触达成本低，见效快于拉新。"),
            ("银发人群试点", "product_line", "long", [4, 3, 3, 2, 3], 0.02, "需求增长确定，先以小批量验证价格与包装。"),
            ("成渝区域加密", "market", "short", [4, 4, 4, 4, 3], 0.08, "门店与即时零售基础好，对手覆盖低。"),
            ("直播间降本增效", "move", "short", [3, 4, 3, 5, 2], -0.05, "流量成本上升，先压缩低回报场次。"),
            ("高端礼盒线", "product_line", "long", [3, 3, 3, 2, 4], 0.03, "礼赠场景有空间，但需新增设计与渠道能力。"),
            ("东南亚试点", "market", "long", [4, 2, 3, 2, 5], 0.02, "市场大，资质与团队尚未就绪。"),
        ] {
            try await make(
                .priorityItem, title,
                [
                    "kind": .text(kind), "horizon": .text(horizon), "attractiveness": .whole(scores[0]),
                    "capability": .whole(scores[1]), "benefit": .whole(scores[2]), "urgency": .whole(scores[3]),
                    "effort": .whole(scores[4]), "budget_tilt": .number(tilt), "reasoning": .text(reason),
                    "owner": .whole(team.marketing),
                ])
        }
    }
}
