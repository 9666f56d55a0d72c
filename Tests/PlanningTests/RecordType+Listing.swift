import Kernel
import Records
import Testing

extension RecordType: CustomTestStringConvertible {
    package var testDescription: String { id }

    /// All that a person reads of it.
    var texts: [Text] {
        var all = [name, meaning] + states.states.map(\.name) + states.moves.map(\.name)
        for field in fields {
            all += [field.name] + [field.help, field.section].compactMap { $0 } + field.kind.choiceList.map(\.name)
            if case .number(let form) = field.kind, let unit = form.unit { all.append(unit) }
        }
        for record in starter {
            all.append(record.title)
            all += record.values.values.compactMap { if case .text(let text) = $0 { text } else { nil } }
        }
        return all
    }

    /// `PEST pest_card  宏观环境因素卡 / PEST card  M-01`, its states, and a line per field.
    var listing: String {
        let head =
            "\(prefix) \(id)  \(name.zh) / \(name.en)  \(rows.joined(separator: " "))  rights: \(resource.rawValue)"
        let states =
            "    states: " + self.states.states.map { $0.id + ($0.isLocked ? "*" : "") }.joined(separator: " ")
            + (starter.isEmpty ? "" : "  starter: \(starter.count)")
        let lines = fields.map {
            "    \($0.id)\($0.isRequired ? "!" : "") \($0.kind.listing)  \($0.name.zh) / \($0.name.en)"
        }
        return ([head, states] + lines).joined(separator: "\n") + "\n"
    }
}

extension FieldKind {
    fileprivate var listing: String {
        switch self {
        case .text(let limit): "text(\(limit))"
        case .longText: "longText"
        case .choice(let list): "one of \(list.map(\.id).joined(separator: "|"))"
        case .choices(let list): "some of \(list.map(\.id).joined(separator: "|"))"
        case .number(let form): "number" + (form.unit.map { " in \($0.en)" } ?? "")
        case .scale(let range): "\(range.lowerBound)–\(range.upperBound)"
        case .money: "money"
        case .share: "share"
        case .day: "day"
        case .flag: "flag"
        case .person: "person"
        case .people: "people"
        case .link(let type): "→ \(type)"
        case .links(let type): "⇉ \(type)"
        case .metric: "metric"
        case .region: "region"
        case .web: "web"
        }
    }
}
