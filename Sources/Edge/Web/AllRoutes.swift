/// Every route of the site. A new page adds one line here.
package enum AllRoutes {
    package static func make(_ app: AppContext) -> [Route] {
        let pages = [
            HealthPages.routes(app), PreferencePages.routes(app), SignInPages.routes(app), SetUpPages.routes(app),
            WelcomePages.routes(app), TourPages.routes(app), MyPages.routes(app),
            CompanyPages.routes(app), UserPages.routes(app), DutyPages.routes(app), TokenPages.routes(app),
            ImportPages.routes(app), ImportResultPages.routes(app), MappingPages.routes(app), LoadPages.routes(app),
            TablePages.routes(app),
            MonitoringPages.routes(app), TodayPages.routes(app),
            ExportPages.routes(app), JobPages.routes(app), AuditPages.routes(app), AboutPages.routes(app),
            RFMPages.routes(app), CohortPages.routes(app), BasketPages.routes(app),
            GoalPages.routes(app),
            AllBudgetPages.routes(app),
            CalendarPages.routes(app), SharePages.routes(app), PricePages.routes(app), MacroPages.routes(app),
            PortfolioPages.routes(app),
            RegionRankPages.routes(app), RiskPages.routes(app),
            RecordPages.routes(app.desk), RecordAPI.routes(app.desk), GraphQLEndpoint.routes(app.desk),
            ApprovalPages.routes(app),
            ApprovalRoutePages.routes(app.desk),
            WorkPages.routes(app), HandbookPages.routes(app.desk), ArchivePages.routes(app.desk),
        ].flatMap { $0 }
        return HomePages.routes(app, others: pages) + pages
    }
}
