import Engine
import Foundation

/// A Spark Connect server of one process (PyPI `pysail`), started by a test and stopped with its last reference.
final class SailServer: Sendable {
    let port: Int
    private let process: Process

    private static var program: String { Engines.root.appendingPathComponent(".tools/sail/bin/sail").path }

    /// Why there is no server to be had; `nil` when there is one.
    static var reasonToSkip: String? {
        guard FileManager.default.fileExists(atPath: program) else {
            return "no Sail: make test sets it up in .tools/sail"
        }
        do { _ = try EngineLibrary.locateSpark() } catch { return "no Spark driver: make test sets it up in .engine" }
        return nil
    }

    init(mode: String = "local") async throws {
        port = try SailServer.freePort()
        process = Process()
        process.executableURL = URL(fileURLWithPath: SailServer.program)
        process.arguments = ["spark", "server", "--port", String(port)]
        process.environment = ProcessInfo.processInfo.environment.merging(["SAIL_MODE": mode]) { $1 }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    var uri: String { "sc://127.0.0.1:\(port)" }
    var processID: Int32 { process.processIdentifier }

    /// An engine on this server, once it answers.
    func open() async throws -> Engine {
        var lastError: any Error = CancellationError()
        for _ in 0..<100 {
            do {
                return try await Engine.open(.spark(uri: uri, library: try EngineLibrary.locateSpark()))
            } catch {
                lastError = error
                try await Task.sleep(for: .milliseconds(100))
            }
        }
        throw lastError
    }

    /// Seconds of processor time that the server has used.
    func cpuSeconds() throws -> Double {
        let text = try String(contentsOfFile: "/proc/\(processID)/stat", encoding: .utf8)
        let fields = text.split(separator: ")", maxSplits: 1)[1].split(separator: " ")
        return (Double(fields[11])! + Double(fields[12])!) / 100
    }

    static func freePort() throws -> Int {
        let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(handle) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        try withUnsafeMutablePointer(to: &address) { pointer in
            try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                guard bind(handle, raw, size) == 0, getsockname(handle, raw, &size) == 0 else {
                    throw POSIXError(.EADDRNOTAVAIL)
                }
            }
        }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    deinit {
        kill(process.processIdentifier, SIGKILL)
    }
}
