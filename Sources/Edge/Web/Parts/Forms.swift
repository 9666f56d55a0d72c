package import Kernel

/// A form that is sent with POST. The hidden token that `CSRF` asks for is in it already.
package func postForm(_ action: String, _ attributes: Attribute..., @HTMLBuilder inside content: () -> HTML) -> HTML {
    element("form", [.attribute("method", "post"), .action(action)] + attributes) {
        HTML.reading { input(.type("hidden"), .name(CSRF.field), .value($0.formToken)) }
        content()
    }
}

/// A form whose fields become the query of the address: filters, search.
package func queryForm(_ action: String, _ attributes: Attribute..., @HTMLBuilder inside content: () -> HTML) -> HTML {
    element("form", [.attribute("method", "get"), .action(action)] + attributes, content)
}

/// A labelled text field, with help and, after a failed try, what is wrong with it.
package struct Field: Sendable {
    package var name: String
    package var label: Text
    package var value = ""
    package var type = "text"
    package var help: Text?
    package var problem: Text?
    package var isRequired = false
    /// What the browser may fill in (`username`, `new-password`, …).
    package var autocomplete: String?
    package var isFirst = false

    package init(
        _ name: String, _ label: Text, value: String = "", type: String = "text", help: Text? = nil,
        problem: Text? = nil,
        required: Bool = false, autocomplete: String? = nil, first: Bool = false
    ) {
        self.name = name
        self.label = label
        self.value = value
        self.type = type
        self.help = help
        self.problem = problem
        isRequired = required
        self.autocomplete = autocomplete
        isFirst = first
    }

    package var html: HTML {
        framed {
            voidElement(
                "input",
                [
                    .id("field-\(name)"), .class(problem == nil ? "form-control" : "form-control is-invalid"),
                    .type(type),
                    .name(name), .value(value), .required.when(isRequired), .autofocus.when(isFirst),
                    .attribute("autocomplete", autocomplete ?? "").when(autocomplete != nil),
                    .attribute("aria-invalid", "true").when(problem != nil),
                    .described(by: "about-\(name)").when(help != nil || problem != nil),
                ])
        }
    }

    /// The same frame around a choice of fixed answers.
    package func choice(_ options: [(value: String, label: Text)]) -> HTML {
        framed {
            select(.id("field-\(name)"), .class("form-select"), .name(name), .required.when(isRequired)) {
                for choice in options {
                    option(.value(choice.value), .selected(choice.value == value)) { choice.label }
                }
            }
        }
    }

    private func framed(@HTMLBuilder _ control: () -> HTML) -> HTML {
        div(.class("field")) {
            HTMLTags.label(.class("form-label"), .for("field-\(name)")) { self.label }
            control()
            if let problem {
                p(.class("field-problem"), .id("about-\(name)")) {
                    icon("alert-circle")
                    problem
                }
            } else if let help {
                p(.class("field-help"), .id("about-\(name)")) { help }
            }
        }
    }
}

enum HTMLTags {
    static func label(_ attributes: Attribute..., @HTMLBuilder inside: () -> HTML) -> HTML {
        element("label", attributes, inside)
    }
}

/// The button that sends the form; `wide` over the whole width of its column.
package func submitButton(_ label: Text, wide: Bool = false) -> HTML {
    button(.class(wide ? "btn btn-primary btn-wide" : "btn btn-primary"), .type("submit")) { label }
}
