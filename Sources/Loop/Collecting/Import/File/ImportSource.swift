import Foundation
import Kernel

/// A file made ready for the engine: something to select from, with the file's columns as texts `c0`, `c1` …
struct ImportSource: Sendable {
    /// What the file was called by the person who brought it.
    let file: String
    let format: FileFormat
    let encoding: TextEncoding
    let scan: FileScan
    /// The file's headings, made unique; `c0` is the first.
    let headings: [String]
    /// Headings that stood there more than once.
    let doubled: Set<String>
    /// What comes after FROM. Where `carriesRows`, it also gives `row`, `flaw` and `extra`.
    let relation: SQLText
    let carriesRows: Bool
    /// A temporary file to remove afterwards.
    let temporary: URL?
    /// Rows that stood merged in a sheet.
    var mergedRanges = 0

    /// A file's columns as the engine's reader numbers them.
    static func columns(_ count: Int) -> [SQLText] { (0..<count).map { "c\($0)" } }

    /// Without numbers of its own, the first row of a file stands in line 2, behind the headings.
    static let firstRow = 2

    /// The source with row numbers: for the few rows that have to be shown again.
    var numbered: SQLText {
        carriesRows
            ? relation
            : "(SELECT row_number() OVER () + 1 AS \"row\", CAST(NULL AS VARCHAR) AS flaw, CAST(NULL AS VARCHAR) AS extra, * FROM \(relation))"
    }

    /// Does the work and removes the temporary file, whatever the outcome: it holds rows of the file. What a kill leaves behind
    /// is swept away by `Leftovers`. Problem: `import.folder_unwritable`.
    func removingTemporary<R: Sendable>(_ work: () async throws -> R) async throws -> R {
        let result: R
        do {
            result = try await work()
        } catch {
            try removeTemporary()
            throw error
        }
        try removeTemporary()
        return result
    }

    private func removeTemporary() throws {
        guard let temporary else { return }
        try ImportProblem.guarding(temporary.deletingLastPathComponent()) {
            try FileManager.default.removeItem(at: temporary)
        }
    }

    /// Names every column once: `金额`, `金额 (2)`; a column without heading is called by its place.
    static func unique(_ headings: [String]) -> (names: [String], doubled: Set<String>) {
        var seen: [String: Int] = [:]
        var doubled: Set<String> = []
        let names = headings.enumerated().map { index, heading in
            let blanks = CharacterSet.whitespacesAndNewlines.union(CharacterSet(charactersIn: "\u{FEFF}"))
            let name = heading.trimmingCharacters(in: blanks)
            if name.isEmpty { return "column_\(index + 1)" }
            let count = (seen[name] ?? 0) + 1
            seen[name] = count
            if count > 1 { doubled.insert(name) }
            return count == 1 ? name : "\(name) (\(count))"
        }
        return (names, doubled)
    }
}
