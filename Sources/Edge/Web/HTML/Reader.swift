package import Kernel

/// What is known of the person a page is written for, as far as the writing needs it.
package struct Reader: Sendable {
    package var language: Language
    package var theme: Theme
    /// Goes into every form; see `CSRF`.
    package var formToken: String
    package var assets: Assets

    package init(language: Language, theme: Theme = .system, formToken: String = "", assets: Assets = .none) {
        self.language = language
        self.theme = theme
        self.formToken = formToken
        self.assets = assets
    }
}

/// Light, dark, or whichever the reader's machine is set to.
package enum Theme: String, Sendable, CaseIterable {
    case system, light, dark

    package var name: Text {
        switch self {
        case .system: Text(zh: "跟随系统", en: "As the system")
        case .light: Text(zh: "浅色", en: "Light")
        case .dark: Text(zh: "深色", en: "Dark")
        }
    }
}
