import Kernel
import Planning
import Records
import Warehouse

/// How much of our sales a few accounts hold (M-04), quarter by quarter, with those who cause it.
enum BuyerPart {
    static func html(_ visit: Visit, _ regions: Set<String>?) async throws -> HTML {
        guard let last = try await RollUpState.read(from: visit.app.warehouse).lastDay else {
            return PortfolioPages.noSales
        }
        let quarters = try await BuyerConcentration.quarters(
            6, upTo: last, regions: regions, from: visit.app.warehouse)
        guard let latest = quarters.first, latest.total > 0 else { return PortfolioPages.noSales }
        let mayNote = visit.may(.edit, .plan)
        return HTML {
            verdict(latest, mayNote)
            if let regions { within(regions) }
            card(Text(zh: "前五大客户合计占比", en: "Share of the five largest accounts"), note: note) {
                for quarter in quarters where quarter.total > 0 { bar(quarter) }
            }
            card(Text(zh: "是哪些客户", en: "Who they are"), note: days(latest), flush: true) {
                table(latest, visit.app.currency)
            }
        }
    }

    private static let note = Text(
        zh: "有经销商的订单计入经销商，其余计入下单客户，占比以全部支付金额为分母；超过 30%（竖线）视为定价权减弱。",
        en:
            "Orders count for their dealer, else for their customer, over all that was paid; above 30 % (the mark) our say in prices weakens."
    )

    /// Whose sales these are. Of several regions together, an account counts only where it is among the large ones of a region; what
    /// may be missing is bounded, and said (`RollUp.largeAccounts`).
    private static func within(_ regions: Set<String>) -> HTML {
        let names = regions.sorted().map(RegionName.text)
        let (zh, en) = (names.map(\.zh).joined(separator: "、"), names.map(\.en).joined(separator: ", "))
        let bound = Figure.percent(0.001 * Double(BuyerConcentration.counted), 1)
        return p(.class("quiet small")) {
            Text(zh: "只计\(zh)的销售额。", en: "Sales of \(en) only.")
            if regions.count > 1 {
                Text(
                    zh: "跨区域的客户按各区域合计；在某一区域不到该区千分之一的部分未计入，因此合计占比至多少计 \(bound)。",
                    en:
                        " An account is summed over these regions, without what is less than a thousandth of a region: the share may be short by \(bound) at most."
                )
            }
        }
    }

    private static func days(_ quarter: BuyerConcentration) -> Text {
        Text(
            zh: "\(quarter.period.start) 至 \(quarter.period.lastDay)",
            en: "\(quarter.period.start) to \(quarter.period.lastDay)")
    }

    private static func verdict(_ latest: BuyerConcentration, _ mayNote: Bool) -> HTML {
        let share = latest.share ?? 0
        let isOver = share > BuyerConcentration.limit
        let said =
            isOver
            ? Text(
                zh: "本季度前五大客户占 \(Figure.percent(share))，超过 30% 上限：定价权减弱，请研判应对。",
                en:
                    "The five largest accounts hold \(Figure.percent(share)) of this quarter's sales, above the limit of 30 %: our say in prices weakens."
            )
            : Text(
                zh: "本季度前五大客户占 \(Figure.percent(share))，未超过 30% 上限。",
                en:
                    "The five largest accounts hold \(Figure.percent(share)) of this quarter's sales, within the limit of 30 %."
            )
        return div(.class("stack-tight")) {
            notice(isOver ? .danger : .success, said)
            if isOver, mayNote {
                a(.class("btn btn-primary"), .href(noteForm(latest, share))) { Text(zh: "记录研判", en: "Write a note") }
            }
        }
    }

    private static func noteForm(_ latest: BuyerConcentration, _ share: Double) -> String {
        let accounts = latest.accounts.map { "\($0.name) \(Figure.percent(latest.share(of: $0)))" }
        let period = "\(latest.period.start.year) Q\(latest.period.start.quarter)"
        return "/plan/records/buyer_concentration_note/new?"
            + FieldValues([
                ("title", "\(period) 大客户集中度"), ("period", period), ("measured_share", Figure.plainDecimal(share * 100)),
                ("limit_share", "30"), ("accounts", accounts.joined(separator: "\n")),
            ]).encoded
    }

    private static func bar(_ quarter: BuyerConcentration) -> HTML {
        let share = quarter.share ?? 0
        return div(.class("bucket-bars")) {
            span(.class("num")) { "\(quarter.period.start.year) Q\(quarter.period.start.quarter)" }
            shareBar(
                share, tone: share > BuyerConcentration.limit ? "bad" : "primary", mark: BuyerConcentration.limit)
            span(.class("num")) { Figure.percent(share) }
        }
    }

    private static func table(_ latest: BuyerConcentration, _ currency: Currency) -> HTML {
        DataTable<BuyerConcentration.Buyer>(
            Text(zh: "前五大客户", en: "Five largest accounts"), rows: latest.accounts,
            columns: [
                .init(Text(zh: "客户", en: "Account")) { HTML(verbatim: $0.name) },
                .init(Text(zh: "类型", en: "Kind")) { buyer in
                    HTML(buyer.isDealer ? Text(zh: "经销商", en: "Dealer") : Text(zh: "直接客户", en: "Customer"))
                },
                .init(Text(zh: "销售额", en: "Sales"), figure: true) { buyer in
                    HTML(Figure.shortMoney(Money(minorUnits: buyer.sales, currency: currency)))
                },
                .init(Text(zh: "占比", en: "Share"), figure: true) {
                    HTML(verbatim: Figure.percent(latest.share(of: $0)))
                },
            ]
        ).html
    }
}
