import Foundation

/// DuckDB's own Python package in a process of its own: it is asked a word and answers with seconds and an answer to compare.
package final class Peer {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var rest = Data()

    /// `script` stands below `bench`; `YUNCHOU_PEER` names a Python that has the peer's packages.
    package init(_ script: String, _ arguments: [String]) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let python =
            ProcessInfo.processInfo.environment["YUNCHOU_PEER"]
            ?? root.appendingPathComponent(".tools/bench/bin/python").path
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = [root.appendingPathComponent("bench/" + script).path] + arguments
        process.standardInput = input
        process.standardOutput = output
        try process.run()
    }

    /// The words of the answer.
    package func ask(_ work: String) throws -> [String] {
        try input.fileHandleForWriting.write(contentsOf: Data((work + "\n").utf8))
        while true {
            if let end = rest.firstIndex(of: 10) {
                let line = String(decoding: rest[rest.startIndex..<end], as: UTF8.self)
                rest = Data(rest[rest.index(after: end)...])
                return line.split(separator: "\t").map(String.init)
            }
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { throw CocoaError(.fileReadUnknown) }
            rest += more
        }
    }

    /// Ends the peer's process.
    package func close() throws {
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
    }
}
