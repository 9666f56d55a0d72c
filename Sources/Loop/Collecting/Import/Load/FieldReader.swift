import Kernel

/// Turns a field of a mapping into the SQL that reads it.
struct FieldReader: Sendable {
    let mapping: Mapping
    let decimals: Int
    let sourceShift: ZoneShift
    let businessShift: ZoneShift
    let zonesAgree: Bool
    let now: Instant
    let today: Day
    let mayHaveOuterBlanks: Bool

    init(_ mapping: Mapping, zone: BusinessZone, currency: Currency, now: Instant, mayHaveOuterBlanks: Bool) throws {
        self.mapping = mapping
        self.mayHaveOuterBlanks = mayHaveOuterBlanks
        self.now = now
        today = zone.day(of: now)
        guard let source = mapping.zone.map({ BusinessZone($0) }) ?? zone else {
            throw ImportProblem.zoneUnknown(mapping.zone ?? "")
        }
        guard let money = mapping.currency.map({ Currency($0) }) ?? currency else {
            throw ImportProblem.currencyUnknown(mapping.currency ?? "")
        }
        decimals = money.decimals
        sourceShift = ZoneShift(source)
        businessShift = ZoneShift(zone)
        zonesAgree = source == zone
    }

    /// `source` is the raw column, or a constant.
    func read(_ field: TargetField, _ binding: Binding, source: SQLText) -> FieldSQL {
        let text = trimmed(source, isConstant: binding.column == nil)
        switch field.kind {
        case .text, .reference: return plain(field, text)
        case .word(let list): return word(field, text, list, binding)
        case .flag: return flag(field, text)
        case .whole(let range): return whole(field, text, range)
        case .money(let mayBeNegative): return money(field, text, mayBeNegative, binding.unit ?? .major)
        case .real: return real(field, text)
        case .moment: return moment(field, text, binding.date)
        case .day(let mayBeFuture): return day(field, text, mayBeFuture, binding.date)
        }
    }

    /// Blanks around a text are rare, and asking is ten times as fast as trimming.
    private func trimmed(_ source: SQLText, isConstant: Bool) -> SQLText {
        if isConstant || !mayHaveOuterBlanks { return source }
        let hasBlank = ["' '", "chr(9)", "chr(12288)", "chr(160)"].map { (blank: SQLText) in
            "prefix(\(source), \(blank)) OR suffix(\(source), \(blank))" as SQLText
        }.joined(" OR ")
        return """
            CASE WHEN \(hasBlank) THEN nullif(trim(\(source), ' ' || chr(9) || chr(10) || chr(13) || chr(160) || chr(12288)), '') \
            ELSE \(source) END
            """
    }

    private func plain(_ field: TargetField, _ text: SQLText) -> FieldSQL {
        let name = FieldSQL.textName(field)
        // Our own exports put an apostrophe before what a spreadsheet would take for a formula.
        let value: SQLText = """
            CASE WHEN prefix(\(name), chr(39)) AND substr(\(name), 2, 1) IN ('=', '+', '-', '@') THEN substr(\(name), 2) ELSE \(name) END
            """
        return FieldSQL(
            field: field, text: text, values: [(field.id, value)], isUnread: field.isRequired ? "TRUE" : "FALSE",
            reason: .reason(.missingValue))
    }

    private func word(_ field: TargetField, _ text: SQLText, _ list: WordList, _ binding: Binding) -> FieldSQL {
        let name = FieldSQL.textName(field)
        let own = binding.words ?? [:]
        var cases: [SQLText] = []
        for (word, code) in own.sorted(by: { ($0.key.count, $0.key) > ($1.key.count, $1.key) }) where word != "*" {
            cases.append(
                word.hasSuffix("*")
                    ? "WHEN starts_with(\(name), \(value: String(word.dropLast()))) THEN \(value: code)"
                    : "WHEN \(name) = \(value: word) THEN \(value: code)")
        }
        if let rest = own["*"] {
            cases.append("WHEN \(name) IS NOT NULL THEN \(value: rest)")
        } else {
            cases += Self.cases(list, of: name)
        }
        let value: SQLText =
            cases.isEmpty ? name : "CASE \(cases.joined(" ")) ELSE \(list.isClosed ? "NULL" : name) END"
        let rule = FieldSQL.unreadRule(field, nothingCounts: list.isClosed)
        return FieldSQL(
            field: field, text: text, values: [(field.id, value)], isUnread: rule.isUnread,
            reason: "CASE WHEN \(rule.missing) THEN \(.reason(.missingValue)) ELSE \(.reason(.unknownWord)) END")
    }

    /// As they stand first, codes before names: comparing is many times as fast as lowering every row's text.
    private static func cases(_ list: WordList, of name: SQLText) -> [SQLText] {
        let words = list.words.sorted { ($0.key == $0.value ? 0 : 1, $0.key) < ($1.key == $1.value ? 0 : 1, $1.key) }
        return words.map { "WHEN \(name) = \(value: $0.key) THEN \(value: $0.value)" }
            + words.map { "WHEN lower(\(name)) = \(value: $0.key.lowercased()) THEN \(value: $0.value)" }
    }

    private func flag(_ field: TargetField, _ text: SQLText) -> FieldSQL {
        let name = FieldSQL.textName(field)
        let rule = FieldSQL.unreadRule(field, nothingCounts: true)
        let value: SQLText = """
            CASE WHEN list_contains(['是', '有', '真', 'true', 't', 'yes', 'y', '1', '√'], lower(\(name))) THEN TRUE \
            WHEN list_contains(['否', '没有', '假', 'false', 'f', 'no', 'n', '0', '×'], lower(\(name))) THEN FALSE END
            """
        return FieldSQL(
            field: field, text: text, values: [(field.id, value)], isUnread: rule.isUnread,
            reason: "CASE WHEN \(rule.missing) THEN \(.reason(.missingValue)) ELSE \(.reason(.notYesNo)) END")
    }
}

extension SQLText {
    static func reason(_ reason: RejectReason) -> SQLText { .value(reason.rawValue) }
}
