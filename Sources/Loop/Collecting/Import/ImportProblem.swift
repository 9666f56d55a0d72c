import Foundation
package import Kernel

/// What keeps a whole file or mapping from being imported. Single rows that do not fit are quarantined instead.
package enum ImportProblem: Problem, Hashable {
    case fileMissing(String)
    case fileEmpty(String)
    case onlyHeadings(String)
    case formatUnknown(String)
    case oldExcel(String)
    case encodingUnknown(String, row: Int)
    case archiveBroken(String, why: String)
    case archiveTooLarge(String, limitMiB: Int)
    case sheetMissing(String, sheet: String, sheets: [String])
    case duplicateHeadings(String, headings: [String])
    case tooManyColumns(String, had: Int, limit: Int)
    case cellTooLong(String, row: Int, limitMiB: Int)
    case columnMissing(file: String, column: String, columns: [String])
    case fieldUnknown(field: String, target: String, fields: [String])
    case fieldTwice(field: String)
    case fieldUnfilled(field: Text, target: Text, columns: [String])
    case targetUnknown(String, targets: [String])
    case targetDiffers(mapping: String, asked: String)
    case zoneUnknown(String)
    case currencyUnknown(String)
    case mappingUnreadable(file: String, why: String)
    case mappingNewer(file: String, version: Int)
    case mappingMissing(String, known: [String])
    case nothingRecognised(file: String, target: Text, columns: [String])
    case folderUnwritable(String, why: String)
    case engineCannotImport

    /// Work on files in a folder of ours; what goes wrong is `folderUnwritable`.
    static func guarding<R>(_ folder: URL, _ work: () throws -> R) throws -> R {
        do {
            return try work()
        } catch {
            throw folderUnwritable(folder.path, why: error.localizedDescription)
        }
    }

    package var code: String { "import." + tag }

    package var kind: ProblemKind {
        switch self {
        case .fileMissing, .mappingMissing: .missing
        case .archiveTooLarge, .cellTooLong, .tooManyColumns: .tooLarge
        case .folderUnwritable, .engineCannotImport: .unavailable
        default: .invalid
        }
    }

    package var place: ProblemPlace? {
        switch self {
        case .fileMissing(let file), .fileEmpty(let file), .onlyHeadings(let file), .formatUnknown(let file),
            .oldExcel(let file),
            .archiveBroken(let file, _), .archiveTooLarge(let file, _), .sheetMissing(let file, _, _),
            .duplicateHeadings(let file, _), .tooManyColumns(let file, _, _), .mappingUnreadable(let file, _),
            .mappingNewer(let file, _), .nothingRecognised(let file, _, _):
            ProblemPlace(file: file)
        case .encodingUnknown(let file, let row), .cellTooLong(let file, let row, _): ProblemPlace(file: file, row: row)
        case .columnMissing(let file, let column, _): ProblemPlace(file: file, field: column)
        default: nil
        }
    }
}
