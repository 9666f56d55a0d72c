package import Kernel
package import Stats

/// Where a goal will probably end, from the daily sums or monthly values of the past.
package struct GoalForecast: Sendable {
    package let outlook: Outlook
    package let method: Method
    /// How many weeks or months of the past it rests on.
    package let pastCount: Int
    /// The last day of each step of the way to the deadline; one to each band of the outlook.
    package let steps: [Day]

    /// From what the future was drawn.
    package enum Method: String, Sendable {
        case weeksAgainstYearBefore, weeks, monthsAgainstYearBefore, months, periodsAgainstYearBefore, periods

        package var text: Text {
            switch self {
            case .weeksAgainstYearBefore:
                Text(
                    zh: "按周与去年同期相比的增速外推（局部水平模型，模拟 2,000 次）",
                    en: "weekly growth over the same days a year before, carried on (local level, 2,000 simulations)")
            case .weeks:
                Text(
                    zh: "历史不足一年零一季，按近期周水平外推，未考虑季节（区间偏宽）",
                    en: "under five quarters of history: recent weeks carried on, without a season")
            case .monthsAgainstYearBefore:
                Text(
                    zh: "按月与去年同月之差外推（局部水平模型，模拟 2,000 次）",
                    en: "monthly change on the same month a year before, carried on (local level, 2,000 simulations)")
            case .months:
                Text(zh: "按近期月度水平外推，未考虑季节", en: "recent months carried on, without a season")
            case .periodsAgainstYearBefore:
                Text(
                    zh: "按各期与去年同期之差外推（局部水平模型，模拟 2,000 次）",
                    en: "change on the same period a year before, carried on (local level, 2,000 simulations)")
            case .periods:
                Text(zh: "按近期各期水平外推，未考虑季节", en: "recent periods carried on, without a season")
            }
        }
    }
}
