package import Foundation

/// What a killed program left of files that were on their way: converted copies of imports, uploads that never ended. They hold
/// rows of customers, so they go as soon as the folder is opened again.
package enum Leftovers {
    /// Removes them and says how many there were. `files` is the data folder's `files`; whoever calls holds that folder alone, so
    /// that no import or upload is under way.
    package static func sweep(_ files: URL) throws -> Int {
        let left =
            try names(in: files.appendingPathComponent("import")) { $0.hasPrefix("clean-") }
            + names(in: files.appendingPathComponent("uploads")) { $0.hasSuffix(".part") }
        for file in left { try FileManager.default.removeItem(at: file) }
        return left.count
    }

    private static func names(in folder: URL, where isLeft: (String) -> Bool) throws -> [URL] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter(isLeft)
            .map(folder.appendingPathComponent)
    }
}
