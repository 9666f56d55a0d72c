import Kernel

/// The planted values that change from day to day.
struct DailyTruth {
    let company: Company

    /// Header and one line a day: the market clock's length of that day, the demand index of new customers, the advertising lift, and the
    /// response of each advertising channel.
    var csv: String {
        let index = Recruitment.demandIndex(company.calendar, company.demand, company.media)
        var lines = [
            "day,market_clock,demand_index,advertising_lift,"
                + MediaChannel.all.map { "response_\($0.code)" }.joined(separator: ",")
        ]
        for day in 0..<company.calendar.dayCount {
            let responses = MediaChannel.all.indices.map { six(company.media.response(day: day, channel: $0)) }
            lines.append(
                "\(company.calendar.date(day)),\(six(index[day] * company.media.lift[day])),\(six(index[day])),\(six(company.media.lift[day])),"
                    + responses.joined(separator: ","))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func six(_ value: Double) -> String {
        let millionths = Int64((value * 1_000_000).rounded())
        return "\(millionths / 1_000_000).\(padded(millionths % 1_000_000, 6))"
    }
}
