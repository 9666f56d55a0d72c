package import Kernel

/// A kind of thing that rights are about.
package enum Resource: String, Sendable, Hashable, CaseIterable, Codable {
    case board, metric, target
    case customer
    /// Phone, e-mail and other ways to reach one person.
    case contact
    case order, product, dealer
    /// Files that bring data in, their mappings and quarantined rows.
    case sourceData = "source_data"
    /// SQL of one's own over the warehouse.
    case query
    /// RFM, cohorts and what other diagnoses find.
    case diagnosis
    case plan, budget, campaign
    /// What marketing, sales and product book and pay for campaigns together; budgets themselves stay where they are.
    case jointPool = "joint_pool"
    case account
    /// Tokens of one's own; those of others are administered with `account`.
    case apiToken = "api_token"
    case setting, audit, job, backup

    package var name: Text {
        switch self {
        case .board: Text(zh: "经营看板", en: "Board")
        case .metric: Text(zh: "指标口径", en: "Metric definitions")
        case .target: Text(zh: "目标值", en: "Targets")
        case .customer: Text(zh: "客户档案", en: "Customers")
        case .contact: Text(zh: "客户联系方式", en: "Contact details")
        case .order: Text(zh: "订单", en: "Orders")
        case .product: Text(zh: "商品", en: "Products")
        case .dealer: Text(zh: "经销商与门店", en: "Dealers and stores")
        case .sourceData: Text(zh: "数据导入", en: "Source data")
        case .query: Text(zh: "SQL 查询", en: "SQL queries")
        case .diagnosis: Text(zh: "诊断分析", en: "Diagnosis")
        case .plan: Text(zh: "营销方案", en: "Plans")
        case .budget: Text(zh: "预算", en: "Budgets")
        case .jointPool: Text(zh: "联合活动池", en: "Joint campaign pool")
        case .campaign: Text(zh: "活动执行", en: "Campaigns")
        case .account: Text(zh: "账号与权限", en: "Accounts and rights")
        case .apiToken: Text(zh: "接口令牌", en: "API tokens")
        case .setting: Text(zh: "系统设置", en: "Settings")
        case .audit: Text(zh: "审计日志", en: "Audit log")
        case .job: Text(zh: "后台任务", en: "Jobs")
        case .backup: Text(zh: "备份", en: "Backups")
        }
    }
}
