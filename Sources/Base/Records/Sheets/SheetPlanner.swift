import GRDB
import Kernel

/// Makes the plan of an import: each row by itself, against the records as they stand.
struct SheetPlanner {
    private let db: Database
    private let store: RecordStore
    private let type: RecordType
    private let author: RecordAuthor
    private let columns: RecordColumns
    private let sheet: RecordSheet
    /// The records that rows name, whole.
    private let records: [Int64: Record]
    private let names: RecordNames
    /// How their fields stand in a sheet, in either language.
    private let written: [Int64: [String: Set<String>]]

    init(_ db: Database, _ store: RecordStore, _ type: RecordType, _ grid: RecordGrid, _ author: RecordAuthor) throws {
        self.db = db
        self.store = store
        self.type = type
        self.author = author
        columns = RecordColumns(type, for: author)
        let sheet = try RecordSheet(grid, columns)
        self.sheet = sheet
        // A code is looked for in all cells: where content slid sideways, it stands under another heading.
        let numbers = Set(sheet.rows.compactMap { Self.code($0, type) })
        let found = try store.records(db, type, numbers: numbers, for: author)
        records = Dictionary(uniqueKeysWithValues: found.map { ($0.number, $0) })
        let names = try store.names(db, inParts: found)
        self.names = names
        let fields = columns.fields
        written = Dictionary(
            uniqueKeysWithValues: found.map { record in
                (record.number, Self.written(record, fields, names, store.currency))
            })
    }

    private static func code(_ row: RecordGrid.Row, _ type: RecordType) -> Int64? {
        for cell in row.cells { if let number = RecordStore.number(ofCode: cell, type) { return number } }
        return nil
    }

    func plan() throws -> RecordImportPlan {
        let check = ShiftCheck(sheet: sheet, store: store, type: type)
        let shifts = sheet.rows.map { row in
            check.shift(of: row, Self.code(row, type).flatMap { written[$0] } ?? [:])
        }
        try check.require(shifts)
        var seen: Set<Int64> = []
        let rows = try zip(sheet.rows, shifts).map { row, shift in
            RecordImportPlan.Row(number: row.number, cells: row.cells, outcome: try outcome(row, shift, &seen))
        }
        return RecordImportPlan(
            type: type, headings: sheet.headings, unknown: sheet.unknown, rows: rows, names: try shownNames(rows))
    }

    private func shownNames(_ rows: [RecordImportPlan.Row]) throws -> RecordNames {
        var shown: [Record] = []
        for row in rows {
            switch row.outcome {
            case .changed(let record, let changes):
                shown.append(record)
                shown.append(record.replacing { values in for (id, value) in changes { values[id] = value } })
            case .new(let values): shown.append(Record(unwritten: values, of: type))
            case .unchanged, .refused: continue
            }
        }
        return try store.names(db, inParts: shown)
    }

    private func outcome(_ row: RecordGrid.Row, _ shift: ShiftCheck.Shift?, _ seen: inout Set<Int64>) throws
        -> RecordImportPlan.Outcome
    {
        if let moved = shift {
            return refused(
                .code,
                Text(
                    zh:
                        "内容与表头错位：整行\(moved.by > 0 ? "右" : "左")移了 \(abs(moved.by)) 列（“\(moved.heading)”列下是“\(moved.example)”）。",
                    en:
                        "The content does not stand under its headings: it is \(abs(moved.by)) too far to the \(moved.by > 0 ? "right" : "left") (“\(moved.example)” under “\(moved.heading)”)."
                ))
        }
        let code = sheet.text(row, .code) ?? ""
        if code.isEmpty { return try new(row) }
        guard let number = RecordStore.number(ofCode: code, type) else {
            return refused(
                .code,
                Text(
                    zh: "“\(code)”不是\(type.name.zh)的编号（例如 \(type.prefix)-1）；新增的行请留空。",
                    en: "\(code) is no number of this type (such as \(type.prefix)-1). Leave it empty for a new record."
                ))
        }
        guard let record = records[number] else {
            return refused(
                .code, Text(zh: "没有编号为 \(code) 的记录，或您无权查看。", en: "There is no record \(code), or you may not see it."))
        }
        if !seen.insert(number).inserted {
            return refused(.code, Text(zh: "\(code) 在文件中出现了不止一次。", en: "\(code) stands in the file more than once."))
        }
        return try existing(row, record)
    }

    // MARK: New records

    private func new(_ row: RecordGrid.Row) throws -> RecordImportPlan.Outcome {
        var troubles: [FieldTrouble] = []
        if let state = sheet.text(row, .state), !state.isEmpty, !isState(state, type.states.initial) {
            troubles.append(
                trouble(
                    .state,
                    Text(
                        zh: "新增的记录从“\(type.states.state(type.states.initial)?.name.zh ?? "")”开始，请留空。",
                        en:
                            "New records begin as “\(type.states.state(type.states.initial)?.name.en ?? "")”. Leave it empty."
                    )))
        }
        var texts: [String: String] = [:]
        for field in columns.fields {
            texts[field.id] = sheet.text(row, .field(field.id)).flatMap { $0.isEmpty ? nil : $0 }
        }
        let (values, unread) = try store.reading(db, texts, type)
        let filled = values.compactMapValues { $0 }
        troubles += unread
        troubles += try checked { try store.check(db, type, filled, changed: Set(filled.keys), by: author) }
            .filter { trouble in !unread.contains { $0.field == trouble.field } }
        if troubles.isEmpty, !author.reaches(type, filled) { troubles.append(outOfReach) }
        return troubles.isEmpty ? .new(filled) : .refused(troubles)
    }

    // MARK: Records that are there

    private func existing(_ row: RecordGrid.Row, _ record: Record) throws -> RecordImportPlan.Outcome {
        var troubles: [FieldTrouble] = []
        if let state = sheet.text(row, .state), !state.isEmpty, !isState(state, record.state) {
            troubles.append(
                trouble(
                    .state,
                    Text(
                        zh: "状态不能通过导入修改（现为“\(record.stateName.zh)”），请在列表中批量变更。",
                        en:
                            "States are not changed by an import (it is “\(record.stateName.en)” now). Use the list's bulk edit."
                    )))
        }
        var texts: [String: String] = [:]
        for field in columns.fields {
            guard let text = sheet.text(row, .field(field.id)) else { continue }
            let same = written[record.number]?[field.id]?.contains(RecordStore.sameText(text)) ?? false
            if !same { texts[field.id] = text }
        }
        if texts.isEmpty { return troubles.isEmpty ? .unchanged(author.shown(record)) : .refused(troubles) }
        let (values, unread) = try store.reading(db, texts, type)
        let changes = values.filter { record.values[$0.key] != $0.value }
        if changes.isEmpty, unread.isEmpty, troubles.isEmpty { return .unchanged(author.shown(record)) }
        troubles += unread
        troubles += try refusals(row, record, changes)
        return troubles.isEmpty ? .changed(author.shown(record), changes) : .refused(troubles)
    }

    private func refusals(_ row: RecordGrid.Row, _ record: Record, _ changes: [String: RecordValue?]) throws
        -> [FieldTrouble]
    {
        if let stale = stale(row, record) { return [stale] }
        if record.isLocked {
            let state = record.archivedAt == nil ? record.stateName : Text(zh: "已归档", en: "Archived")
            return [trouble(.code, RecordProblem.locked(code: record.code, state: state).text)]
        }
        var values = record.values
        for (id, value) in changes { values[id] = value }
        let troubles = try checked {
            try store.check(db, type, values, changed: Set(changes.keys), by: author)
            try store.checkCycles(db, record, values, changed: Set(changes.keys))
        }
        return troubles.isEmpty && !author.reaches(type, values) ? [outOfReach] : troubles
    }

    private func stale(_ row: RecordGrid.Row, _ record: Record) -> FieldTrouble? {
        let text = sheet.text(row, .version) ?? ""
        guard let version = Int64(text) else {
            return trouble(
                .version,
                Text(
                    zh: "缺少版本号，无法确认 \(record.code) 在导出之后是否被他人修改。请从导出的文件开始修改。",
                    en:
                        "The version is missing, so nobody can tell whether \(record.code) was changed since the export. Begin with an exported file."
                ))
        }
        if version == record.version { return nil }
        return trouble(
            .version,
            Text(
                zh:
                    "\(record.code) 已被 \(Self.person(record.changedBy)) 修改（现为第 \(record.version) 版，文件中是第 \(version) 版）。请重新导出后再改。",
                en:
                    "\(record.code) was changed by \(Self.person(record.changedBy)) meanwhile (it is version \(record.version), the file has \(version)). Export it again and change that."
            ))
    }

    /// `account:7:林静` → 林静
    private static func person(_ author: String) -> String {
        author.split(separator: ":", maxSplits: 2).last.map(String.init) ?? author
    }

    // MARK: Parts

    private static func written(
        _ record: Record, _ fields: [RecordField], _ names: RecordNames, _ currency: Currency
    ) -> [String: Set<String>] {
        var all: [String: Set<String>] = [:]
        for field in fields {
            guard let value = record[field.id] else {
                all[field.id] = [""]
                continue
            }
            let text = FieldText(field, currency: currency)
            all[field.id] = Set(
                Language.allCases.map { language in
                    RecordStore.sameText(text.text(of: value, in: language) { names.name($0, field) })
                })
        }
        return all
    }

    private func isState(_ text: String, _ id: String) -> Bool {
        guard let state = type.states.state(id) else { return false }
        return [state.id, state.name.zh, state.name.en.lowercased()].contains(text.lowercased())
            || text == state.name.zh
    }

    private func checked(_ check: () throws -> Void) throws -> [FieldTrouble] {
        do { try check() } catch RecordProblem.fields(let troubles) { return troubles }
        return []
    }

    private var outOfReach: FieldTrouble {
        trouble(.code, Text(zh: "所填区域不在您的权限范围内。", en: "The region is not one of yours."))
    }

    private func trouble(_ column: RecordColumn, _ text: Text) -> FieldTrouble {
        FieldTrouble(field: "", name: columns.name(of: column), text: text)
    }

    private func refused(_ column: RecordColumn, _ text: Text) -> RecordImportPlan.Outcome {
        .refused([trouble(column, text)])
    }
}
