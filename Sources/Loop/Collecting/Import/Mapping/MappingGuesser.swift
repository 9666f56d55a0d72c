import Kernel

/// Guesses from headings, and where they leave it open from the first rows, which column fills which field.
struct MappingGuesser: Sendable {
    let headings: [String]
    let rows: [[String]]
    let isUnclear: Set<String>

    struct Guess: Sendable {
        let mapping: Mapping
        let columns: [ColumnGuess]
    }

    /// The target whose required fields are best filled.
    var likelyTarget: ImportTarget? {
        let scored = ImportTarget.allCases.map { ($0, score($0)) }
        guard let best = scored.max(by: { $0.1 < $1.1 }), best.1 > 0 else { return nil }
        return scored.first { $0.1 == best.1 }?.0
    }

    private func score(_ target: ImportTarget) -> Double {
        let matches = match(target)
        let required = target.fields.filter(\.isRequired)
        let filled = required.count { field in matches.contains { $0.field == field.id } }
        guard filled == required.count else { return 0 }
        let sure = matches.count { $0.certainty == .sure }
        return Double(matches.count { $0.field != nil }) + Double(sure) * 0.5 + Double(required.count) * 0.3
    }

    func guess(_ target: ImportTarget, name: String) -> Guess {
        let columns = match(target)
        let bindings = columns.compactMap { guess -> Binding? in
            guard let id = guess.field, let field = target.field(id) else { return nil }
            return Binding(
                id, column: guess.column, date: dateForm(field, guess.column), unit: unit(field, guess.column))
        }
        return Guess(mapping: Mapping(name: name, target: target, bindings: bindings), columns: columns)
    }

    /// A kept or shipped mapping, as a guess that is sure.
    func known(_ mapping: Mapping) -> Guess {
        let columns = headings.map { heading in
            let field = mapping.bindings.first { $0.column == heading }?.field
            return ColumnGuess(column: heading, field: field, certainty: field == nil ? .none : .sure)
        }
        return Guess(mapping: mapping, columns: columns)
    }

    /// Each column at most one field, each field at most one column; sure ones choose first.
    private func match(_ target: ImportTarget) -> [ColumnGuess] {
        var taken: Set<String> = []
        var found: [String: (String, ColumnGuess.Certainty)] = [:]
        for certainty in [ColumnGuess.Certainty.sure, .likely] {
            for heading in headings where found[heading] == nil && isUsable(heading) {
                let plain = Self.plain(heading)
                let field = target.fields.first { !taken.contains($0.id) && fits($0, plain, certainty) }
                guard let field else { continue }
                taken.insert(field.id)
                found[heading] = (field.id, certainty)
            }
        }
        return headings.map { ColumnGuess(column: $0, field: found[$0]?.0, certainty: found[$0]?.1 ?? .none) }
    }

    private func isUsable(_ heading: String) -> Bool {
        !isUnclear.contains(heading) && !heading.hasPrefix(Quarantine.prefix)
    }

    private func fits(_ field: TargetField, _ plain: String, _ certainty: ColumnGuess.Certainty) -> Bool {
        let spellings = [field.id, field.label.zh, field.label.en].map(Self.plain) + field.synonyms.map(Self.plain)
        if certainty == .sure { return spellings.contains(plain) }
        return spellings.contains { $0.count >= ($0.utf8.count == $0.count ? 5 : 2) && plain.contains($0) }
    }

    /// Lower case, without blanks, signs and units in brackets: `Order No.` is `orderno`, `金额（元）` is `金额`.
    static func plain(_ heading: String) -> String {
        let bare = heading.lowercased().replacing(#/[(（\[【].*?[)）\]】]/#, with: "")
        return String(bare.filter { $0.isLetter || $0.isNumber })
    }

    /// The unit that a heading says in brackets: `金额（分）`, `Amount [万元]`.
    private func unit(_ field: TargetField, _ column: String) -> MoneyUnit? {
        guard case .money = field.kind, let said = column.firstMatch(of: #/[(（\[【](.*?)[)）\]】]/#)?.1 else { return nil }
        return switch said.trimmingPrefix("单位：").trimmingPrefix("单位:") {
        case "分", "fen", "cents": .minor
        case "万元", "万": .tenThousand
        default: nil
        }
    }

    /// Day or month first, where the first rows tell; numbers where a date is wanted are left to be seen by their size.
    private func dateForm(_ field: TargetField, _ column: String) -> DateForm? {
        let isDate =
            switch field.kind {
            case .moment, .day: true
            default: false
            }
        guard isDate, let index = headings.firstIndex(of: column) else { return nil }
        var sees: Set<DateForm> = []
        for cell in rows.map({ $0[index] }) {
            guard let match = cell.firstMatch(of: #/^(\d{1,2})[\/-](\d{1,2})[\/-]\d{2,4}/#), let first = Int(match.1),
                let second = Int(match.2)
            else { continue }
            if first > 12 { sees.insert(.dayFirst) }
            if second > 12 { sees.insert(.monthFirst) }
        }
        return sees.count == 1 ? sees.first : nil
    }
}
