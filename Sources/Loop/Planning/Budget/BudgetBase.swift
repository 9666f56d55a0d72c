package import Kernel
package import Warehouse

/// What the period before cost, as lines to grow from: each ad channel, and each booked line that is not advertising once
/// more. How a line is classified is a proposal; people change it.
package struct BudgetBase: Sendable {
    package let lines: [BudgetBuild.Line]

    package static func read(_ period: Period, from warehouse: Warehouse) async throws -> BudgetBase {
        BudgetBase(
            media: try await OutsideSpend(.media, in: period).rows(from: warehouse),
            books: try await OutsideSpend(.books, in: period).rows(from: warehouse))
    }

    package init(media: [OutsideSpend.Row], books: [OutsideSpend.Row]) {
        let channels = Self.sums(media)
        let advertising = channels.reduce(0) { $0 + $1.amount }
        // A booked line that costs what all channels cost is their sum, not more spending.
        let booked = Self.sums(books).filter { line in
            advertising == 0 || abs(line.amount - advertising) > advertising / 100
        }
        lines = channels.map { Self.channel($0.code, $0.amount) } + booked.map { Self.booked($0.code, $0.amount) }
    }

    private static func sums(_ rows: [OutsideSpend.Row]) -> [(code: String, amount: Int64)] {
        var sums: [String: Int64] = [:]
        for row in rows where !row.code.isEmpty { sums[row.code, default: 0] += row.amount }
        return sums.filter { $0.value > 0 }.map { ($0.key, $0.value) }
            .sorted { ($1.amount, $0.code) < ($0.amount, $1.code) }
    }

    private static func channel(_ code: String, _ amount: Int64) -> BudgetBuild.Line {
        let isKnown = ChannelName.advertising.contains { $0.code == code }
        let isBrand = ["outdoor", "kol", "bilibili", "weibo"].contains(code)
        let allocation = ["kol", "xiaohongshu"].contains(code) ? "growth" : code == "bilibili" ? "innovation" : "core"
        return BudgetBuild.Line(
            title: ChannelName.text(code), module: isBrand ? "brand" : "digital",
            metric: isBrand ? "impressions" : "roas",
            channel: isKnown ? code : nil, source: .media, outside: code, base: amount, planned: 0,
            allocation: allocation, purpose: isBrand ? "brand_ads" : "performance_ads",
            capability: ["kol", "xiaohongshu"].contains(code) ? "content" : nil,
            activity: code == "outdoor" ? "offline_events" : "online_ads")
    }

    private static func booked(_ code: String, _ amount: Int64) -> BudgetBuild.Line {
        let kind = kinds.first { kind in kind.words.contains { code.lowercased().contains($0) } } ?? other
        return BudgetBuild.Line(
            title: Text(verbatim: code), module: kind.module, metric: kind.metric, channel: nil, source: .books,
            outside: code, base: amount, planned: 0, allocation: kind.allocation, purpose: kind.purpose,
            capability: kind.capability, activity: kind.activity)
    }

    /// How booked lines are classified by the words in their names; the first that fits counts.
    private struct Kind {
        let words: [String]
        let module: String
        let metric: String
        var allocation = "core"
        var purpose: String?
        var capability: String?
        var activity: String?
    }

    private static let other = Kind(words: [], module: "promotion", metric: "revenue")
    private static let kinds = [
        Kind(
            words: ["调研", "research"], module: "research", metric: "nps", allocation: "innovation", purpose: "research"),
        Kind(
            words: ["私域", "会员", "member", "private"], module: "member", metric: "repurchase_rate", allocation: "growth",
            capability: "private_domain"),
        Kind(
            words: ["渠道", "经销商", "返利", "channel", "dealer"], module: "channel", metric: "dealer_shipments",
            activity: "offline_events"),
        Kind(
            words: ["内容", "品牌", "content", "brand"], module: "brand", metric: "positive_share", purpose: "brand_ads",
            capability: "content", activity: "materials"),
        Kind(
            words: ["工具", "系统", "tool", "software"], module: "tools", metric: "conversion_rate",
            capability: "digital_tools"),
        Kind(
            words: ["促销", "优惠", "promotion", "discount"], module: "promotion", metric: "revenue", activity: "materials"),
    ]
}
