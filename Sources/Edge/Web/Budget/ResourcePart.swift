import Kernel
import Planning
import Records

/// Booked resources by kind, payer and project.
struct ResourcePart {
    let plan: ResourcePlan
    let projects: [Int64: Record]
    let desk: BudgetDesk
    let linksProjects: Bool

    var html: HTML {
        HTML {
            div(.class("columns")) {
                shares(Text(zh: "按资源类别", en: "By kind"), plan.kinds, choices("kind"))
                shares(Text(zh: "联合活动池：各部门出资", en: "Joint pool: who pays"), plan.payers, choices("payer"))
            }
            card(
                Text(zh: "各项目投入", en: "By project"),
                note: plan.marginal.map {
                    Text(
                        zh: "最近加入的一个活动的边际成本：\(desk.money($0))",
                        en: "The campaign that joined last costs \(desk.money($0)) more")
                }, flush: true
            ) { campaigns.html }
        }
    }

    private func choices(_ field: String) -> [Choice] { RecordType.resourceBooking.field(field)?.kind.choiceList ?? [] }

    private func shares(_ title: Text, _ shares: [ResourcePlan.Share], _ choices: [Choice]) -> HTML {
        let total = max(1, shares.reduce(0) { $0 + $1.cost })
        return card(title) {
            if shares.isEmpty {
                p(.class("quiet")) { Text(zh: "尚未填写。", en: "Not filled in yet.") }
            } else {
                div(.class("stack-tight")) {
                    for share in shares {
                        div {
                            div(.class("type-head")) {
                                span { choices.first { $0.id == share.id }?.name ?? Text(verbatim: share.id) }
                                desk.short(share.cost)
                            }
                            shareBar(Double(share.cost) / Double(total))
                        }
                    }
                }
            }
        }
    }

    private var campaigns: DataTable<ResourcePlan.Campaign> {
        let desk = desk
        let projects = projects
        let linksProjects = linksProjects
        let payers = choices("payer")
        return DataTable(
            Text(zh: "各项目投入", en: "By project"), rows: plan.campaigns,
            columns: [
                .init(Text(zh: "项目", en: "Project")) { campaign in
                    if let project = projects[campaign.id] {
                        if linksProjects { a(.href(RecordDesk.path(project))) { project.title } } else { project.title }
                        if campaign.awaiting > 0 {
                            badge(
                                Text(
                                    zh: "待出资方确认 \(desk.money(campaign.awaiting))",
                                    en: "\(desk.money(campaign.awaiting)) not agreed yet"), .attention)
                        }
                    } else {
                        "—"
                    }
                },
                .init(Text(zh: "人数", en: "People"), figure: true) { Figure.decimal($0.people) },
                .init(Text(zh: "出资", en: "Paid by")) { campaign in
                    for payer in payers where campaign.payers[payer.id] != nil {
                        span(.class("cell-sub")) {
                            payer.name
                            " "
                            desk.money(campaign.payers[payer.id] ?? 0)
                        }
                    }
                },
                .init(Text(zh: "边际成本", en: "Marginal cost"), figure: true) { desk.money($0.cost) },
            ])
    }
}
