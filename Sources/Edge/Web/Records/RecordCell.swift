import Kernel
import Records
import Warehouse

/// A field's value as it is shown.
struct RecordCell {
    let field: RecordField
    let value: RecordValue?
    let names: RecordNames
    let currency: Currency

    var html: HTML {
        guard let value else { return span(.class("quiet")) { "—" } }
        switch (field.kind, value) {
        case (.choice(let list), .text(let code)): return Self.choice(list.first { $0.id == code }, code)
        case (.choices(let list), .codes(let codes)):
            return span(.class("mark-row")) { for code in codes { Self.choice(list.first { $0.id == code }, code) } }
        case (.scale(let range), .whole(let step)): return Self.scale(Int(step), range)
        case (.money, .whole(let units)):
            return span(.class("num nowrap")) { Figure.money(Money(minorUnits: units, currency: currency)) }
        case (.link, .whole(let id)): return link(id)
        case (.links, .records(let ids)): return span(.class("link-list")) { for id in ids { link(id) } }
        case (.web, .text(let address)):
            return a(.href(address), .attribute("rel", "noopener noreferrer"), .attribute("target", "_blank")) {
                address
            }
        case (.metric, .text(let id)):
            guard let metric = Metric.named(id) else { return HTML(verbatim: id) }
            return a(.href(metric.isBySegment ? SharePages.path : MetricPages.path(metric))) { metric.name }
        case (.region, .text(let code)): return HTML(RegionName.text(code))
        case (.longText, .text(let text)): return div(.class("long-text")) { text }
        case (.number(let form), _):
            let plain = plainText
            return span(.class("num nowrap")) {
                plain
                if let unit = form.unit {
                    " "
                    unit
                }
            }
        case (.day, _), (.share, _): return span(.class("num nowrap")) { plainText }
        default: return plainText
        }
    }

    private var plainText: HTML {
        let field = FieldText(field, currency: currency)
        let value = value
        let names = names
        let own = self.field
        return HTML(
            Text(
                zh: field.text(of: value, in: .zh) { names.name($0, own) },
                en: field.text(of: value, in: .en) { names.name($0, own) }))
    }

    private func link(_ id: Int64) -> HTML {
        guard let name = names.records[id] else { return HTML(verbatim: "#\(id)") }
        return a(.class("record-link"), .href(RecordDesk.path(name))) {
            span(.class("record-code")) { name.code }
            name.title
        }
    }

    static func choice(_ choice: Choice?, _ code: String) -> HTML {
        guard let choice else { return HTML(verbatim: code) }
        return tone(choice.name, choice.tone)
    }

    static func tone(_ name: Text, _ tone: Choice.Tone) -> HTML {
        switch tone {
        case .plain: span(.class("mark mark-plain")) { name }
        case .info: span(.class("mark mark-info")) { name }
        case .good: badge(name, .good)
        case .warning: badge(name, .attention)
        case .danger: badge(name, .bad)
        }
    }

    /// Steps as filled points, with the number for those who do not see them.
    static func scale(_ step: Int, _ range: ClosedRange<Int>) -> HTML {
        guard range.count <= 10 else { return span(.class("num")) { step } }
        return span(.class("scale-points")) {
            span(.ariaHidden) {
                for place in range { span(.class(place <= step ? "point full" : "point")) }
            }
            span(.class("num")) { "\(step)/\(range.upperBound)" }
        }
    }
}
