import Kernel
import Planning
import Records
import Warehouse

/// What the budget pages work with, and where they stand.
struct BudgetDesk: Sendable {
    let records: RecordDesk
    let reader: BudgetReader
    let app: AppContext

    init(_ app: AppContext) {
        self.app = app
        records = app.desk
        reader = BudgetReader(app.desk.records, app.warehouse)
    }

    static let budgets = "/plan/budgets"
    static let tracking = "/plan/tracking"
    static let spending = "/plan/spending"
    static let review = "/plan/budget-review"
    static let priorities = "/plan/project-priorities"
    static let resources = "/plan/resources"

    static func path(_ budget: Record) -> String { "\(budgets)/\(budget.number)" }
    static func path(spend: Record) -> String { "\(spending)/\(spend.number)" }

    var currency: Currency { records.records.currency }
    var today: Day { app.zone.day(of: app.clock.now()) }

    /// `¥1,234.50`
    func money(_ units: Int64) -> String { Figure.money(Money(minorUnits: units, currency: currency)) }

    /// `¥12.3 万`, with every digit where the mouse rests.
    func short(_ units: Int64) -> HTML {
        span(.class("num nowrap"), .title(Text(verbatim: money(units)))) {
            Figure.shortMoney(Money(minorUnits: units, currency: currency))
        }
    }

    /// The budget named in the address, else the one that runs today, else the newest. `nil` where there is none.
    func chosen(_ visit: Visit) async throws -> (budget: Record, all: [Record])? {
        let all = try await reader.budgets(for: try RecordDesk.author(visit))
        if let number = visit.query.int("budget"), let wanted = all.first(where: { $0.number == Int64(number) }) {
            return (wanted, all)
        }
        let day = today
        let running = all.filter { BudgetBook($0, lines: []).period.contains(day) && $0.state != "closed" }
        // A yearly budget in force goes before drafts and parts of it.
        let best = running.min { rank($0) < rank($1) } ?? all.first
        return best.map { ($0, all) }
    }

    private func rank(_ budget: Record) -> (Int, Int, Int64) {
        (budget.state == "active" ? 0 : 1, budget.whole("parent") == nil ? 0 : 1, -budget.number)
    }

    func picker(_ path: String, _ chosen: Record, _ all: [Record]) -> HTML {
        if all.count < 2 { return HTML() }
        return queryForm(path, .class("filter-bar")) {
            select(.class("form-select"), .name("budget"), .label(Text(zh: "预算", en: "Budget"))) {
                for budget in all {
                    option(.value(String(budget.number)), .selected(budget.id == chosen.id)) {
                        "\(budget.code) \(budget.title)"
                    }
                }
            }
            button(.class("btn"), .type("submit")) { Text(zh: "查看", en: "Show") }
        }
    }

    /// What stands where there is no budget yet.
    func nothingYet(_ visit: Visit) -> HTML {
        card {
            emptyState(
                "report-money", Text(zh: "还没有预算", en: "No budget yet"),
                Text(
                    zh: "先编制一份预算：可以按去年实际数自动生成，也可以零基编制。",
                    en: "Make one first: grown from what last year cost, or built from zero.")
            ) {
                if visit.may(.edit, .budget) {
                    a(.class("btn btn-primary"), .href(BudgetDesk.budgets)) { Text(zh: "编制预算", en: "Make a budget") }
                }
            }
        }
    }
}
