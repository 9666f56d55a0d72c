/// All routes of budgets and spending.
enum AllBudgetPages {
    static func routes(_ app: AppContext) -> [Route] {
        let desk = BudgetDesk(app)
        return BudgetPages.routes(desk) + TrackingPages.routes(desk) + SpendPages.routes(desk)
            + BudgetReviewPages.routes(desk) + QuadrantPages.routes(desk)
    }
}
