package import Kernel

/// A cell of a written sheet.
package enum SheetValue: Sendable, Hashable {
    case empty
    case text(String)
    case whole(Int64)
    case number(Double)
    case day(Day)
}

/// Turns records into the cells of a sheet that reads back as the same records.
package struct RecordSheetWriter: Sendable {
    package let columns: RecordColumns
    private let currency: Currency
    private let language: Language

    package init(_ columns: RecordColumns, currency: Currency, in language: Language) {
        self.columns = columns
        self.currency = currency
        self.language = language
    }

    /// In the order of `columns.written`. Problem: `sheet.not_for_workbook`, where `forWorkbook`.
    package func cells(_ record: Record, _ names: RecordNames, forWorkbook: Bool) throws -> [SheetValue] {
        try columns.written.map { column in
            switch column {
            case .code: .text(record.code)
            case .version: .whole(record.version)
            case .state: .text(record.stateName[language])
            case .reason: .empty
            case .field(let id): try cell(record, id, names, forWorkbook)
            }
        }
    }

    private func cell(_ record: Record, _ id: String, _ names: RecordNames, _ forWorkbook: Bool) throws -> SheetValue {
        guard let field = record.type.field(id), let value = record[id] else { return .empty }
        let text = FieldText(field, currency: currency).text(of: value, in: language) { names.name($0, field) }
        switch (field.kind, value) {
        case (.number, .number(let number)) where Self.survives(number): return .number(number)
        case (.scale, .whole(let step)): return .whole(step)
        case (.money, _):
            if text.count <= 15, let amount = Double(text), Self.survives(amount) { return .number(amount) }
        // Spreadsheets begin to count days in 1900, and got that year wrong.
        case (.day, .day(let day)) where day.year > 1900 && day.year < 9999: return .day(day)
        default: break
        }
        if forWorkbook, !Self.fitsWorkbook(text) {
            throw SheetProblem.notForWorkbook(code: record.code, field: field.name)
        }
        // A workbook writes a carriage return as `_x000D_`; line ends of browsers become plain ones.
        let lines = forWorkbook ? text.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : text
        return .text(SheetGuard.guarded(lines))
    }

    /// A number that 15 digits say: what a workbook keeps, and no exponent needed.
    private static func survives(_ number: Double) -> Bool {
        number == 0 || (1e-4..<1e15).contains(abs(number)) && digits(number) <= 15
    }

    private static func digits(_ number: Double) -> Int {
        let plain = FieldText.plain(abs(number))
        return plain.contains("e") ? 99 : plain.count { $0.isNumber }
    }

    private static func fitsWorkbook(_ text: String) -> Bool {
        text.utf16.count <= 32_767
            && text.unicodeScalars.allSatisfy { scalar in
                switch scalar.value {
                case 0x09, 0x0A, 0x0D: true
                case 0..<0x20, 0xFFFE, 0xFFFF: false
                default: true
                }
            }
    }
}
