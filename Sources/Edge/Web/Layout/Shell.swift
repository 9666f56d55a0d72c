import Kernel

/// Puts the frame around pages: document head, navigation, header, messages, footer; and makes pages of problems.
struct Shell: Sendable {
    let app: AppContext
    let navigation: Navigation

    init(app: AppContext, routes: [Route]) {
        self.app = app
        navigation = Navigation(routes: routes)
    }

    func document(_ page: Page, _ entrance: Entrance) -> HTML {
        .literal("<!doctype html>\n")
            + HTML.reading { reader in
                element(
                    "html",
                    [
                        .attribute("lang", reader.language.htmlCode), .attribute("data-theme", reader.theme.rawValue),
                        .attribute("data-bs-theme", reader.theme == .dark ? "dark" : "light"),
                    ]
                ) {
                    DocumentHead.html(page)
                    element("body", []) {
                        a(.class("skip-link"), .href("#main")) { Text(zh: "跳到主要内容", en: "Skip to content") }
                        switch page.frame {
                        case .full: full(page, entrance)
                        case .centred, .wide: centred(page, entrance)
                        }
                        div(.id("live"), .class("visually-hidden"), .attribute("aria-live", "polite")) {}
                    }
                }
            }
    }

    private func full(_ page: Page, _ entrance: Entrance) -> HTML {
        div(.class("page")) {
            Sidebar.html(navigation, marked: page.marked ?? entrance.request.path, signed: entrance.signed)
            div(.class("page-wrapper")) {
                TopBar.html(page, entrance)
                main(.class("page-body"), .id("main"), .attribute("tabindex", "-1")) {
                    div(.class("container-xl")) {
                        message(entrance.flash)
                        page.body
                    }
                }
                footer(.class("page-foot")) {
                    div(.class("container-xl")) {
                        span(.class("page-footnote")) { page.footnote }
                        span(.class("page-version")) {
                            a(.href("/about")) { Text(zh: "运筹", en: "Yunchou") + Text(verbatim: " \(app.version)") }
                        }
                    }
                }
            }
            Tour.part(entrance)
            keys(entrance)
        }
    }

    /// The list of keys, shown by `?`.
    private func keys(_ entrance: Entrance) -> HTML {
        dialog(.id("keys"), .class("sheet"), .labelled(by: "keys-title")) {
            h2(.id("keys-title")) { Text(zh: "键盘快捷键", en: "Keyboard") }
            dl(.class("key-list")) {
                dt { kbd { "/" } }
                dd { Text(zh: "跳到搜索或筛选", en: "Go to the search field") }
                for group in navigation.groups(for: entrance.signed) {
                    dt {
                        kbd { "g" }
                        " "
                        kbd { group.step.key }
                    }
                    dd { group.step.name }
                }
                dt {
                    kbd { "j" }
                    " "
                    kbd { "k" }
                }
                dd { Text(zh: "审批：下一条、上一条", en: "Approvals: next, previous") }
                dt {
                    kbd { "n" }
                    " "
                    kbd { "e" }
                }
                dd { Text(zh: "新建、编辑记录", en: "Add or edit a record") }
                dt { kbd { "?" } }
                dd { Text(zh: "显示本列表", en: "Show this list") }
                dt { kbd { "Esc" } }
                dd { Text(zh: "关闭", en: "Close") }
            }
            element("form", [.attribute("method", "dialog")]) {
                button(.class("btn"), .type("submit")) { Text(zh: "关闭", en: "Close") }
            }
        }
    }

    private func centred(_ page: Page, _ entrance: Entrance) -> HTML {
        div(.class("page page-centred")) {
            header(.class("centred-head")) {
                Brand.html
                Switches.html(entrance)
            }
            main(
                .class(page.frame == .wide ? "centred-main wide" : "centred-main"), .id("main"),
                .attribute("tabindex", "-1")
            ) {
                message(entrance.flash)
                h1(.class("page-title")) { page.title }
                if let lead = page.lead { p(.class("page-lead")) { lead } }
                page.body
            }
        }
    }

    private func message(_ flash: Flash?) -> HTML {
        guard let flash else { return HTML() }
        return notice(flash.tone, flash.text)
    }
}
