/// How given names of one sex and one decade are put together: favourite whole names, and characters that combine.
struct NameStyle: Sendable {
    private let favourites: [String]
    private let firsts: [String]
    private let seconds: [String]
    private let singles: [String]
    private let singleShare: Double

    private init(_ favourites: String, firsts: String, seconds: String, singles: String, singleShare: Double) {
        self.favourites = favourites.split(separator: " ").map(String.init)
        self.firsts = firsts.map(String.init)
        self.seconds = seconds.map(String.init)
        self.singles = singles.map(String.init)
        self.singleShare = singleShare
    }

    func given(_ dice: inout Dice) -> String {
        if dice.happens(singleShare) { return dice.pick(singles) }
        if dice.happens(0.35) { return favourites[skewed(favourites.count, &dice)] }
        let first = dice.pick(firsts)
        var second = dice.pick(seconds)
        // A doubled character is a pet name; outside the youngest it is rare.
        if second == first { second = dice.pick(seconds) }
        return first + second
    }

    /// The first names of the list are the most frequent.
    private func skewed(_ count: Int, _ dice: inout Dice) -> Int {
        let u = dice.uniform()
        return min(count - 1, Int(u * u * Double(count)))
    }

    static let female = [
        NameStyle(
            "秀英 桂英 秀兰 玉兰 桂兰 秀珍 凤英 玉珍 玉英 兰英 淑珍 淑英 素珍 桂珍 月英", firsts: "秀桂玉淑凤素月春美惠金爱翠",
            seconds: "英兰珍芳琴华梅云莲芬娥霞荣香", singles: "英芳兰琴萍霞", singleShare: 0.06),
        NameStyle(
            "秀英 桂英 丽华 秀兰 玉梅 桂芳 春梅 红梅 淑芬 丽萍 建华 玉华 美华 爱华 玉芳 小红", firsts: "丽桂玉淑秀春红美建爱小亚慧雪",
            seconds: "华梅芳萍英芬琴霞红玲云珍凤娟", singles: "红霞芳梅萍丽玲敏英", singleShare: 0.16),
        NameStyle(
            "丽娟 艳红 海燕 晓燕 丽娜 春燕 红梅 丽萍 晓红 志红 雪梅 小燕 艳丽 文娟 冬梅 海霞", firsts: "丽艳海晓春红雪小文秀慧玉冬亚彩金",
            seconds: "娟红燕娜梅萍玲霞芳丽英琴敏华香云", singles: "丽敏艳芳静燕霞娟红玲英莉", singleShare: 0.30),
        NameStyle(
            "婷婷 丽娜 晓燕 海燕 丹丹 丽丽 娜娜 文静 晓丽 莎莎 雪梅 佳佳 晓静 玉婷 雅琴 慧敏 佩佩 思思",
            firsts: "晓丽雪文佳雅慧海静玉婷美春小思艳秋亚梦颖", seconds: "静婷娜燕丽敏琳娟佳洁慧玲莹雯萍红霞茹", singles: "静丽娜敏燕婷娟莉洁颖琳倩丹蕾",
            singleShare: 0.36),
        NameStyle(
            "雨婷 婷婷 思雨 欣怡 佳怡 梦瑶 雨晴 静怡 诗雨 雪婷 佳琪 梦婷 思琪 晓彤 雅婷 文静 嘉欣 慧敏 雯雯 子怡 梦洁 心怡",
            firsts: "雨思欣佳梦静诗雪雅晓文嘉慧子心若紫婉晨楚书艺可", seconds: "婷怡雨琪瑶晴欣彤洁雯萱颖琳妍慧悦蕾茜玥涵",
            singles: "婷倩颖雪静悦琪雯莹蕾璐瑶", singleShare: 0.20),
        NameStyle(
            "欣怡 梓涵 诗涵 子涵 雨涵 可欣 欣妍 雨萱 梓萱 佳怡 思涵 紫涵 一诺 语桐 若曦 雨桐 子萱 艺涵 馨怡 欣悦 可馨 雅涵",
            firsts: "欣梓诗子雨可思紫语若艺馨雅一佳静心沐芷书嘉安", seconds: "怡涵萱欣妍桐曦诺悦瑶彤琪玥宁汐馨溪媛洋",
            singles: "玥萱婧妍瑾悦", singleShare: 0.08),
    ]

    static let male = [
        NameStyle(
            "建国 建华 志强 国强 德明 国华 文华 玉明 志明 建军 春生 国庆 永福 福生 德福", firsts: "建国志德文玉春永福明金长世绍",
            seconds: "国华强明生军福林成才荣贵平义", singles: "军强明平刚", singleShare: 0.06),
        NameStyle(
            "建国 建军 建华 志强 建平 卫东 国强 志刚 永强 国平 文革 卫国 建明 国庆 红军 海军", firsts: "建国志卫永文海红春立新学",
            seconds: "军国华强平明东刚生民伟忠林峰", singles: "军勇伟强刚平明涛", singleShare: 0.18),
        NameStyle(
            "志强 海军 建军 志勇 建华 国栋 志刚 海涛 文军 永刚 建新 晓东 志伟 海波 小军 卫东", firsts: "志海建文永晓国小春立学俊少东",
            seconds: "强勇军涛刚伟明峰波东华平林辉斌", singles: "勇军伟强涛斌波刚辉磊峰超", singleShare: 0.34),
        NameStyle(
            "志强 海涛 晓东 志伟 俊杰 海波 文杰 建伟 少华 志鹏 海龙 小龙 振华 晓峰 文涛 志超 亚东 金龙",
            firsts: "志海晓俊文建少振小亚金宏明立永国鹏", seconds: "强涛东伟杰波鹏龙华峰超辉磊斌亮飞刚",
            singles: "磊伟涛鹏超杰强勇斌波亮飞峰", singleShare: 0.38),
        NameStyle(
            "俊杰 浩然 志鹏 文杰 嘉豪 子豪 俊豪 家豪 天宇 宇航 志豪 鹏飞 浩宇 明轩 家乐 泽宇 子龙 文博 鑫宇 伟豪",
            firsts: "俊浩志文嘉子家天宇鹏明泽晨鑫博思承", seconds: "杰然鹏豪宇航轩飞龙博涛辉阳霖源凯峰",
            singles: "杰鹏浩超涛凯鑫帅宇阳磊", singleShare: 0.22),
        NameStyle(
            "子轩 浩宇 浩然 宇轩 子涵 梓轩 宇航 博文 俊熙 子豪 雨泽 皓轩 天佑 一鸣 泽宇 睿轩 明哲 嘉懿 宇辰 奕辰",
            firsts: "子浩宇梓博俊雨皓天一泽睿明嘉奕晨沐瑞", seconds: "轩宇然涵航熙豪泽辰睿哲霖阳恒佑铭宸洋",
            singles: "睿轩宇恒泽铭", singleShare: 0.08),
    ]
}
