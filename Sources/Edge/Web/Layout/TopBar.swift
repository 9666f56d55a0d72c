import Kernel
import Records

/// Title and actions of a page, and at the right the switches and the person's own menu.
enum TopBar {
    static func html(_ page: Page, _ entrance: Entrance) -> HTML {
        header(.class("page-head")) {
            div(.class("container-xl")) {
                div(.class("page-head-main")) {
                    if let pretitle = page.pretitle { div(.class("page-pretitle")) { pretitle } }
                    h1(.class("page-title")) { page.title }
                    if let lead = page.lead { p(.class("page-lead")) { lead } }
                }
                if !page.actions.isEmpty { div(.class("page-actions")) { page.actions } }
                div(.class("page-tools")) {
                    if entrance.signed != nil { TodayPages.bell(page.waiting) }
                    Switches.html(entrance)
                    if let signed = entrance.signed { person(signed.account) }
                }
            }
        }
    }

    private static func person(_ account: Account) -> HTML {
        details(.class("person-menu")) {
            summary(.label(Text(zh: "我的账户：", en: "My account: ") + Text(verbatim: account.name))) {
                span(.class("person-mark"), .ariaHidden) { String(account.name.prefix(1)) }
            }
            div(.class("person-sheet")) {
                div(.class("person-name")) { account.name }
                div(.class("person-role")) { roleNames(account.roles) }
                a(.href("/me")) {
                    icon("user")
                    Text(zh: "我的账户", en: "My account")
                }
                a(.href(ExportPages.path)) {
                    icon("download")
                    Text(zh: "我的导出", en: "My exports")
                }
                postForm("/tour", .class("person-tour")) {
                    button(.type("submit"), .name("go"), .value("start")) {
                        icon("sparkles")
                        Text(zh: "功能导览", en: "Guided tour")
                    }
                }
                postForm("/sign-out", .class("person-leave")) {
                    button(.type("submit")) {
                        icon("logout")
                        Text(zh: "退出登录", en: "Sign out")
                    }
                }
            }
        }
    }
}

/// The language and the light/dark switch: forms, so that they work without scripts too.
enum Switches {
    static func html(_ entrance: Entrance) -> HTML {
        let target = entrance.request.method?.isSafe == true ? entrance.request.path : "/"
        let query = entrance.request.query.encoded
        let back = query.isEmpty ? target : target + "?" + query
        return HTML.reading { reader in
            postForm("/preferences", .class("switches d-print-none")) {
                input(.type("hidden"), .name("next"), .value(back))
                theme(reader.theme)
                language(reader.language)
            }
        }
    }

    private static func language(_ current: Language) -> HTML {
        let other = current == .zh ? Language.en : .zh
        return button(
            .class("switch"), .type("submit"), .name("language"), .value(other.rawValue),
            .attribute("lang", other.htmlCode)
        ) {
            other == .zh ? "中文" : "EN"
        }
    }

    private static func theme(_ current: Theme) -> HTML {
        let next: Theme =
            switch current {
            case .system: .dark
            case .dark: .light
            case .light: .system
            }
        let name = Text(zh: "外观：", en: "Appearance: ") + current.name
        return button(
            .class("switch switch-icon"), .type("submit"), .name("theme"), .value(next.rawValue), .title(name),
            .label(name)
        ) {
            icon(current == .system ? "device-desktop" : current == .dark ? "moon" : "sun")
        }
    }
}
