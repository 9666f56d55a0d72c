package import Kernel

/// A month of the lunar calendar: from the day of a new moon to the day before the next.
package struct LunarMonth: Sendable, Hashable {
    /// 1 (正月) to 12 (腊月).
    package let number: Int
    /// A leap month follows the ordinary one of its number.
    package let isLeap: Bool
    package let start: Day
    /// 29 or 30.
    package let dayCount: Int

    package var name: Text {
        Text(
            zh: (isLeap ? "闰" : "") + Self.names[(number - 1) % 12] + "月",
            en: (isLeap ? "leap month " : "month ") + String(number))
    }

    private static let names = ["正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊"]
}
