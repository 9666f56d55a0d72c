package import Kernel

/// Where one field of the target comes from, and how its text is read.
package struct Binding: Sendable, Hashable, Codable {
    package var field: String
    /// The heading of the file's column; `nil` where `constant` gives the value of every row.
    package var column: String?
    package var constant: String?
    /// The order of day and month, or a number's meaning; `nil` finds out by looking.
    package var date: DateForm?
    /// What one unit of a money column is worth.
    package var unit: MoneyUnit?
    /// Words of the file and what they mean here; `C*` stands for all that begin with C, `*` for all others.
    package var words: [String: String]?

    package init(
        _ field: String, column: String? = nil, constant: String? = nil, date: DateForm? = nil, unit: MoneyUnit? = nil,
        words: [String: String]? = nil
    ) {
        self.field = field
        self.column = column
        self.constant = constant
        self.date = date
        self.unit = unit
        self.words = words
    }
}

/// How dates of a column are written, where looking at them cannot tell.
package enum DateForm: String, Sendable, Codable, CaseIterable {
    case dayFirst, monthFirst, excelSerial, unixSeconds, unixMilliseconds

    package var text: Text {
        switch self {
        case .dayFirst: Text(zh: "日/月/年", en: "Day/month/year")
        case .monthFirst: Text(zh: "月/日/年", en: "Month/day/year")
        case .excelSerial: Text(zh: "Excel 日期序号", en: "Excel serial number")
        case .unixSeconds: Text(zh: "Unix 时间戳（秒）", en: "Unix time (seconds)")
        case .unixMilliseconds: Text(zh: "Unix 时间戳（毫秒）", en: "Unix time (milliseconds)")
        }
    }
}

/// What one unit of a money column is worth: yuan, fen, or ten thousand yuan.
package enum MoneyUnit: String, Sendable, Codable, CaseIterable {
    case major, minor, tenThousand

    package var text: Text {
        switch self {
        case .major: Text(zh: "元", en: "Major unit (yuan)")
        case .minor: Text(zh: "分", en: "Minor unit (fen)")
        case .tenThousand: Text(zh: "万元", en: "Ten thousand (万元)")
        }
    }
}
