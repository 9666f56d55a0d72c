/// Every route of the site. A new page adds one line here.
package enum AllRoutes {
    package static func make(_ app: AppContext) -> [Route] {
        HealthPages.routes(app)
            + PreferencePages.routes(app)
    }
}
