import Kernel
import Records

/// The navigation at the left, in the order of the loop; behind a button on a phone.
enum Sidebar {
    static func html(_ navigation: Navigation, marked path: String, signed: SignedIn?) -> HTML {
        let groups = navigation.groups(for: signed)
        let marked = Navigation.marked(path, among: groups)
        return aside(.class("sidebar d-print-none")) {
            div(.class("sidebar-head")) {
                Brand.html
                button(
                    .class("sidebar-toggle"), .type("button"), .attribute("data-toggle", "sidebar-menu"),
                    .attribute("aria-expanded", "false"), .attribute("aria-controls", "sidebar-menu")
                ) {
                    icon("menu-2")
                    span(.class("visually-hidden")) { Text(zh: "菜单", en: "Menu") }
                }
            }
            nav(.id("sidebar-menu"), .class("sidebar-menu"), .label(Text(zh: "主导航", en: "Main navigation"))) {
                for group in groups { html(group, marked: marked) }
            }
        }
    }

    private static func html(_ group: Navigation.Group, marked: String?) -> HTML {
        let isHere = group.entries.contains { $0.path == marked }
        return div(.class(isHere ? "menu-step here" : "menu-step")) {
            if group.entries.count == 1, let entry = group.entries.first, entry.title == group.step.name {
                a(
                    .class("menu-head"), .href(entry.path), .current(entry.path == marked),
                    .attribute("data-key", group.step.key)
                ) {
                    icon(group.step.icon)
                    group.step.name
                }
            } else {
                div(.class("menu-head")) {
                    icon(group.step.icon)
                    group.step.name
                }
                ul(.class("menu-entries")) {
                    for (index, entry) in group.entries.enumerated() {
                        li {
                            a(
                                .href(entry.path), .current(entry.path == marked),
                                .attribute("data-key", group.step.key).when(index == 0)
                            ) { entry.title }
                        }
                    }
                }
            }
        }
    }
}

/// The name of the product, leading home.
enum Brand {
    static let html = a(.class("brand"), .href("/")) {
        img(.src(asset: "mark.svg"), .attribute("width", "26"), .attribute("height", "26"), .alt(Text(verbatim: "")))
        span(.class("brand-name")) { Text(zh: "运筹", en: "Yunchou") }
    }
}
