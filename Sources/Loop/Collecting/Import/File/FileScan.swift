import Foundation
import Kernel

/// What one pass over a file's bytes tells before anything is parsed: whether it is UTF-8, how many lines it
/// has, and whether blank lines or mixed line ends ask for our own, slower reader.
struct FileScan: Sendable {
    private(set) var byteCount: Int64 = 0
    private(set) var isUTF8 = true
    /// False where no cell can begin or end with a blank, read as UTF-8.
    private(set) var mayHaveOuterBlanks = true
    private(set) var lineFeeds: Int64 = 0
    private(set) var hasBlankLines = false
    private(set) var hasMixedLineEnds = false
    /// A line has an odd number of quotes: a quoted cell goes on in the next line, or a quote is never closed.
    private(set) var hasLineBreaksInQuotes = false
    /// The first 256 KiB.
    private(set) var head: [UInt8] = []

    private static let headLimit = 256 * 1024
    /// Of pieces of more than 128 KiB the allocator asks the system for fresh memory every time, which costs more than reading.
    static let chunk = 1 << 16

    /// Line ends of old Macintosh files, which only our own reader takes.
    var hasLoneReturns: Bool { lineFeeds == 0 && head.contains(0x0D) }
    var hasNulls: Bool { head.contains(0) }
    var isPlain: Bool { !hasBlankLines && !hasMixedLineEnds && !hasLoneReturns && !hasNulls }

    /// Of rows that stand in a statement rather than in a file: nothing was scanned.
    static let none = FileScan()

    private init() {}

    /// Reads the whole file once, in pieces. Problems: `import.file_missing`, `import.file_empty`.
    init(_ url: URL, progress: (Int64) throws -> Void = { _ in }) throws {
        guard FileManager.default.fileExists(atPath: url.path) else { throw ImportProblem.fileMissing(url.path) }
        // It closes with its last reference.
        let file = try FileHandle(forReadingFrom: url)
        var lines = LineState()
        var validator = UTF8Validator()
        var blanks = OuterBlanks()
        while let data = try file.read(upToCount: Self.chunk), !data.isEmpty {
            let chunk = [UInt8](data)
            lines.take(chunk)
            validator.take(chunk)
            blanks.take(chunk)
            byteCount += Int64(chunk.count)
            if head.count < Self.headLimit { head.append(contentsOf: chunk.prefix(Self.headLimit - head.count)) }
            try progress(byteCount)
        }
        lines.finish()
        blanks.finish()
        if byteCount == 0 { throw ImportProblem.fileEmpty(url.lastPathComponent) }
        isUTF8 = validator.isValid && validator.isComplete
        mayHaveOuterBlanks = !isUTF8 || blanks.found || validator.sawWideBlank
        (lineFeeds, hasBlankLines) = (lines.count, lines.sawInnerBlank)
        hasLineBreaksInQuotes = lines.sawOddQuotes
        hasMixedLineEnds = lines.sawReturnLineFeed && lines.sawBareLineFeed
    }
}
