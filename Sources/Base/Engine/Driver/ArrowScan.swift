internal import CADBC
internal import Foundation

/// DuckDB's ADBC ingest appends on one thread; its C function `duckdb_arrow_scan` makes a view of a stream, which an INSERT then
/// reads on all threads: 10 million rows of 4 columns in half the time on two cores. The function wants DuckDB's own connection,
/// which ADBC's handle begins with: looked up in the sources of the versions listed, and with any other version left alone.
struct ArrowScan: @unchecked Sendable {
    private typealias Scan =
        @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, UnsafeMutableRawPointer?) -> UInt32
    private typealias Version = @convention(c) () -> UnsafePointer<CChar>?

    private static let knownVersions: Set<String> = ["v1.5.6"]
    private let scan: Scan

    init?(_ library: UnsafeMutableRawPointer) {
        guard let version = dlsym(library, "duckdb_library_version"), let scan = dlsym(library, "duckdb_arrow_scan"),
            let text = unsafeBitCast(version, to: Version.self)(),
            ArrowScan.knownVersions.contains(String(cString: text))
        else { return nil }
        self.scan = unsafeBitCast(scan, to: Scan.self)
    }

    /// Makes the view `name` of the stream, which has to live until the view is dropped.
    func makeView(_ name: String, of stream: UnsafeMutablePointer<ArrowArrayStream>, _ connection: Connection) throws {
        guard let wrapper = connection.raw.pointee.private_data else { throw EngineProblem.closed }
        let native = wrapper.load(as: UnsafeMutableRawPointer?.self)
        guard scan(native, name, stream) == 0 else {
            throw EngineProblem.failed(sql: name, reason: "the columns could not be handed to the engine")
        }
    }
}
