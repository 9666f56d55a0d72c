import Foundation
package import Testing

/// Compares `text` with the file `Golden/<name>` beside the calling test, and fails with both when they differ.
/// `YUNCHOU_GOLDEN=rewrite` writes the file instead (`make golden`); the reviewer reads the diff.
package func expectGolden(
    _ text: String, _ name: String, file: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let path = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Golden/\(name)")
    if ProcessInfo.processInfo.environment["YUNCHOU_GOLDEN"] == "rewrite" {
        try FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: path)
        return
    }
    let wanted = try String(contentsOf: path, encoding: .utf8)
    if wanted != text {
        Issue.record(
            "\(name) differs from its golden file.\n--- golden\n\(wanted)\n--- now\n\(text)",
            sourceLocation: sourceLocation)
    }
}
