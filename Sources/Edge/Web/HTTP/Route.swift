import Kernel

/// One address of the site: what it answers to, who may call it, and where it stands in the navigation.
///
/// A page in another folder registers itself like this, and with one line in `AllRoutes.swift`:
///
///     package enum CohortPages {
///         package static func routes(_ app: AppContext) -> [Route] {
///             [
///                 .get("/diagnose/cohorts", .allowed(.view, .customer), menu: MenuEntry(.diagnose, Text(zh: "同期群", en: "Cohorts"))) { visit in
///                     .page(Page(Text(zh: "同期群", en: "Cohorts")) { p { Text(zh: "……", en: "…") } })
///                 },
///                 .post("/diagnose/cohorts/:name/rename", .allowed(.edit, .customer)) { visit in
///                     let name = visit["name"], title = visit.form.text("title")   // the form token is checked already
///                     return .redirect(to: "/diagnose/cohorts").flashing(Text(zh: "已改名。", en: "Renamed."))
///                 },
///             ]
///         }
///     }
package struct Route: Sendable {
    package typealias Handler = @Sendable (Visit) async throws -> Reply

    package let method: Method
    /// `/users/:account/role`: a step that begins with a colon takes any value, found as `visit["account"]`.
    package let path: String
    package let access: Access
    package let menu: MenuEntry?
    package let body: BodyUse
    let handle: Handler

    /// How the body of a request is taken in.
    package enum BodyUse: Sendable, Hashable {
        /// Collected and read as form fields before the handler runs.
        case form(limitBytes: Int)
        /// Left to the handler (`visit.request.body`): uploads. The form token must come in the `X-Form-Token` header.
        case stream

        /// Far above any form of ours, far below what hurts.
        package static let form = BodyUse.form(limitBytes: 1 << 20)
    }

    package init(
        _ method: Method, _ path: String, _ access: Access, menu: MenuEntry? = nil, body: BodyUse = .form,
        _ handle: @escaping Handler
    ) {
        self.method = method
        self.path = path
        self.access = access
        self.menu = menu
        self.body = body
        self.handle = handle
    }

    package static func get(
        _ path: String, _ access: Access, menu: MenuEntry? = nil, _ handle: @escaping Handler
    ) -> Route {
        Route(.get, path, access, menu: menu, handle)
    }

    package static func post(
        _ path: String, _ access: Access, body: BodyUse = .form, _ handle: @escaping Handler
    ) -> Route {
        Route(.post, path, access, body: body, handle)
    }
}
