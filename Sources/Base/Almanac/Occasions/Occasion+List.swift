import Kernel

extension Occasion {
    /// Everything that the calendar knows. Days of shopping events are the peak days; how long a platform sells before them
    /// differs from year to year and is planned as an entry of its own.
    package static let all = lunarFestivals + fixedFestivals + shoppingDays + solarTerms

    private static let lunarFestivals = [
        Occasion(
            "laba", Text(zh: "腊八节", en: "Laba Festival"), .festival, .lunar(month: 12, day: 8), lead: 14),
        Occasion(
            "xiaonian_north", Text(zh: "小年（北方）", en: "Little New Year (north)"), .festival, .lunar(month: 12, day: 23),
            lead: 21),
        Occasion(
            "xiaonian_south", Text(zh: "小年（南方）", en: "Little New Year (south)"), .festival, .lunar(month: 12, day: 24),
            lead: 21),
        Occasion("new_years_eve", Text(zh: "除夕", en: "Lunar New Year's Eve"), .festival, .newYearsEve, lead: 45),
        Occasion(
            "spring_festival", Text(zh: "春节", en: "Spring Festival"), .festival, .lunar(month: 1, day: 1), days: 7,
            lead: 60),
        Occasion("lantern", Text(zh: "元宵节", en: "Lantern Festival"), .festival, .lunar(month: 1, day: 15), lead: 21),
        Occasion(
            "dragon_head", Text(zh: "龙抬头", en: "Dragon Raises its Head"), .festival, .lunar(month: 2, day: 2), lead: 14),
        Occasion(
            "dragon_boat", Text(zh: "端午节", en: "Dragon Boat Festival"), .festival, .lunar(month: 5, day: 5), lead: 30),
        Occasion("qixi", Text(zh: "七夕", en: "Qixi"), .festival, .lunar(month: 7, day: 7), lead: 30),
        Occasion("ghost", Text(zh: "中元节", en: "Zhongyuan Festival"), .festival, .lunar(month: 7, day: 15), lead: 7),
        Occasion(
            "mid_autumn", Text(zh: "中秋节", en: "Mid-Autumn Festival"), .festival, .lunar(month: 8, day: 15), lead: 45),
        Occasion(
            "double_ninth", Text(zh: "重阳节", en: "Double Ninth Festival"), .festival, .lunar(month: 9, day: 9), lead: 21),
    ]

    private static let fixedFestivals = [
        Occasion("new_year", Text(zh: "元旦", en: "New Year's Day"), .festival, .fixed(month: 1, day: 1), lead: 30),
        Occasion("valentine", Text(zh: "情人节", en: "Valentine's Day"), .festival, .fixed(month: 2, day: 14), lead: 30),
        Occasion("labour_day", Text(zh: "劳动节", en: "Labour Day"), .festival, .fixed(month: 5, day: 1), lead: 30),
        Occasion("youth_day", Text(zh: "青年节", en: "Youth Day"), .festival, .fixed(month: 5, day: 4)),
        Occasion(
            "mothers_day", Text(zh: "母亲节", en: "Mother's Day"), .festival, .weekday(6, nth: 2, month: 5), lead: 30),
        Occasion("childrens_day", Text(zh: "儿童节", en: "Children's Day"), .festival, .fixed(month: 6, day: 1), lead: 21),
        Occasion(
            "fathers_day", Text(zh: "父亲节", en: "Father's Day"), .festival, .weekday(6, nth: 3, month: 6), lead: 21),
        Occasion("teachers_day", Text(zh: "教师节", en: "Teachers' Day"), .festival, .fixed(month: 9, day: 10), lead: 14),
        Occasion(
            "national_day", Text(zh: "国庆节", en: "National Day"), .festival, .fixed(month: 10, day: 1), days: 7, lead: 45
        ),
        Occasion("halloween", Text(zh: "万圣夜", en: "Halloween"), .festival, .fixed(month: 10, day: 31), lead: 14),
        Occasion("christmas", Text(zh: "圣诞节", en: "Christmas"), .festival, .fixed(month: 12, day: 25), lead: 30),
    ]

    private static let shoppingDays = [
        Occasion(
            "new_year_goods", Text(zh: "年货节", en: "New Year goods season"), .shopping, .beforeNewYear(days: 28),
            days: 22,
            lead: 45),
        Occasion("women_38", Text(zh: "38 焕新周", en: "8 March sales"), .shopping, .fixed(month: 3, day: 8), lead: 30),
        Occasion(
            "consumer_315", Text(zh: "315 消费者权益日", en: "Consumer Rights Day"), .shopping, .fixed(month: 3, day: 15)),
        Occasion("love_520", Text(zh: "520", en: "520"), .shopping, .fixed(month: 5, day: 20), lead: 30),
        Occasion("mid_618", Text(zh: "618", en: "618"), .shopping, .fixed(month: 6, day: 18), lead: 60),
        Occasion("sale_99", Text(zh: "99 划算节", en: "9.9 sales"), .shopping, .fixed(month: 9, day: 9), lead: 30),
        Occasion("double_11", Text(zh: "双 11", en: "Double 11"), .shopping, .fixed(month: 11, day: 11), lead: 75),
        Occasion(
            "black_friday", Text(zh: "黑色星期五", en: "Black Friday"), .shopping,
            .after(.weekday(3, nth: 4, month: 11), days: 1), lead: 30),
        Occasion("double_12", Text(zh: "双 12", en: "Double 12"), .shopping, .fixed(month: 12, day: 12), lead: 30),
    ]

    /// Qingming and the winter solstice are festivals too.
    private static let solarTerms = SolarTerm.allCases.map { term in
        let isFestival = term == .clearAndBright || term == .winterSolstice
        return Occasion(
            "term_\(term)", term.name, isFestival ? .festival : .solarTerm, .term(term), lead: isFestival ? 14 : 7)
    }
}
