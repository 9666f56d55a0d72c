import Engine
import Foundation

/// Engines for tests, opened anew for each.
enum Engines {
    static func duckdb(
        path: String? = nil, memoryLimitMiB: Int? = nil, threads: Int? = nil, spillFolder: String? = nil
    ) async throws -> Engine {
        try await Engine.open(
            .duckdb(
                path: path, library: try EngineLibrary.locate(), memoryLimitMiB: memoryLimitMiB, threads: threads,
                spillFolder: spillFolder))
    }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
}
