import Diagnosing
import Kernel

/// One scheme: its tiers with size, share, money and the change since the run before.
struct TierPart: Sendable {
    let view: RFMView
    let grid: RFMGrid
    let scheme: TierScheme
    /// Customers by scheme and tier in the run of this standing before; empty for a first run.
    let before: [String: Int64]
    let isLinked: Bool

    var html: HTML {
        let money = max(grid.total.monetaryFen, 1)
        let rules = a(.class("btn btn-small"), .href(TierRulePages.address(scheme.id))) { TierRulePages.title }
        return card(
            scheme.name, note: Text(zh: "第 \(scheme.version) 版规则", en: "Rules, version \(scheme.version)"),
            actions: rules, flush: true
        ) {
            DataTable(
                scheme.name, rows: grid.tiers(of: scheme),
                columns: [
                    .init(Text(zh: "层级", en: "Tier")) { share in
                        name(share)
                        span(.class("cell-sub")) { share.tier.meaning }
                    },
                    .init(Text(zh: "客户数", en: "Customers"), figure: true) { share in
                        Figure.grouped(share.totals.customers)
                        if let change = change(share) { span(.class("cell-sub")) { change } }
                    },
                    .init(Text(zh: "客户占比", en: "Share"), figure: true) { share in
                        Figure.percent(share.share)
                        shareBar(share.share)
                    },
                    .init(Text(zh: "金额占比", en: "Of amount"), figure: true) { share in
                        Figure.percent(Double(share.totals.monetaryFen) / Double(money))
                    },
                ]
            ).html
        }
    }

    private func name(_ share: TierShare) -> HTML {
        guard isLinked, view.run.hasScores else { return HTML(share.tier.name) }
        let link = view.address(RFMCustomerPages.path, [("scheme", scheme.id), ("tier", share.tier.id)])
        return a(.href(link)) { share.tier.name }
    }

    private func change(_ share: TierShare) -> Text? {
        guard let old = before["\(scheme.id) \(share.tier.id)"] else { return nil }
        let difference = share.totals.customers - old
        let sign = difference > 0 ? "+" : ""
        return Text(
            zh: "较上次 \(sign)\(Figure.grouped(difference))", en: "\(sign)\(Figure.grouped(difference)) since last")
    }
}
