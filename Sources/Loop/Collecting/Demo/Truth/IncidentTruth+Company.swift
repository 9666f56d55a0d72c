import Kernel

extension IncidentTruth {
    init(_ company: Company, _ tally: Tally) {
        outage = IncidentTruth.outage(company, tally)
        diversion = IncidentTruth.diversion(company, tally)
        stuffing = IncidentTruth.stuffing(company)
        mentionStorm = Storm(
            from: date(company, company.calendar.dayCount - PublicVoice.stormBeforeEnd), days: PublicVoice.stormDays,
            timesUsualMentions: PublicVoice.stormFactor,
            note: Text(zh: "瓶身漏液引发的负面声量高峰。", en: "A peak of negative mentions about leaking bottles."))
        competitorCut = RivalCut(
            competitor: OutsideWorld.rivals[OutsideWorld.rivals.count - 1].name,
            from: date(company, company.calendar.dayCount - OutsideWorld.cutBeforeEnd), cut: OutsideWorld.cut)
    }

    private static func outage(_ company: Company, _ tally: Tally) -> Outage {
        let planted = company.outage
        return Outage(
            channel: SalesChannel.codes[planted.channel], region: Place.regions[planted.region],
            from: date(company, planted.firstDay),
            to: date(company, planted.firstDay + planted.days - 1), failureShare: planted.failureShare,
            failedCheckouts: tally.counts.outageFailures,
            note: Text(
                zh: "华南小程序支付超时：结算事件 properties 带 PAY_TIMEOUT，没有支付事件，也没有订单。",
                en:
                    "Payments of the mini program time out in South China: checkout events carry PAY_TIMEOUT in properties; there is no "
                    + "payment event and no order."))
    }

    private static func diversion(_ company: Company, _ tally: Tally) -> Diversion {
        Diversion(
            dealerCode: company.network.dealers[company.network.diverter].code,
            homeRegion: Place.regions[SalesNetwork.diverterRegion],
            targetRegion: Place.regions[SalesNetwork.diversionTarget],
            from: date(company, DiversionPlan.firstDay(company.calendar)),
            shareOfScansInTargetRegion: DiversionPlan.share(company.network), divertedScans: tally.counts.diverted,
            extraShipmentsPerUnitSold: DiversionPlan.dealersWorth,
            note: Text(
                zh: "该经销商的货在华东被消费者扫码（qr_scan 事件的 properties 含经销商与扫码区域），发货远高于其自身动销与库存。",
                en:
                    "Consumers in East China scan packs of this dealer (properties of qr_scan events name dealer and region); it is shipped far "
                    + "more than it sells and stocks."))
    }

    private static func stuffing(_ company: Company) -> Stuffing {
        let month = company.calendar.months[company.calendar.months.count - GoodsFlow.stuffedMonths]
        return Stuffing(
            dealerCode: company.network.dealers[company.network.stuffed].code,
            fromMonth: "\(month.year)-\(padded(month.month, 2))",
            shipmentsPerUnitSold: 1 + GoodsFlow.stuffing,
            note: Text(zh: "发货持续高于动销，其门店库存不断累积。", en: "Shipments stay above sales and stock piles up in its stores."))
    }
}

private func date(_ company: Company, _ day: Int) -> String { company.calendar.date(day).description }
