import Engine
import Foundation
import TestKit

/// A real Spark cluster of separate processes: a master, two workers of one core, a Connect server.
/// `YUNCHOU_SPARK` names the folder of PyPI's pyspark, which holds all of Spark.
final class SparkCluster: Sendable {
    static let home = ProcessInfo.processInfo.environment["YUNCHOU_SPARK"]

    private let folder: TemporaryFolder
    private let master: Process
    private let server: Process
    let workers: [Process]
    let uri: String

    init(home: String) async throws {
        let folder = try TemporaryFolder()
        let masterPort = try SailServer.freePort()
        let connectPort = try SailServer.freePort()
        let address = "spark://127.0.0.1:\(masterPort)"
        func start(_ name: String, _ program: String, _ arguments: [String]) throws -> Process {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: home + "/bin/" + program)
            process.arguments = arguments
            var environment = ProcessInfo.processInfo.environment
            environment["SPARK_HOME"] = home
            environment["SPARK_LOCAL_IP"] = "127.0.0.1"
            environment["SPARK_LOG_DIR"] = folder.path
            process.environment = environment
            let log = folder.file(name + ".log")
            try Data().write(to: URL(fileURLWithPath: log))
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
            process.standardOutput = handle
            process.standardError = handle
            try process.run()
            return process
        }
        self.folder = folder
        master = try start(
            "master", "spark-class",
            [
                "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", "\(masterPort)",
                "--webui-port", "0",
            ])
        workers = try (1...2).map { number in
            try start(
                "worker\(number)", "spark-class",
                [
                    "org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1", "--webui-port", "0", "-c", "1",
                    "-m", "1g",
                    "-d", folder.file("work\(number)"), address,
                ])
        }
        server = try start(
            "connect", "spark-submit",
            [
                "--master", address, "--class", "org.apache.spark.sql.connect.service.SparkConnectServer",
                "--conf", "spark.connect.grpc.binding.port=\(connectPort)", "--conf", "spark.executor.memory=640m",
                "--conf", "spark.executor.cores=1", "--conf", "spark.ui.enabled=false", "--driver-memory", "800m",
                "spark-internal",
            ])
        uri = "sc://127.0.0.1:\(connectPort)"
    }

    /// An engine on the cluster, once it answers.
    func open() async throws -> Engine {
        var lastError: any Error = CancellationError()
        for _ in 0..<180 {
            do {
                return try await Engine.open(.spark(uri: uri, library: try EngineLibrary.locateSpark()))
            } catch {
                lastError = error
                try await Task.sleep(for: .seconds(1))
            }
        }
        throw lastError
    }

    /// Ends a worker and its executor at once, as a power cut would.
    func killWorker(_ index: Int) {
        for process in SparkCluster.family(of: workers[index].processIdentifier) { kill(process, SIGKILL) }
    }

    /// The process, its children, and theirs.
    private static func family(of process: Int32) -> [Int32] {
        var parents: [Int32: Int32] = [:]
        do {
            for name in try FileManager.default.contentsOfDirectory(atPath: "/proc") {
                guard let id = Int32(name), let stat = FileManager.default.contents(atPath: "/proc/\(name)/stat") else {
                    continue
                }
                let fields =
                    String(decoding: stat, as: UTF8.self).split(separator: ")").last?.split(separator: " ") ?? []
                if fields.count > 1, let parent = Int32(fields[1]) { parents[id] = parent }
            }
        } catch { return [process] }
        var found: Set<Int32> = [process]
        while case let more = parents.filter({ found.contains($0.value) && !found.contains($0.key) }).keys,
            !more.isEmpty
        {
            found.formUnion(more)
        }
        return Array(found)
    }

    deinit {
        for process in workers + [server, master] {
            for id in SparkCluster.family(of: process.processIdentifier) { kill(id, SIGKILL) }
        }
    }
}
