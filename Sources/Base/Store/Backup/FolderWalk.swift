import Foundation

/// The regular files of a folder and of those within it.
enum FolderWalk {
    /// Paths relative to `folder`, sorted. Links are not followed.
    static func files(in folder: String, hidden: Bool) throws -> [String] {
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        var found: [String] = []
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
            if !hidden, name.hasPrefix(".") { continue }
            let type =
                try FileManager.default.attributesOfItem(atPath: folder + "/" + name)[.type] as? FileAttributeType
            switch type {
            case .typeRegular?: found.append(name)
            case .typeDirectory?: found += try files(in: folder + "/" + name, hidden: hidden).map { name + "/" + $0 }
            default: continue
            }
        }
        return found
    }
}
