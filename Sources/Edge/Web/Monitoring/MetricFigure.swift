import Kernel
import Monitoring
import Warehouse

/// How metric values are written, by their unit.
enum MetricFigure {
    /// For headlines: `¥1.23 亿`, `12.4%`.
    static func short(_ value: Double, _ unit: MetricUnit, _ currency: Currency) -> Text {
        switch unit {
        case .money:
            let whole = abs(value) / currency.unitsPerWhole
            return whole < 10_000
                ? Text(verbatim: Figure.money(money(value, currency)))
                : Figure.shortMoney(money(value, currency))
        case .count: return abs(value) < 10_000 ? Text(verbatim: Figure.decimal(value, 0)) : Figure.short(value)
        case .percent: return Text(verbatim: Figure.percent(value, abs(value) < 0.1 ? 2 : 1))
        case .ratio: return Text(verbatim: Figure.decimal(value, 2))
        case .days: return Text(verbatim: Figure.decimal(value, 1)) + Text(zh: " 天", en: " days")
        case .points: return Text(verbatim: Figure.decimal(value, 1))
        }
    }

    /// For tables: every digit that counts.
    static func full(_ value: Double, _ unit: MetricUnit, _ currency: Currency) -> String {
        switch unit {
        case .money: Figure.money(money(value, currency))
        case .count: Figure.decimal(value, 0)
        case .percent: Figure.percent(value, 2)
        case .ratio: Figure.decimal(value, 2)
        case .days, .points: Figure.decimal(value, 1)
        }
    }

    private static func money(_ value: Double, _ currency: Currency) -> Money {
        let fitting = value.isFinite && abs(value) < 9e17 ? Int64(value.rounded()) : 0
        return Money(minorUnits: fitting, currency: currency)
    }

    /// `+3.2%`, `−0.4 个百分点`.
    static func change(_ change: BoardCard.Change) -> Text {
        let sign = change.amount > 0 ? "+" : ""
        switch change.kind {
        case .relative: return Text(verbatim: Figure.change(change.amount))
        case .percentagePoints:
            return Text(verbatim: sign + Figure.decimal(change.amount * 100, 2)) + Text(zh: " 个百分点", en: " pp")
        case .points: return Text(verbatim: sign + Figure.decimal(change.amount, 1)) + Text(zh: " 分", en: " pts")
        }
    }

    /// What stands in an axis or a data file: whole currency units, per cent as per cent.
    static func plain(_ value: Double, _ unit: MetricUnit, _ currency: Currency) -> Double {
        switch unit {
        case .money: value / currency.unitsPerWhole
        case .percent: value * 100
        case .count, .ratio, .days, .points: value
        }
    }

    /// What the values of `plain`, or of a file, are counted in.
    static func unitName(_ unit: MetricUnit, _ currency: Currency) -> Text {
        switch unit {
        case .money: Text(verbatim: currency.code)
        case .count: Text(zh: "个", en: "count")
        case .percent: Text(zh: "比例（1 = 100%）", en: "share (1 = 100 %)")
        case .ratio: Text(zh: "倍", en: "ratio")
        case .days: Text(zh: "天", en: "days")
        case .points: Text(zh: "分", en: "points")
        }
    }

    /// What a typed figure means: the reverse of `plain`.
    static func typed(_ text: String, _ unit: MetricUnit, _ currency: Currency) -> Double? {
        let digits = text.filter { !",，% ¥￥".contains($0) }
        guard let number = Double(digits), number.isFinite else { return nil }
        return switch unit {
        case .money: number * currency.unitsPerWhole
        case .percent: number / 100
        case .count, .ratio, .days, .points: number
        }
    }
}
