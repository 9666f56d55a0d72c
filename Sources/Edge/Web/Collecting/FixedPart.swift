import Collecting
import Kernel

/// The box for a fixed value, empty where a column is chosen.
struct FixedPart {
    let field: TargetField
    let binding: Binding?
    var isSwap = false

    var html: HTML {
        div(.id("fixed-" + field.id), .attribute("data-hx-swap-oob", "true").when(isSwap)) {
            if let binding, binding.column == nil { control(binding.constant ?? "") }
        }
    }

    private func control(_ value: String) -> HTML {
        let name = MappingForm.name("fixed", field)
        let label = field.label + Text(zh: "的固定值", en: ": fixed value")
        let choices: [(code: String, name: Text)] =
            switch field.kind {
            case .word(let list) where list.isClosed: list.names
            case .flag: [("是", Text(zh: "是", en: "Yes")), ("否", Text(zh: "否", en: "No"))]
            default: []
            }
        if !choices.isEmpty {
            return select(.id(name), .class("form-select"), .name(name), .label(label)) {
                option(.value("")) { Text(zh: "请选择", en: "Choose") }
                for choice in choices { option(.value(choice.code), .selected(choice.code == value)) { choice.name } }
            }
        }
        return HTML {
            input(
                .id(name), .class("form-control"), .type("text"), .name(name), .value(value), .label(label),
                .placeholder(Text(zh: "每一行都取这个值", en: "The same in every row")), .attribute("autocomplete", "off"),
                .attribute("list", "codes-" + field.id).when(CodeList(field) != nil))
            CodeList(field)?.html ?? HTML()
        }
    }
}
