/// Which engine, where, and what it may use.
package struct EngineConfiguration: Sendable, Hashable {
    /// How the engine's SQL is prepared for our common text.
    package enum Dialect: Sendable, Hashable { case duckdb, spark }

    package var dialect: Dialect
    package var library: EngineLibrary
    /// Options of the ADBC database, in order.
    package var options: [Option]
    /// What error messages call it: a path or an address.
    package var target: String

    /// One option of the driver.
    package struct Option: Sendable, Hashable {
        package var name: String
        package var value: String
    }

    /// DuckDB inside this process. `path` nil: in memory.
    package static func duckdb(
        path: String?, library: EngineLibrary, memoryLimitMiB: Int? = nil, threads: Int? = nil,
        spillFolder: String? = nil
    ) -> EngineConfiguration {
        // Nothing is fetched from the network because a statement would need it.
        var options = ["autoinstall_known_extensions", "autoload_known_extensions", "allow_community_extensions"].map {
            Option(name: $0, value: "false")
        }
        if let path { options.append(Option(name: "path", value: path)) }
        if let memoryLimitMiB { options.append(Option(name: "memory_limit", value: "\(memoryLimitMiB)MiB")) }
        if let threads { options.append(Option(name: "threads", value: String(threads))) }
        // Without this, an engine in memory would spill into the working folder.
        let spill = spillFolder ?? (path == nil ? "" : nil)
        if let spillFolder = spill { options.append(Option(name: "temp_directory", value: spillFolder)) }
        return EngineConfiguration(dialect: .duckdb, library: library, options: options, target: path ?? ":memory:")
    }

    /// A Spark Connect server (Apache Spark 4, Sail): `uri` as in `sc://host:15002`.
    package static func spark(uri: String, options: [String: String] = [:], library: EngineLibrary)
        -> EngineConfiguration
    {
        let extra = options.sorted { $0.key < $1.key }.map { Option(name: $0.key, value: $0.value) }
        return EngineConfiguration(
            dialect: .spark, library: library, options: [Option(name: "uri", value: uri)] + extra, target: uri)
    }
}
