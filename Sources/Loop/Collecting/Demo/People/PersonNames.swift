/// Chinese personal names that suit sex and decade of birth: a surname by its frequency, and a given name as parents of
/// that decade chose it. All persons are invented; a name that a living person bears is coincidence.
struct PersonNames: Sendable {
    private let surnames: [String]
    private let surnameChoice: WeightedChoice
    private let female: [NameStyle]
    private let male: [NameStyle]

    init() {
        let entries = PersonNames.surnameTable.split(separator: " ").map { $0.split(separator: ":") }
        surnames = entries.map { String($0[0]) }
        surnameChoice = WeightedChoice(entries.map { Double($0[1]) ?? 1 })
        female = NameStyle.female
        male = NameStyle.male
    }

    /// Surname and given name.
    func name(isFemale: Bool, birthYear: Int, _ dice: inout Dice) -> String {
        let styles = isFemale ? female : male
        // One in five parents is ahead of or behind the taste of the decade.
        var decade = (birthYear - 1950) / 10
        if dice.happens(0.2) { decade += dice.happens(0.5) ? 1 : -1 }
        let style = styles[min(styles.count - 1, max(0, decade))]
        return surnames[surnameChoice.pick(&dice)] + style.given(&dice)
    }

    /// Shares in per mille of the population, after the household registers; the tail stands for all rarer ones.
    private static let surnameTable = """
        王:72 李:72 张:68 刘:54 陈:45 杨:31 黄:22 赵:21 周:21 吴:20 徐:15 孙:15 马:13 胡:13 朱:13 郭:12 何:12 林:12 高:10 \
        罗:10 郑:9 梁:9 谢:8 宋:7 唐:7 许:7 韩:7 邓:6 冯:6 曹:6 彭:6 曾:6 肖:6 田:6 董:5 潘:5 袁:5 蔡:5 蒋:5 余:5 于:5 杜:5 \
        叶:4 程:4 魏:4 苏:4 吕:4 丁:4 任:4 卢:4 姚:4 沈:4 钟:4 姜:4 崔:4 谭:4 陆:4 范:3 汪:3 廖:3 石:3 金:3 韦:3 贾:3 夏:3 \
        付:3 方:3 邹:3 熊:3 白:3 孟:3 秦:3 邱:3 侯:3 江:3 尹:2 薛:2 闫:2 段:2 雷:2 龙:2 黎:2 史:2 陶:2 贺:2 毛:2 郝:2 顾:2 \
        龚:2 邵:2 万:2 覃:2 武:2 钱:2 戴:2 严:2 莫:2 孔:2 向:2 常:2 汤:2 康:2 易:2 乔:2 赖:2 文:2 温:1 葛:1 樊:1 兰:1 殷:1 \
        施:1 翟:1 颜:1 倪:1 牛:1 安:1 鲁:1 章:1 伍:1 梅:1 盛:1 柳:1 关:1 庄:1 岳:1 齐:1 欧阳:1 上官:0.2 司徒:0.1
        """
}
