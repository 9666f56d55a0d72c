package import Kernel

/// How numbers are shown. Chinese counts in 万 and 亿, English in thousands and millions.
package enum Figure {
    /// `1,234,567`
    package static func grouped(_ number: some BinaryInteger) -> String {
        let digits = Array(String(number.magnitude))
        var out = number < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { out.append(",") }
            out.append(digit)
        }
        return out
    }

    /// `1,234.50` with exactly that many decimals; `—` for what is no number.
    package static func decimal(_ number: Double, _ decimals: Int = 1) -> String {
        guard number.isFinite, abs(number) < 9e15 else { return "—" }
        let factor = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
        let units = Int64((abs(number) * factor).rounded())
        let whole = grouped(units / Int64(factor))
        let sign = number < 0 && units != 0 ? "−" : ""
        guard decimals > 0 else { return sign + whole }
        return sign + whole + "." + padded(units % Int64(factor), decimals)
    }

    /// `12.4%` of a share between 0 and 1.
    package static func percent(_ share: Double, _ decimals: Int = 1) -> String {
        share.isFinite ? decimal(share * 100, decimals) + "%" : "—"
    }

    /// `+12.4%` or `−3.1%`, for changes.
    package static func change(_ share: Double, _ decimals: Int = 1) -> String {
        share.isFinite ? (share > 0 ? "+" : "") + percent(share, decimals) : "—"
    }

    /// `1.23 亿` / `123.4M`: for headlines, where three or four digits are enough.
    package static func short(_ number: Double) -> Text {
        guard number.isFinite else { return Text(verbatim: "—") }
        let size = abs(number)
        let zh =
            switch size {
            case 1e8...: decimal(number / 1e8, 2) + " 亿"
            case 1e4...: decimal(number / 1e4, size < 1e6 ? 2 : 1) + " 万"
            default: decimal(number, size < 100 && size != size.rounded() ? 1 : 0)
            }
        let en =
            switch size {
            case 1e9...: decimal(number / 1e9, 2) + "B"
            case 1e6...: decimal(number / 1e6, 2) + "M"
            case 1e4...: decimal(number / 1e3, 1) + "K"
            default: decimal(number, size < 100 && size != size.rounded() ? 1 : 0)
            }
        return Text(zh: zh, en: en)
    }

    /// `¥1,234.50`
    package static func money(_ money: Money) -> String {
        let factor = (0..<money.currency.decimals).reduce(Int64(1)) { product, _ in product * 10 }
        let (whole, rest) = money.minorUnits.magnitude.quotientAndRemainder(dividingBy: UInt64(factor))
        let sign = money.minorUnits < 0 ? "−" : ""
        let decimals = money.currency.decimals > 0 ? "." + padded(rest, money.currency.decimals) : ""
        return sign + money.currency.symbol + grouped(whole) + decimals
    }

    /// `¥1.23 亿` / `¥123.4M`
    package static func shortMoney(_ money: Money) -> Text {
        let factor = (0..<money.currency.decimals).reduce(1.0) { product, _ in product * 10 }
        let amount = Double(money.minorUnits) / factor
        return Text(verbatim: (amount < 0 ? "−" : "") + money.currency.symbol) + short(abs(amount))
    }

    /// `2026-11-21 16:30` in the company's zone.
    package static func moment(_ instant: Instant, in zone: BusinessZone) -> String {
        let day = zone.day(of: instant)
        let minute = max(0, (instant.seconds - zone.start(of: day).seconds) / 60)
        return "\(day) \(padded(minute / 60, 2)):\(padded(minute % 60, 2))"
    }
}
