package import Kernel

/// A duty in the company (WF-07). An account may have several; its rights are those of all of them together.
package enum Role: String, Sendable, Hashable, CaseIterable, Codable {
    case executive, marketing, analyst, sales
    case regionManager = "region_manager"
    case finance, technology, service, product, dealer
    case dataOwner = "data_owner"
    case administrator

    package var name: Text {
        switch self {
        case .executive: Text(zh: "高管", en: "Executive")
        case .marketing: Text(zh: "市场部", en: "Marketing")
        case .analyst: Text(zh: "数据分析师", en: "Analyst")
        case .sales: Text(zh: "销售部", en: "Sales")
        case .regionManager: Text(zh: "区域经理", en: "Region manager")
        case .finance: Text(zh: "财务部", en: "Finance")
        case .technology: Text(zh: "技术部", en: "Technology")
        case .service: Text(zh: "客服部", en: "Customer service")
        case .product: Text(zh: "产品与研发", en: "Product and R&D")
        case .dealer: Text(zh: "经销商", en: "Dealer")
        case .dataOwner: Text(zh: "数据责任人", en: "Data owner")
        case .administrator: Text(zh: "系统管理员", en: "Administrator")
        }
    }

    /// What the role is there for, in one sentence.
    package var duty: Text {
        switch self {
        case .executive:
            Text(zh: "查看全局经营情况，设定目标，审批方案与预算", en: "Sees the whole company, sets targets, approves plans and budgets")
        case .marketing:
            Text(zh: "分析、方案设计、投放跟踪与渠道协同", en: "Analyses, designs plans, tracks campaigns, works with channels")
        case .analyst: Text(zh: "数据导入、指标口径与诊断分析", en: "Loads data, maintains metrics, diagnoses")
        case .sales: Text(zh: "反馈销售数据，支持客户与执行", en: "Feeds back sales data, supports customers and execution")
        case .regionManager: Text(zh: "负责所辖区域的渠道与执行结果", en: "Answers for the channels and results of assigned regions")
        case .finance: Text(zh: "预算审批、成本控制与投入产出核算", en: "Approves budgets, controls cost, accounts for return on spend")
        case .technology: Text(zh: "系统运行、工具建设与数据支持", en: "Runs the system, builds tools, supports data")
        case .service:
            Text(zh: "客户咨询、回访与问题处理，参与主题落地", en: "Answers customers, follows up their problems, takes part in campaigns")
        case .product:
            Text(
                zh: "维护商品资料，定义与改进产品，编写产品规划与行动",
                en: "Maintains product data, defines and improves products, writes their plans and actions")
        case .dealer: Text(zh: "查看并维护本经销商的业务数据", en: "Sees the business of its own dealership")
        case .dataOwner: Text(zh: "对所辖数据的口径、质量与授权负责", en: "Answers for definitions, quality and use of data")
        case .administrator: Text(zh: "管理账号、权限、系统设置与备份", en: "Manages accounts, rights, settings and backups")
        }
    }

    /// Which rows the role may see, once it may see the kind at all.
    package var reach: Reach {
        switch self {
        case .regionManager: .assignedRegions
        case .dealer: .assignedDealers
        default: .everything
        }
    }

    package enum Reach: String, Sendable { case everything, assignedRegions, assignedDealers }

    /// Reads a role's code, and names the known ones when it is none of them.
    package static func parse(_ code: String) throws -> Role {
        guard let role = Role(rawValue: code) else { throw AccessProblem.unknownRole(code) }
        return role
    }
}
