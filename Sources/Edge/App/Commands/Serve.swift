import ArgumentParser
import Foundation
import Kernel
import ServiceLifecycle

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say("启动服务器（前台运行，Ctrl-C 停止）。", "Run the server in the foreground (Ctrl-C stops it)."))

    @OptionGroup var shared: SharedOptions
    @Option(help: help("端口（默认 8080，或环境变量 PORT）。", "The port (default 8080, or PORT).", valueName: "port"))
    var port: Int?
    @Option(help: help("监听地址（默认 127.0.0.1）。", "The address to listen on (default 127.0.0.1).", valueName: "host"))
    var host: String?

    func run() async throws {
        let console = Console.terminal(Settings.terminalLanguage)
        let code = await Outcome.code(of: console) {
            var settings = try Settings(dataFolder: shared.folder, environment: ProcessInfo.processInfo.environment)
            if let port { try settings.set(port: port) }
            if let host { settings.host = host }
            let program = try await Program.open(settings)
            try await program.closing { try await RunningServer(program: program, console: console).run() }
        }
        if code != .success { throw code }
    }
}
