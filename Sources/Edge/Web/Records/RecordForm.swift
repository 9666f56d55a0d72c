import Kernel
import Records
import Warehouse

/// The form of a record, new or there already. What was typed is shown again with what is wrong beside each field; after
/// somebody else was faster, her values stand beside one's own.
struct RecordForm {
    let type: RecordType
    let reader: RecordAuthor
    let options: RecordOptions
    /// What stands in the fields.
    var texts: [String: String]
    var troubles: [FieldTrouble] = []
    /// What somebody else has written meanwhile, as text.
    var theirs: [String: String] = [:]
    /// The version that saving starts from.
    var version: Int64?

    var html: HTML {
        HTML {
            if let version { input(.type("hidden"), .name("version"), .value(String(version))) }
            for part in type.sections(type.fields.filter { reader.may(.view, type, $0) }) {
                if let title = part.title {
                    fieldset(.class("form-section")) {
                        legend { title }
                        for field in part.fields { self.field(field) }
                    }
                } else {
                    for field in part.fields { self.field(field) }
                }
            }
        }
    }

    func field(_ field: RecordField) -> HTML {
        let trouble = troubles.first { $0.field == field.id }?.text
        let isGroup = isGroup(field)
        let about = "about-\(field.id)"
        return div(.class(isWide(field) ? "field field-wide" : "field")) {
            if isGroup {
                span(.class("form-label"), .id("label-\(field.id)")) { label(field) }
            } else {
                HTMLTags.label(.class("form-label"), .for("field-\(field.id)")) { label(field) }
            }
            control(field, trouble)
            if let other = theirs[field.id], other != texts[field.id] ?? "" {
                p(.class("field-theirs")) {
                    icon("switch-horizontal")
                    Text(zh: "对方的内容：", en: "Theirs: ")
                    strong { other.isEmpty ? "—" : other }
                }
            }
            if let trouble {
                p(.class("field-problem"), .id(about)) {
                    icon("alert-circle")
                    trouble
                }
            } else if let help = field.help {
                p(.class("field-help"), .id(about)) { help }
            }
        }
    }

    private func label(_ field: RecordField) -> HTML {
        HTML {
            field.name
            if let unit = unit(field) { span(.class("field-unit")) { unit } }
            if field.isRequired { span(.class("field-required"), .label(Text(zh: "必填", en: "required"))) { "*" } }
        }
    }

    private func unit(_ field: RecordField) -> Text? {
        switch field.kind {
        case .money:
            Text(
                zh: "（\(options.currency.code == "CNY" ? "元" : options.currency.code)）",
                en: " (\(options.currency.code))")
        case .share: Text(verbatim: " (%)")
        case .number(let form): form.unit.map { Text(zh: "（\($0.zh)）", en: " (\($0.en))") }
        default: nil
        }
    }

    private func isGroup(_ field: RecordField) -> Bool {
        switch field.kind {
        case .choices, .scale, .people: true
        default: false
        }
    }

    private func isWide(_ field: RecordField) -> Bool {
        switch field.kind {
        case .longText, .choices, .links, .people: true
        default: field.id == "title"
        }
    }

    func control(_ field: RecordField, _ trouble: Text?) -> HTML {
        let value = texts[field.id] ?? ""
        let mayEdit = reader.may(.edit, type, field)
        let common: [Attribute] = [
            .id("field-\(field.id)"), .name(field.id), .disabled.when(!mayEdit),
            .attribute("aria-invalid", "true").when(trouble != nil),
            .described(by: "about-\(field.id)").when(trouble != nil || field.help != nil),
        ]
        let inputClass = Attribute.class(trouble == nil ? "form-control" : "form-control is-invalid")
        func line(_ type: String, _ more: [Attribute] = []) -> HTML {
            voidElement(
                "input", common + [inputClass, .type(type), .value(value), .required.when(field.isRequired)] + more)
        }
        switch field.kind {
        case .text(let limit): return line("text", [.attribute("maxlength", limit)])
        case .longText:
            return element("textarea", common + [inputClass, .attribute("rows", 5), .required.when(field.isRequired)]) {
                value
            }
        case .choice(let list): return pick(common, list.map { ($0.id, $0.name) }, value)
        case .choices(let list): return checks(field, list.map { ($0.id, $0.name) }, value, mayEdit)
        case .number, .money, .share:
            return line("text", [.attribute("inputmode", "decimal"), .attribute("autocomplete", "off")])
        case .scale(let range) where range.count <= 10: return scale(field, range, value, mayEdit)
        case .scale: return line("number")
        case .day: return line("date")
        case .flag:
            return pick(common, [("true", Text(zh: "是", en: "Yes")), ("false", Text(zh: "否", en: "No"))], value)
        case .person: return pick(common, options.people.map { ($0, Text(verbatim: $0)) }, value)
        case .people:
            return checks(field, options.people.map { ($0, Text(verbatim: $0)) }, value, mayEdit)
        case .link(let target):
            return pick(
                common, (options.records[target] ?? []).map { ($0.code, Text(verbatim: "\($0.code) \($0.title)")) },
                value)
        case .links(let target):
            return checks(
                field, (options.records[target] ?? []).map { ($0.code, Text(verbatim: "\($0.code) \($0.title)")) },
                value, mayEdit)
        case .metric: return pick(common, Metric.measurable.map { ($0.id, $0.name) }, value)
        case .region:
            let reach = reader.regions(type)
            return pick(
                common, RegionName.all.filter { reach?.contains($0.code) ?? true }.map { ($0.code, $0.name) }, value)
        case .web: return line("url", [.placeholder(Text(verbatim: "https://"))])
        }
    }

    private func pick(_ common: [Attribute], _ choices: [(String, Text)], _ value: String) -> HTML {
        element("select", common + [.class("form-select")]) {
            option(.value("")) { "—" }
            // A value that is offered no more (an archived record, a disabled account) stays until somebody changes it.
            if !value.isEmpty, !choices.contains(where: { $0.0 == value }) {
                option(.value(value), .selected(true)) { value }
            }
            for (code, name) in choices { option(.value(code), .selected(code == value)) { name } }
        }
    }

    private func checks(_ field: RecordField, _ choices: [(String, Text)], _ value: String, _ mayEdit: Bool) -> HTML {
        let chosen = Set(value.split(separator: ";").map { $0.trimmingBlanks() })
        return div(.class("check-grid check-scroll"), .role("group"), .labelled(by: "label-\(field.id)")) {
            input(.type("hidden"), .name(field.id), .value(""))
            // What is offered no more (an archived record, a departed colleague) stays until somebody takes it out.
            let gone = chosen.subtracting(choices.map(\.0)).subtracting([""]).sorted()
            for (code, name) in choices + gone.map({ ($0, Text(verbatim: $0)) }) {
                HTMLTags.label(.class("field-check")) {
                    input(
                        .type("checkbox"), .name(field.id), .value(code), .checked(chosen.contains(code)),
                        .disabled.when(!mayEdit))
                    span { name }
                }
            }
            if choices.isEmpty { span(.class("quiet")) { Text(zh: "还没有可选的记录", en: "There is nothing to choose yet") } }
        }
    }

    private func scale(_ field: RecordField, _ range: ClosedRange<Int>, _ value: String, _ mayEdit: Bool) -> HTML {
        div(.class("scale-input"), .role("radiogroup"), .labelled(by: "label-\(field.id)")) {
            for step in ["—"] + range.map(String.init) {
                HTMLTags.label {
                    input(
                        .type("radio"), .name(field.id), .value(step == "—" ? "" : step),
                        .checked(step == "—" ? value.isEmpty : step == value),
                        .disabled.when(!mayEdit))
                    span { step }
                }
            }
        }
    }

    /// What the form sent, one text a field; boxes that were ticked stand together. Fields that the writer may not change are left out.
    static func texts(_ form: FieldValues, _ type: RecordType, _ reader: RecordAuthor) -> [String: String] {
        var texts: [String: String] = [:]
        for field in type.fields where reader.may(.edit, type, field) {
            let sent = form.all(field.id)
            if !sent.isEmpty { texts[field.id] = sent.filter { !$0.isEmpty }.joined(separator: ";") }
        }
        return texts
    }
}

/// What the form's choices are made of.
struct RecordOptions: Sendable {
    let currency: Currency
    let people: [String]
    let records: [String: [RecordName]]
}
