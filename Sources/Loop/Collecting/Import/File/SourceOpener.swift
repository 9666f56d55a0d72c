import Engine
import Foundation
import Kernel

/// Makes a file ready for the engine: directly where its own reader does it right, else by way of a clean file.
struct SourceOpener: Sendable {
    let session: EngineSession?
    let folder: URL
    var sheet: String?
    var unpackLimitMiB = ZipArchive.usualLimitMiB
    /// Columns of a delimited file; Excel has 16,384.
    static let maximalColumns = 2_000

    /// Looks at the file and reads its headings; delimited files of the plain kind are not touched further.
    func open(_ url: URL, named name: String, scan: FileScan, mayReadDirectly: Bool = true) async throws -> ImportSource
    {
        let encoding = FileSniffer.encoding(scan)
        let format = try FileSniffer.format(url, scan, encoding)
        switch format {
        case .delimited(let delimiter):
            let head = try FileSniffer.decoded(scan.head, encoding, name)
            let records = FileSniffer.sample(
                head, delimiter, limit: 40, isWhole: scan.byteCount <= Int64(scan.head.count))
            let heading = HeadingRow.index(records.map(\.texts))
            guard let first = records.indices.contains(heading) ? records[heading] : nil else {
                throw ImportProblem.fileEmpty(name)
            }
            guard first.count <= Self.maximalColumns else {
                throw ImportProblem.tooManyColumns(name, had: first.count, limit: Self.maximalColumns)
            }
            var part = SourcePart(
                url: url, name: name, format: format, encoding: encoding, scan: scan, headings: first.texts)
            let isPlain = encoding.iconvName == nil && scan.isPlain && heading == 0 && !first.hasOpenQuote
            if isPlain, mayReadDirectly { return part.direct(delimiter) }
            part.skip = heading + 1
            return try part.cleaned(delimiter, in: folder)
        case .xlsx:
            let part = SourcePart(url: url, name: name, format: format, encoding: .utf8, scan: scan, headings: [])
            return try part.sheet(sheet, in: folder, limitMiB: unpackLimitMiB)
        case .jsonLines:
            let part = SourcePart(url: url, name: name, format: format, encoding: encoding, scan: scan, headings: [])
            return try part.jsonLines(in: folder)
        case .parquet:
            let part = SourcePart(url: url, name: name, format: format, encoding: .utf8, scan: scan, headings: [])
            guard let session else { throw ImportProblem.engineCannotImport }
            return try await part.parquet(session)
        }
    }
}

/// Finds the row of headings under titles and blank lines.
enum HeadingRow {
    /// The first row that says something different in more than half of the widest row's columns: a title merged over all
    /// columns says one thing only.
    static func index(_ rows: [[String]]) -> Int {
        let widest = rows.prefix(40).map { $0.count { !$0.isEmpty } }.max() ?? 0
        return rows.prefix(20).firstIndex { Set($0.filter { !$0.isEmpty }).count * 2 > widest } ?? 0
    }
}
