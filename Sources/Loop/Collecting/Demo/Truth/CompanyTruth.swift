package import Kernel

/// Which company it is.
package struct CompanyTruth: Sendable, Codable {
    package let brand: String
    package let customers: Int
    package let seed: UInt64
    package let from: String
    package let until: String
    package let zone: String
    package let note: Text

    init(_ company: Company) {
        brand = ProductLine.brand
        customers = company.plan.customers
        seed = company.plan.seed.value
        from = company.calendar.start.description
        until = company.calendar.until.description
        zone = company.plan.zone.identifier
        note = Text(
            zh: "约四分之一客户在期初前四年内注册，期初前的订单未保留；其余客户在三年内注册。品牌、人物与号码均为虚构（手机号以 12 开头，不存在此号段）。",
            en:
                "About a quarter of the customers registered in the four years before the first day, and orders before that day were not kept; "
                + "the others registered within the three years. Brand, people and numbers are invented (no Chinese mobile number begins with 12)."
        )
    }
}
