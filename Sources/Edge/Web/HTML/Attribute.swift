package import Kernel

/// One attribute of an element. Its name is always a literal; its value is escaped when it is written.
package struct Attribute: Sendable {
    enum Value: Sendable {
        case flag
        case absent
        case plain(String)
        case said(Text)
        case made(@Sendable (Reader) -> String)
    }

    let name: StaticString
    let value: Value

    init(_ name: StaticString, _ value: Value) {
        self.name = name
        self.value = value
    }
}

extension Attribute {
    /// Any other attribute. `on…` handlers and `style` have no place here: the content security policy refuses them.
    package static func attribute(_ name: StaticString, _ value: String) -> Attribute { Attribute(name, .plain(value)) }
    package static func attribute(_ name: StaticString, _ value: Text) -> Attribute { Attribute(name, .said(value)) }
    package static func attribute(_ name: StaticString, _ value: Int) -> Attribute { .attribute(name, String(value)) }
    /// An attribute without a value, written only when `isSet`.
    package static func flag(_ name: StaticString, _ isSet: Bool = true) -> Attribute {
        Attribute(name, isSet ? .flag : .absent)
    }
    static func made(_ name: StaticString, _ make: @escaping @Sendable (Reader) -> String) -> Attribute {
        Attribute(name, .made(make))
    }

    /// The attribute, or nothing.
    package func when(_ condition: Bool) -> Attribute { condition ? self : Attribute(name, .absent) }

    package static func `class`(_ names: String) -> Attribute { .attribute("class", names) }
    package static func id(_ value: String) -> Attribute { .attribute("id", value) }
    package static func name(_ value: String) -> Attribute { .attribute("name", value) }
    package static func value(_ value: String) -> Attribute { .attribute("value", value) }
    package static func type(_ value: String) -> Attribute { .attribute("type", value) }
    package static func role(_ value: String) -> Attribute { .attribute("role", value) }
    package static func scope(_ value: String) -> Attribute { .attribute("scope", value) }
    package static func `for`(_ id: String) -> Attribute { .attribute("for", id) }
    package static func title(_ text: Text) -> Attribute { .attribute("title", text) }
    package static func placeholder(_ text: Text) -> Attribute { .attribute("placeholder", text) }
    package static func alt(_ text: Text) -> Attribute { .attribute("alt", text) }
    package static func label(_ text: Text) -> Attribute { .attribute("aria-label", text) }
    package static func labelled(by id: String) -> Attribute { .attribute("aria-labelledby", id) }
    package static func described(by id: String) -> Attribute { .attribute("aria-describedby", id) }
    package static func colspan(_ count: Int) -> Attribute { .attribute("colspan", count) }
    package static var required: Attribute { .flag("required") }
    package static var disabled: Attribute { .flag("disabled") }
    package static var hidden: Attribute { .flag("hidden") }
    package static var ariaHidden: Attribute { .attribute("aria-hidden", "true") }
    package static var autofocus: Attribute { .flag("autofocus") }
    package static func selected(_ isSet: Bool) -> Attribute { .flag("selected", isSet) }
    package static func checked(_ isSet: Bool) -> Attribute { .flag("checked", isSet) }
    package static func open(_ isSet: Bool) -> Attribute { .flag("open", isSet) }
    package static func current(_ isSet: Bool) -> Attribute { .attribute("aria-current", "page").when(isSet) }

    /// An address. Only our own paths, anchors, queries and http(s) or mailto addresses are let through, so that a
    /// stored `javascript:` address stays harmless.
    package static func href(_ address: String) -> Attribute { .attribute("href", harmless(address)) }
    package static func action(_ address: String) -> Attribute { .attribute("action", harmless(address)) }
    package static func src(_ address: String) -> Attribute { .attribute("src", harmless(address)) }
    package static func src(asset path: String) -> Attribute { .made("src") { $0.assets.address(path) } }
    package static func href(asset path: String) -> Attribute { .made("href") { $0.assets.address(path) } }

    static func harmless(_ address: String) -> String {
        let plain = address.unicodeScalars.allSatisfy { $0.value > 32 && $0 != "\\" }
        let known = ["/", "#", "?", "https://", "http://", "mailto:"].contains { address.hasPrefix($0) }
        return plain && known && !address.hasPrefix("//") ? address : "#"
    }
}

extension Attribute {
    // htmx, written as data-hx-… so that the page stays valid HTML.
    package static func hxGet(_ address: String) -> Attribute { .attribute("data-hx-get", harmless(address)) }
    package static func hxPost(_ address: String) -> Attribute { .attribute("data-hx-post", harmless(address)) }
    package static func hxTarget(_ selector: String) -> Attribute { .attribute("data-hx-target", selector) }
    package static func hxSwap(_ way: String) -> Attribute { .attribute("data-hx-swap", way) }
    package static func hxTrigger(_ event: String) -> Attribute { .attribute("data-hx-trigger", event) }
    package static func hxPushURL() -> Attribute { .attribute("data-hx-push-url", "true") }
    package static func hxInclude(_ selector: String) -> Attribute { .attribute("data-hx-include", selector) }
    package static func hxConfirm(_ question: Text) -> Attribute { .attribute("data-hx-confirm", question) }
    /// Asked by app.js before the form is sent or the link followed.
    package static func confirm(_ question: Text) -> Attribute { .attribute("data-confirm", question) }
}
