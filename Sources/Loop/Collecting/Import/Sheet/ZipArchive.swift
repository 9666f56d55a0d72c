import CZip
import Foundation

/// Reads the parts of an XLSX package in pieces. What unpacks to more than the limits is refused, whatever the
/// directory of the archive claims.
final class ZipArchive {
    /// 2 GiB of XML is a sheet of the largest size Excel knows, 1,048,576 rows × some 40 columns.
    static let usualLimitMiB = 2048
    static let maximalEntries = 10_000

    private let archive: OpaquePointer
    private let file: String
    private let limit: Int64
    private var unpacked: Int64 = 0

    /// Problem: `import.archive_broken`, `import.archive_too_large`.
    init(_ url: URL, limitMiB: Int = usualLimitMiB) throws {
        file = url.lastPathComponent
        limit = Int64(limitMiB) << 20
        var failure: Int32 = 0
        guard let archive = zip_open(url.path, ZIP_RDONLY, &failure) else {
            throw ImportProblem.archiveBroken(url.lastPathComponent, why: "zip \(failure)")
        }
        self.archive = archive
        if zip_get_num_entries(archive, 0) > Self.maximalEntries {
            throw ImportProblem.archiveTooLarge(file, limitMiB: limitMiB)
        }
    }

    deinit { zip_discard(archive) }

    func contains(_ entry: String) -> Bool { zip_name_locate(archive, entry, 0) >= 0 }

    /// Hands the part's content over in pieces of 64 KiB.
    func read(_ entry: String, _ body: (UnsafeRawBufferPointer, _ isLast: Bool) throws -> Void) throws {
        guard let part = zip_fopen(archive, entry, 0) else {
            throw ImportProblem.archiveBroken(file, why: entry)
        }
        defer { zip_fclose(part) }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = zip_fread(part, &buffer, UInt64(buffer.count))
            if count < 0 { throw ImportProblem.archiveBroken(file, why: entry) }
            unpacked += count
            if unpacked > limit { throw ImportProblem.archiveTooLarge(file, limitMiB: Int(limit >> 20)) }
            try buffer.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[..<Int(count)]), count == 0) }
            if count == 0 { return }
        }
    }
}
