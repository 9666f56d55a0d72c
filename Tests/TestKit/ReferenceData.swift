package import Foundation
package import Testing

/// The published data sets that tests compare with. They are not part of the repository: tests that need one are
/// `.enabled(if: ReferenceData.has("cdnow_summary.csv"), ReferenceData.reason)`.
package enum ReferenceData {
    package static let reason: Comment = "reference data not found: set YUNCHOU_REFERENCE_DATA to its folder"

    package static var folder: URL {
        if let named = ProcessInfo.processInfo.environment["YUNCHOU_REFERENCE_DATA"] {
            return URL(fileURLWithPath: named)
        }
        return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/data")
    }

    package static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
    package static func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }
}
