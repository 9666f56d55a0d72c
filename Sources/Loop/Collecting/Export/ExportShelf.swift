package import Foundation
package import Kernel

/// The folder of finished exports. A file waits for its owner for some days and is then removed.
package struct ExportShelf: Sendable {
    package static let keptDays = 7

    private let folder: URL

    /// `files` is the data folder's `files`.
    package init(files: URL) { folder = files.appendingPathComponent("exports") }

    /// Where a job's file lies.
    package func file(ofJob job: Int64, _ format: ExportFormat) -> URL {
        folder.appendingPathComponent("job-\(job).\(format.rawValue)")
    }

    /// A place for a file that is made and sent within one answer.
    package func passing(_ format: ExportFormat) -> URL {
        folder.appendingPathComponent(UUID().uuidString + "." + format.rawValue)
    }

    package func has(_ file: URL) -> Bool { FileManager.default.fileExists(atPath: file.path) }

    /// Removes what is older than a file is kept, also what a stopped process left behind. Returns how many files went.
    @discardableResult
    package func sweep(now: Instant) throws -> Int {
        guard FileManager.default.fileExists(atPath: folder.path) else { return 0 }
        let oldest = Double(now.seconds - Int64(Self.keptDays) * 86_400)
        var removed = 0
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
            guard let changed = attributes[.modificationDate] as? Date, changed.timeIntervalSince1970 < oldest else {
                continue
            }
            try FileManager.default.removeItem(at: file)
            removed += 1
        }
        return removed
    }
}
