import Kernel
import Records

extension RecordType {
    static let subTheme = RecordType(
        "sub_theme", Text(zh: "季度子主题", en: "Sub-theme"), prefix: "SUB", resource: .campaign, rows: ["BR-01"],
        meaning: Text(
            zh: "年度主题在一个季度的落点；每个活动与内容都必须指明所属子主题。",
            en: "What the theme means in a quarter; every campaign and piece of content names one."),
        title: Text(zh: "子主题", en: "Sub-theme"),
        fields: [
            RecordField("theme", Text(zh: "年度主题", en: "Theme"), .link(to: "theme"), required: true),
            RecordField("quarter", Text(zh: "季度", en: "Quarter"), .choice(.quarters), required: true), .startsOn,
            .endsOn,
            RecordField("task", Text(zh: "传播任务", en: "Task"), .longText, required: true),
            RecordField("message", Text(zh: "主信息", en: "Main message"), .longText),
            RecordField("personas", Text(zh: "主要人群", en: "Personas"), .links(to: "persona")),
            RecordField(
                "rollout", Text(zh: "产品、客服与包装的落地要求", en: "What product, service and packaging do"), .longText,
                help: Text(zh: "话术、视觉、包装贴的完成时间与责任人", en: "Scripts, visuals and stickers: by when and by whom")), .owner,
        ],
        states: .work, views: [.board(by: "quarter"), .timeline(from: "starts_on", to: "ends_on")],
        starter: [
            sub(
                Text(zh: "第一季度：品牌唤醒", en: "Q1: brand awakening"), "q1",
                Text(zh: "让老用户重新想起我们，主推来处故事片。", en: "Remind old users of us with a film about origins."),
                Text(zh: "你用的每一件，都有来处。", en: "Everything you use has an origin.")),
            sub(
                Text(zh: "第二季度：产品突破", en: "Q2: product breakthrough"), "q2",
                Text(zh: "新品上市集中发声，用测评和对比建立专业感。", en: "Launch loudly; reviews and comparisons show expertise."),
                Text(zh: "看得见的差别。", en: "A difference you can see.")),
            sub(
                Text(zh: "第三季度：用户共创", en: "Q3: user co-creation"), "q3",
                Text(zh: "征集用户用法与故事，反哺产品与内容。", en: "Collect how people use it, and use that in product and content."),
                Text(zh: "你来讲它的去处。", en: "You tell where it goes.")),
            sub(
                Text(zh: "第四季度：年度盛典", en: "Q4: annual gala"), "q4",
                Text(zh: "双 11 与年度盛典合一，收束全年故事。", en: "Double 11 and a gala close the story of the year."),
                Text(zh: "一年的来处与去处。", en: "A year of origins and ends.")),
        ])

    private static func sub(_ title: Text, _ quarter: String, _ task: Text, _ message: Text) -> StarterRecord {
        StarterRecord(
            title,
            [
                "theme": .linked(["Good things have an origin (sample)"]), "quarter": .code(quarter),
                "task": .text(task), "message": .text(message),
            ])
    }
}
