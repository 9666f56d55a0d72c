internal import Foundation

/// Where a driver library lies and how it is entered.
package struct EngineLibrary: Sendable, Hashable {
    /// Path of the shared library.
    package var driver: String
    /// Name of its ADBC entry point.
    package var entryPoint: String
    /// A Python library to be loaded first. DuckDB's library from a Python wheel names symbols of it, which are never called.
    package var python: String?

    package init(driver: String, entryPoint: String = "duckdb_adbc_init", python: String? = nil) {
        self.driver = driver
        self.entryPoint = entryPoint
        self.python = python
    }

    /// DuckDB: `YUNCHOU_ENGINE`, else `.engine/` of the working folder, of the program's folder, or of a folder above them.
    package static func locate(_ environment: [String: String] = ProcessInfo.processInfo.environment) throws
        -> EngineLibrary
    {
        let driver = try find(variable: "YUNCHOU_ENGINE", environment) { name in
            name.hasSuffix(".so")
                && (name.hasPrefix("libduckdb") || name.hasPrefix("duckdb") || name.hasPrefix("_duckdb"))
        }
        return EngineLibrary(driver: driver, python: environment["YUNCHOU_PYTHON"] ?? pythonLibrary(for: driver))
    }

    /// The Spark Connect driver: `YUNCHOU_SPARK_DRIVER`, else `libadbc_driver_spark.so` in the same folders.
    package static func locateSpark(_ environment: [String: String] = ProcessInfo.processInfo.environment) throws
        -> EngineLibrary
    {
        let driver = try find(variable: "YUNCHOU_SPARK_DRIVER", environment) { $0 == "libadbc_driver_spark.so" }
        return EngineLibrary(driver: driver, entryPoint: "AdbcDriverInit")
    }

    private static func find(
        variable: String, _ environment: [String: String], matching isDriver: (String) -> Bool
    ) throws -> String {
        if let path = environment[variable], !path.isEmpty {
            guard FileManager.default.fileExists(atPath: path) else {
                throw EngineProblem.libraryMissing(searched: [path])
            }
            return path
        }
        let folders = searchFolders()
        for folder in folders {
            guard let files = FileManager.default.enumerator(atPath: folder) else { continue }
            let found = files.compactMap { $0 as? String }.filter { isDriver(($0 as NSString).lastPathComponent) }
            if let first = found.min() { return folder + "/" + first }
        }
        throw EngineProblem.libraryMissing(searched: folders.isEmpty ? [variable, ".engine/"] : folders)
    }

    private static func searchFolders() -> [String] {
        let program = (CommandLine.arguments.first.map { ($0 as NSString).deletingLastPathComponent }) ?? ""
        let starts = [FileManager.default.currentDirectoryPath, URL(fileURLWithPath: program).path]
        var folders: [String] = []
        for start in starts {
            var folder = start
            while folder.count > 1 {
                let candidate = folder + "/.engine"
                if FileManager.default.fileExists(atPath: candidate), !folders.contains(candidate) {
                    folders.append(candidate)
                }
                folder = (folder as NSString).deletingLastPathComponent
            }
        }
        return folders
    }

    /// `…cpython-311-…` names its Python; a library without such a mark may need any of them.
    private static func pythonLibrary(for driver: String) -> String? {
        let name = (driver as NSString).lastPathComponent
        if name.hasPrefix("libduckdb") { return nil }
        let minors = name.firstMatch(of: #/cpython-3(\d+)/#).flatMap { Int($0.1) }.map { [$0] } ?? [11, 13, 12, 14, 10]
        let folders = [
            "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib", "/usr/local/lib",
        ]
        for minor in minors {
            for folder in folders {
                let path = "\(folder)/libpython3.\(minor).so.1.0"
                if FileManager.default.fileExists(atPath: path) { return path }
            }
        }
        return nil
    }
}
