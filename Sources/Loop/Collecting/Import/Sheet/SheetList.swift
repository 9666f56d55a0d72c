import Foundation

/// The sheets of a workbook that can be imported, in their order.
package struct SheetList: Sendable, Hashable, Codable {
    package struct Entry: Sendable, Hashable, Codable {
        package let name: String
        package let isEmpty: Bool
    }

    package let entries: [Entry]

    package static let none = SheetList(entries: [])
    package var count: Int { entries.count }

    /// By name, else by number from 1; without a wish the first sheet that holds anything. Problem: `import.sheet_missing`.
    package func chosen(_ wish: String?, in file: String) throws -> Entry {
        let number = wish.map { Int($0) ?? 0 } ?? 1
        let named = wish.flatMap { wish in entries.first { $0.name == wish } }
        let filled = wish == nil ? entries.first { !$0.isEmpty } : nil
        guard let entry = named ?? filled ?? (entries.indices.contains(number - 1) ? entries[number - 1] : nil) else {
            throw ImportProblem.sheetMissing(file, sheet: wish ?? "1", sheets: entries.map(\.name))
        }
        return entry
    }

    /// The sheets of a file; none where it is no workbook. Problems: `import.archive_broken`, `import.archive_too_large`.
    init(of url: URL, limitMiB: Int) throws {
        guard try Self.isPacked(url), case let book = try Workbook(sheetsOf: url, limitMiB: limitMiB) else {
            entries = []
            return
        }
        entries = try book.sheets.map { Entry(name: $0.name, isEmpty: try !book.holdsAnything($0)) }
    }

    private init(entries: [Entry]) { self.entries = entries }

    private static func isPacked(_ url: URL) throws -> Bool {
        guard FileManager.default.fileExists(atPath: url.path) else { throw ImportProblem.fileMissing(url.path) }
        let file = try FileHandle(forReadingFrom: url)
        return try file.read(upToCount: 4).map { Array($0) } == [0x50, 0x4B, 0x03, 0x04]
    }
}
