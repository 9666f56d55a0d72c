import Collecting
import Kernel

/// How a field is read: the unit of an amount, the form of a date, what words mean, what becomes of unknown codes.
struct HowPart {
    let field: TargetField
    let reading: MappingReading
    var isSwap = false

    private var binding: Binding? { reading.mapping.binding(of: field.id) }

    var html: HTML {
        div(.id("how-" + field.id), .class("how"), .attribute("data-hx-swap-oob", "true").when(isSwap)) {
            if let binding { control(binding) } else { span(.class("quiet")) { "—" } }
        }
    }

    private func control(_ binding: Binding) -> HTML {
        let isColumn = binding.column != nil
        return switch field.kind {
        case .money where isColumn:
            choice(
                "unit", Text(zh: "的单位", en: ": unit"), binding.unit?.rawValue ?? "",
                [("", Text(zh: "单位：元", en: "Unit: major (yuan)"))]
                    + MoneyUnit.allCases.filter { $0 != .major }.map {
                        ($0.rawValue, Text(zh: "单位：", en: "Unit: ") + $0.text)
                    })
        case .moment where isColumn, .day where isColumn:
            choice(
                "date", Text(zh: "的日期写法", en: ": form of dates"), binding.date?.rawValue ?? "",
                [("", Text(zh: "自动识别日期写法", en: "Find out the form"))] + DateForm.allCases.map { ($0.rawValue, $0.text) }
            )
        case .word(let list) where isColumn:
            WordTable(field: field, list: list, binding: binding, look: reading.form.look).html
        case .reference(let reference) where reference.rawValue != reading.form.target.rawValue: policy(reference)
        default: span(.class("quiet")) { isColumn ? Text(zh: "照原样", en: "As it stands") : Text(zh: "固定值", en: "Fixed") }
        }
    }

    private func policy(_ reference: Reference) -> HTML {
        let policy = reading.mapping.policy(reference)
        return select(
            .id("unknown." + reference.rawValue), .class("form-select"), .name("unknown." + reference.rawValue),
            .label(reference.name + Text(zh: "编码未知时", en: ": unknown codes"))
        ) {
            option(.value(UnknownPolicy.stub.rawValue), .selected(policy == .stub)) {
                Text(zh: "未知编码：自动新建", en: "Unknown codes: make an entry")
            }
            option(.value(UnknownPolicy.quarantine.rawValue), .selected(policy == .quarantine)) {
                Text(zh: "未知编码：隔离该行", en: "Unknown codes: quarantine the row")
            }
        }
    }

    private func choice(_ part: String, _ label: Text, _ value: String, _ options: [(String, Text)]) -> HTML {
        let name = MappingForm.name(part, field)
        return select(.id(name), .class("form-select"), .name(name), .label(field.label + label)) {
            for each in options { option(.value(each.0), .selected(each.0 == value)) { each.1 } }
        }
    }
}
