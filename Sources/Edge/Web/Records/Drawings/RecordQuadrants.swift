import Kernel
import Records

/// A field for each answer of a choice, with its records by weight (PEST, SWOT).
struct RecordQuadrants {
    let type: RecordType
    let records: [Record]
    let field: String
    let weight: String
    let tone: String?

    var html: HTML {
        let groups = Dictionary(grouping: records) { $0.text(field) ?? "" }
        return HTML {
            div(.class("quadrant-grid")) {
                for choice in type.field(field)?.kind.choiceList ?? [] { part(choice, groups[choice.id] ?? []) }
            }
            if let rest = groups[""], !rest.isEmpty {
                card(Text(zh: "未归类", en: "Not placed")) { list(rest) }
            }
        }
    }

    private func part(_ choice: Choice, _ members: [Record]) -> HTML {
        section(.class("quadrant-part part-\(choice.tone.rawValue)"), .label(choice.name)) {
            header {
                h2 { choice.name }
                span(.class("mark-row")) {
                    for (answer, count) in counts(members) {
                        RecordCell.tone(answer.name + Text(verbatim: " \(count)"), answer.tone)
                    }
                }
            }
            if members.isEmpty {
                p(.class("quiet small")) { Text(zh: "还没有条目", en: "Nothing yet") }
            } else {
                list(members)
            }
        }
    }

    /// How many there are of each colouring answer, or all together.
    private func counts(_ members: [Record]) -> [(Choice, Int)] {
        guard let tone else {
            return [(Choice("all", Text(zh: "共", en: "All")), members.count)]
        }
        return (type.field(tone)?.kind.choiceList ?? []).compactMap { answer in
            let count = members.count { $0.text(tone) == answer.id }
            return count > 0 ? (answer, count) : nil
        }
    }

    private func list(_ members: [Record]) -> HTML {
        ol(.class("quadrant-list")) {
            for record in members.sorted(by: isBefore) {
                li(.class(answer(record).map { "toned-\($0.tone.rawValue)" } ?? "")) {
                    a(.href(RecordDesk.path(record)), .title(answer(record)?.name ?? Text(verbatim: record.code))) {
                        record.title
                    }
                    if let step = record.whole(weight), case .scale(let range)? = type.field(weight)?.kind {
                        RecordCell.scale(Int(step), range)
                    }
                }
            }
        }
    }

    private func isBefore(_ one: Record, _ other: Record) -> Bool {
        (other.whole(weight) ?? 0, one.number) < (one.whole(weight) ?? 0, other.number)
    }

    private func answer(_ record: Record) -> Choice? {
        tone.flatMap { type.field($0) }?.kind.choiceList.first { $0.id == record.text(tone ?? "") }
    }
}
