import Engine
import Kernel

/// Advertising spend by day, channel and region with what it brought, and the booked budget by month.
struct SpendBook {
    let company: Company
    let tally: Tally

    func adSpend() -> ColumnSet {
        var rows = Rows()
        for day in 0..<company.calendar.dayCount {
            for channel in MediaChannel.all.indices {
                for region in Place.regions.indices { add(day, channel, region, &rows) }
            }
        }
        var set = ColumnSet()
        set.add("spent_on", .day(rows.day))
        set.add("channel", Vocabulary.text(rows.channel, SalesChannel.codes))
        set.add("campaign", Vocabulary.text(rows.campaign, company.campaigns.names))
        set.add("region", Vocabulary.text(rows.region, Place.regions))
        set.add("cost_fen", .int64(rows.cost))
        set.add("impressions", .int64(rows.impressions))
        set.add("clicks", .int64(rows.clicks))
        set.add("new_leads", .int64(rows.leads))
        set.add("load_id", .int64(Array(repeating: Demonstration.loadID, count: rows.day.count)))
        return set
    }

    private struct Rows {
        var day: [Int32] = []
        var channel: [Int16] = []
        var campaign: [Int16] = []
        var region: [Int16] = []
        var cost: [Int64] = []
        var impressions: [Int64] = []
        var clicks: [Int64] = []
        var leads: [Int64] = []
    }

    private func add(_ day: Int, _ channel: Int, _ region: Int, _ rows: inout Rows) {
        var dice = Dice(company.plan.seed.derive("media result", (day * 16 + channel) * 8 + region))
        let media = MediaChannel.all[channel]
        let cost = company.media.spendFen(day: day, channel: channel, region: region)
        let shown = Int64(Double(cost) / 100 / media.costPerMille * 1_000 * dice.uniform(0.9, 1.1))
        let won = tally.customersWon(day: day, channel: channel, region: region)
        // A lead is somebody who left a trace; six in ten became customers that day.
        let leads = Int64(won) + Int64(dice.poisson(Double(won) * 0.67))
        rows.day.append(company.calendar.date(day).daysSince1970)
        rows.channel.append(Int16(SalesChannel.count + channel))
        rows.campaign.append(company.campaigns.campaign(on: day))
        rows.region.append(Int16(region))
        rows.cost.append(cost)
        rows.impressions.append(shown)
        rows.clicks.append(max(leads, Int64(Double(shown) * media.clickRate * dice.uniform(0.8, 1.2))))
        rows.leads.append(leads)
    }

    /// Six budget lines by month and region. Advertising is what `ad_spend` says; the others follow revenue with their own noise.
    func budget() -> ColumnSet {
        let lines = ["广告投放", "促销与优惠", "渠道与经销商返利", "内容与品牌", "会员与私域运营", "市场调研"]
        let shares = [0, 0.035, 0.022, 0.018, 0.012, 0.004]
        var (day, line, region, amount): ([Int32], [String], [String], [Int64]) = ([], [], [], [])
        for (month, end) in company.calendar.monthEnds {
            for position in Place.regions.indices {
                for (index, name) in lines.enumerated() {
                    var dice = Dice(company.plan.seed.derive("budget", (month * 8 + position) * 8 + index))
                    let revenue = Double(tally.revenueFen[month * Place.regions.count + position])
                    day.append(company.calendar.date(end).daysSince1970)
                    line.append(name)
                    region.append(Place.regions[position])
                    amount.append(
                        index == 0
                            ? advertising(month, position)
                            : Int64(max(0, revenue) * shares[index] * dice.uniform(0.8, 1.2)))
                }
            }
        }
        var set = ColumnSet()
        set.add("booked_on", .day(day))
        set.add("line", .text(line))
        set.add("region", .text(region))
        set.add("amount_fen", .int64(amount))
        set.add("load_id", .int64(Array(repeating: Demonstration.loadID, count: day.count)))
        return set
    }

    private func advertising(_ month: Int, _ region: Int) -> Int64 {
        var sum: Int64 = 0
        for day in 0..<company.calendar.dayCount where company.calendar.monthOfDay[day] == month {
            for channel in MediaChannel.all.indices {
                sum += company.media.spendFen(day: day, channel: channel, region: region)
            }
        }
        return sum
    }
}
