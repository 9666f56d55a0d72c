package import Kernel

/// The four fields of the growth-share matrix (PP-03, Boston Consulting Group 1970), with what is usually done. The ids are those
/// of the quadrant answers.
package enum Quadrant: String, Sendable, CaseIterable {
    case star
    case cashCow = "cash_cow"
    case questionMark = "question_mark"
    case dog

    package init(marketGrowth: Double, relativeShare: Double, growthLine: Double) {
        switch (marketGrowth >= growthLine, relativeShare >= 1) {
        case (true, true): self = .star
        case (false, true): self = .cashCow
        case (true, false): self = .questionMark
        case (false, false): self = .dog
        }
    }

    package var name: Text {
        switch self {
        case .star: Text(zh: "明星", en: "Stars")
        case .cashCow: Text(zh: "金牛", en: "Cash cows")
        case .questionMark: Text(zh: "问题", en: "Question marks")
        case .dog: Text(zh: "瘦狗", en: "Dogs")
        }
    }

    package var action: Text {
        switch self {
        case .star: Text(zh: "加大投入", en: "Invest")
        case .cashCow: Text(zh: "收获现金", en: "Harvest")
        case .questionMark: Text(zh: "选择性培育", en: "Nurture selectively")
        case .dog: Text(zh: "收缩或退出", en: "Divest")
        }
    }
}
