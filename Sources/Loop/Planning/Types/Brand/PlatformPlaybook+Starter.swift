import Kernel
import Records

extension [StarterRecord] {
    static let platformPlaybooks = [
        book(
            Text(zh: "微信：私域与服务", en: "WeChat: private channel and service"), "wechat", "private_share",
            Text(
                zh: "承接复购与服务，公众号讲深，视频号促动，企微做一对一。",
                en: "Repurchase and service: accounts for depth, channels for reach, WeCom one to one."),
            Text(
                zh: "公众号每周两篇，视频号每天一条，企微只发对该标签有用的内容。",
                en: "Two articles a week, a short video a day, WeCom only what is useful for that tag."),
            Text(zh: "小程序下单，客服 30 分钟内响应。", en: "Orders in the mini-program, answers within 30 minutes.")),
        book(
            Text(zh: "微博：声量与舆情", en: "Weibo: volume and sentiment"), "weibo", "mentions",
            Text(zh: "热点发声、明星与官方互动、舆情监测的第一现场。", en: "Topics, celebrities, and the first place where sentiment shows."),
            Text(zh: "热点 2 小时内发声，日常每天 1–2 条。", en: "A voice within two hours of a topic, one or two posts a day."),
            Text(zh: "话题引流到搜索与旗舰店。", en: "Topics lead to search and the flagship shop.")),
        book(
            Text(zh: "抖音：兴趣成交", en: "Douyin: sales by interest"), "douyin", "roas",
            Text(zh: "短视频激发兴趣，直播间集中成交。", en: "Videos raise interest, live streams close."),
            Text(zh: "短视频每日 2–3 条，直播每周不少于 4 场。", en: "Two or three videos a day, four streams a week."),
            Text(zh: "达人带货控制佣金上限，品牌自播沉淀。", en: "Cap creators' commission, build up our own stream.")),
        book(
            Text(zh: "小红书：种草与搜索", en: "Xiaohongshu: seeding and search"), "xiaohongshu", "conversion_rate",
            Text(zh: "真实体验与测评，决定消费者搜得到什么。", en: "Real experience and reviews: what people find when they search."),
            Text(zh: "KOC 占多数，关键词覆盖场景与痛点。", en: "Mostly KOCs; keywords for situations and pains."),
            Text(zh: "笔记带店铺，不刷量。", en: "Notes lead to the shop; no bought likes.")),
        book(
            Text(zh: "哔哩哔哩：年轻与深度", en: "Bilibili: young people and depth"), "bilibili", "mentions",
            Text(zh: "长视频讲透原理与幕后，吸引 Z 世代。", en: "Long videos explain how it is made; Gen Z watches."),
            Text(zh: "UP 主共创，每月 2 支深度视频。", en: "Two deep videos a month with creators."),
            Text(zh: "评论区答疑，沉淀长尾搜索。", en: "Answer in comments; they keep being found.")),
        book(
            Text(zh: "搜索：拦截需求", en: "Search: meet the need"), "search", "cac",
            Text(zh: "SEO 收口品类词，SEM 拦截品牌与竞品词。", en: "SEO for the category, SEM for our and rivals' names."),
            Text(zh: "品牌词常开，品类词按转化率分配。", en: "Brand words always on, category words by conversion."),
            Text(zh: "落地页与广告语一致，加载不超过 3 秒。", en: "Landing page says what the ad said and loads in 3 seconds.")),
        book(
            Text(zh: "邮件：按客户阶段", en: "E-mail: by customer stage"), "email", "message_click_rate",
            Text(
                zh: "按潜在、新客、活跃、沉睡分开写，不发同一封。",
                en: "Different letters for prospects, new, active and dormant customers; never the same one to all."),
            Text(
                zh: "潜在每两周、新客首单后第 1/7/21 天、沉睡每月一次。",
                en: "Every two weeks for prospects, days 1, 7 and 21 after a first order, once a month for the dormant."
            ), Text(zh: "一封一个行动，可一键退订。", en: "One act per letter, one click to leave.")),
        book(
            Text(zh: "线下活动与展会", en: "Events and fairs"), "offline", "leads",
            Text(zh: "体验与留资，把线下人流带回线上。", en: "Let people try, and bring them online."),
            Text(zh: "每月一场区域体验，每季度一次展会。", en: "A regional event each month, a fair each quarter."),
            Text(
                zh: "扫码入会并当场打标签，48 小时内回访。",
                en: "Members join by code and are tagged on the spot; a call within 48 hours.")),
        book(
            Text(zh: "媒体公关与专访", en: "Press and interviews"), "press", "positive_share",
            Text(zh: "第三方背书，回应争议。", en: "Others speak for us; we answer disputes."),
            Text(
                zh: "每季度 1 次深度专访，重要事件 24 小时内有统一口径。",
                en: "One deep interview a quarter; one line within 24 hours of an event."),
            Text(zh: "新闻稿带可核实数据，不夸大。", en: "Figures that can be checked, nothing inflated.")),
    ]

    private static func book(
        _ title: Text, _ platform: String, _ metric: String, _ part: Text, _ rhythm: Text, _ conversion: Text
    ) -> StarterRecord {
        StarterRecord(
            title,
            [
                "platform": .code(platform), "metric": .code(metric), "part": .text(part), "rhythm": .text(rhythm),
                "conversion": .text(conversion), "review_on": .day(90),
            ])
    }
}
