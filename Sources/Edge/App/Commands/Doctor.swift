import ArgumentParser
import Foundation
import Kernel

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say("检查安装与数据，并说明如何修复。", "Check the installation and the data, and say how to mend what fails."))

    @OptionGroup var shared: SharedOptions
    @Flag(help: help("以 JSON 输出，每项一行。", "Print JSON, one check a line."))
    var json = false

    func run() async throws {
        let console = Console.terminal(Settings.terminalLanguage)
        let code = await Outcome.code(of: console) {
            let settings = try Settings(dataFolder: shared.folder, environment: ProcessInfo.processInfo.environment)
            let found = await InstallationChecks(settings: settings, now: Clock.system.now()).surroundings()
            for check in found { show(check, console) }
            let inside = await self.inside(settings, console)
            if !json {
                for line in settings.described { console.say(verbatim: "  \(line)") }
            }
            if inside != .success || found.contains(where: { $0.state == .broken }) { throw ExitCode(69) }
        }
        if code != .success { throw code }
    }

    private func show(_ check: Check, _ console: Console) {
        console.say(verbatim: json ? check.json(console.language) : check.line(console.language))
    }

    /// What lies in the folder: looked at here, or by the server that holds it.
    private func inside(_ settings: Settings, _ console: Console) async -> ExitCode {
        let name = Text(zh: "打开数据文件夹", en: "Opening the data folder")
        guard FileManager.default.fileExists(atPath: settings.dataFolder.appendingPathComponent("yunchou.db").path)
        else {
            show(
                .notice(
                    name, Text(zh: "尚未创建", en: "not made yet"),
                    Text(zh: "运行 yunchou serve 或 yunchou demo 来创建。", en: "Make it with yunchou serve or yunchou demo.")),
                console)
            return .success
        }
        do {
            let arguments = ["inspect", "--data", settings.dataFolder.path] + (json ? ["--json"] : [])
            guard let inspect = try Yunchou.parseAsRoot(arguments) as? Inspect else { return .internalFault }
            try await FolderHolder.run(inspect, arguments: arguments, console)
            return .success
        } catch let code as ExitCode {
            return code
        } catch {
            show(.broken(name, by: error), console)
            return .of((error as? any Problem)?.kind ?? .unavailable)
        }
    }
}
