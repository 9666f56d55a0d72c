import Kernel

/// A Tabler icon by name. Beside text it is decoration, so screen readers pass over it.
package func icon(_ name: String) -> HTML {
    HTML.reading { reader in
        element("svg", [.class("icon"), .ariaHidden, .attribute("focusable", "false")]) {
            voidUse(reader.assets.address("lib/icons/sprite.svg#" + name))
        }
    }
}

private func voidUse(_ address: String) -> HTML { element("use", [.href(address)]) }
