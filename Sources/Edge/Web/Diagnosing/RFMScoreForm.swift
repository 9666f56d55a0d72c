import Diagnosing
import Kernel

/// What the scoring form says, read and written.
struct RFMScoreForm: Sendable {
    static let fields = ["as_of", "standing", "method", "look_back_days", "recency", "frequency", "monetary"]

    let asOf: Day
    let standing: RFMStanding
    let options: RFMOptions

    /// Throws `FormTrouble` or `RFMProblem` where a field does not fit.
    init(_ form: FieldValues, currency: Currency, schemes: [TierScheme]) throws {
        guard let day = Day(form.text("as_of")) else {
            throw FormTrouble("as_of", Text(zh: "请选择统计日。", en: "Choose the as-of day."))
        }
        asOf = day
        standing = RFMStanding(rawValue: form.text("standing")) ?? .trial
        var options = RFMOptions(schemes: schemes)
        if !form.text("look_back_days").isEmpty {
            guard let days = Int(form.text("look_back_days")) else {
                throw FormTrouble(
                    "look_back_days", Text(zh: "统计期应为整数天数，或留空。", en: "The period is a whole number of days, or empty."))
            }
            options.lookBackDays = days
        }
        if form.text("method") == "fixed" {
            options.method = .fixed(
                try FixedCuts(
                    recencyDays: try Self.numbers("recency", form), frequency: try Self.numbers("frequency", form),
                    monetary: try Self.numbers("monetary", form, unit: Self.unit(of: currency))))
        }
        try options.check()
        self.options = options
    }

    private static func unit(of currency: Currency) -> Int64 {
        (0..<currency.decimals).reduce(1) { product, _ in product * 10 }
    }

    /// `180, 90, 60, 30`; Chinese commas and blanks separate too.
    private static func numbers(_ field: String, _ form: FieldValues, unit: Int64 = 1) throws -> [Int64] {
        let parts = form.text(field).split { ",，、; ；".contains($0) }
        return try parts.map { part in
            guard let number = Int64(part), number.magnitude < 1_000_000_000_000 else {
                throw FormTrouble(field, Text(zh: "“\(part)”不是整数。", en: "“\(part)” is not a whole number."))
            }
            return number * unit
        }
    }

    /// The form as it first shows: the kept options, and cut points taken from the last run where none are kept.
    static func first(_ day: Day?, _ options: RFMOptions, _ latest: RFMRun?, currency: Currency) -> FieldValues {
        var values = FieldValues()
        values["as_of"] = day?.description ?? ""
        values["standing"] = RFMStanding.provisional.rawValue
        values["method"] = options.method.name
        values["look_back_days"] = options.lookBackDays.map(String.init) ?? ""
        for dimension in RFMDimension.allCases {
            values[dimension.rawValue] = points(dimension, options, latest, currency)
        }
        return values
    }

    private static func points(
        _ dimension: RFMDimension, _ options: RFMOptions, _ latest: RFMRun?, _ currency: Currency
    ) -> String {
        var points: [Int64] = []
        if case .fixed(let cuts) = options.method {
            points = cuts[dimension]
        } else if let latest {
            points = latest.cuts[dimension].map { $0.reached(in: dimension) }
        }
        let unit = dimension == .monetary ? Self.unit(of: currency) : 1
        return points.map { String($0 / unit) }.joined(separator: ", ")
    }
}
