import Kernel

/// An amount as a problem's text names it: `¥12,345.60`.
func moneyText(_ units: Int64, _ currency: Currency) -> String {
    let factor = (0..<currency.decimals).reduce(UInt64(1)) { product, _ in product * 10 }
    let (whole, rest) = units.magnitude.quotientAndRemainder(dividingBy: factor)
    var grouped = ""
    for (place, digit) in String(whole).reversed().enumerated() {
        if place > 0, place % 3 == 0 { grouped.append(",") }
        grouped.append(digit)
    }
    let decimals = currency.decimals > 0 ? "." + padded(rest, currency.decimals) : ""
    return (units < 0 ? "−" : "") + currency.symbol + String(grouped.reversed()) + decimals
}
