import Kernel
import Records

/// Language and appearance, remembered by the browser; the language by the account too.
enum PreferencePages {
    private static let year = 365 * 86_400

    static func routes(_ app: AppContext) -> [Route] {
        [
            // A page that stood open long asks for the token of the present session before it sends its form.
            .get("/form-token", .open) { visit in .text(visit.reader.formToken) },
            .post("/preferences", .open) { visit in
                var reply = Reply.redirect(to: ownPath(visit.form.text("next")))
                if let language = Language(rawValue: visit.form.text("language")) {
                    reply = reply.setting(SetCookie(Entrance.languageCookie, language.rawValue, maxAgeSeconds: year))
                    if let account = visit.signed?.account {
                        try await visit.app.accounts.setLanguage(of: account.id, to: language)
                    }
                }
                if let theme = Theme(rawValue: visit.form.text("theme")) {
                    reply = reply.setting(SetCookie(Entrance.themeCookie, theme.rawValue, maxAgeSeconds: year))
                }
                return reply
            },
        ]
    }

    /// Only a path of this site: a link made by somebody else must not lead away after signing in.
    static func ownPath(_ path: String) -> String {
        path.hasPrefix("/") && Attribute.harmless(path) == path ? path : "/"
    }
}
