import Kernel
import Records

/// Answers that many types share, so that lists can be compared.
extension [Choice] {
    static let levels = [
        Choice("low", Text(zh: "低", en: "Low")), Choice("medium", Text(zh: "中", en: "Medium"), .warning),
        Choice("high", Text(zh: "高", en: "High"), .danger),
    ]
    static let confidence = [
        Choice("rumour", Text(zh: "传闻", en: "Hearsay"), .warning), Choice("likely", Text(zh: "较可信", en: "Likely")),
        Choice("confirmed", Text(zh: "已核实", en: "Verified"), .good),
    ]
    static let trends = [
        Choice("rising", Text(zh: "上升", en: "Rising")), Choice("steady", Text(zh: "平稳", en: "Steady")),
        Choice("falling", Text(zh: "下降", en: "Falling")),
    ]
    static let effects = [
        Choice("opportunity", Text(zh: "机会", en: "Opportunity"), .good),
        Choice("neutral", Text(zh: "中性", en: "Neutral")),
        Choice("threat", Text(zh: "威胁", en: "Threat"), .danger),
    ]
    static let departments = [
        Choice("marketing", Text(zh: "市场", en: "Marketing")), Choice("sales", Text(zh: "销售", en: "Sales")),
        Choice("product", Text(zh: "产品", en: "Product")),
        Choice("rd", Text(zh: "研发", en: "R&D")), Choice("supply", Text(zh: "供应链", en: "Supply chain")),
        Choice("service", Text(zh: "客服", en: "Customer service")),
        Choice("finance", Text(zh: "财务", en: "Finance")), Choice("technology", Text(zh: "技术", en: "Technology")),
        Choice("legal", Text(zh: "法务", en: "Legal")),
    ]
    static let quarters = [
        Choice("q1", Text(zh: "第一季度", en: "Q1")), Choice("q2", Text(zh: "第二季度", en: "Q2")),
        Choice("q3", Text(zh: "第三季度", en: "Q3")),
        Choice("q4", Text(zh: "第四季度", en: "Q4")),
    ]
    static let horizons = [
        Choice("short", Text(zh: "短期", en: "Short term")), Choice("long", Text(zh: "长期", en: "Long term"), .info),
    ]
    static let lifeStages = [
        Choice("introduction", Text(zh: "导入期", en: "Introduction"), .info),
        Choice("growth", Text(zh: "成长期", en: "Growth"), .good),
        Choice("maturity", Text(zh: "成熟期", en: "Maturity")),
        Choice("decline", Text(zh: "衰退期", en: "Decline"), .warning),
    ]
    static let quadrants = [
        Choice("star", Text(zh: "明星", en: "Star"), .good), Choice("cash_cow", Text(zh: "金牛", en: "Cash cow"), .info),
        Choice("question_mark", Text(zh: "问题", en: "Question mark"), .warning),
        Choice("dog", Text(zh: "瘦狗", en: "Dog")),
    ]
    static let platforms = [
        Choice("wechat", Text(zh: "微信", en: "WeChat")), Choice("weibo", Text(zh: "微博", en: "Weibo")),
        Choice("douyin", Text(zh: "抖音", en: "Douyin")),
        Choice("xiaohongshu", Text(zh: "小红书", en: "Xiaohongshu")), Choice("bilibili", Text(zh: "哔哩哔哩", en: "Bilibili")),
        Choice("search", Text(zh: "搜索引擎", en: "Search engines")), Choice("email", Text(zh: "邮件", en: "E-mail")),
        Choice("offline", Text(zh: "线下", en: "Offline")),
        Choice("press", Text(zh: "媒体公关", en: "Press")),
    ]
    static let cadences = [
        Choice("weekly", Text(zh: "每周", en: "Weekly")), Choice("biweekly", Text(zh: "每两周", en: "Every two weeks")),
        Choice("monthly", Text(zh: "每月", en: "Monthly")), Choice("quarterly", Text(zh: "每季度", en: "Quarterly")),
        Choice("yearly", Text(zh: "每年", en: "Yearly")),
        Choice("on_demand", Text(zh: "按需", en: "When needed")),
    ]
    static let rivalMoves = [
        Choice("price", Text(zh: "价格", en: "Price")), Choice("launch", Text(zh: "新品", en: "Launch")),
        Choice("promotion", Text(zh: "促销", en: "Promotion")),
        Choice("channel", Text(zh: "渠道", en: "Channel")), Choice("content", Text(zh: "内容与投放", en: "Content and ads")),
        Choice("supply", Text(zh: "供应链与产能", en: "Supply and capacity")),
        Choice("organisation", Text(zh: "组织与资本", en: "Organisation and capital")),
    ]
    static let incidentKinds = [
        Choice("technical", Text(zh: "技术故障", en: "Technical failure")),
        Choice("pr", Text(zh: "公关危机", en: "PR crisis"), .danger),
        Choice("complaint", Text(zh: "投诉激增", en: "Complaint spike"), .warning),
        Choice("supply", Text(zh: "断供", en: "Supply break")),
        Choice("legal", Text(zh: "合规处罚", en: "Legal")),
    ]
    static let incidentLevels = [
        Choice("blue", Text(zh: "蓝色", en: "Blue"), .info),
        Choice("yellow", Text(zh: "黄色", en: "Yellow"), .warning),
        Choice("red", Text(zh: "红色", en: "Red"), .danger),
    ]
}
