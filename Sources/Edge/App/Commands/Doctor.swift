import ArgumentParser
import Foundation
import Kernel
import Store

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
            let checks = InstallationChecks(settings: settings, now: Clock.system.now())
            let found = await checks.surroundings() + (await inside(settings, checks))
            for check in found { console.say(verbatim: json ? check.json(console.language) : check.line(console.language)) }
            if !json { settings.described.forEach { console.say(verbatim: "  \($0)") } }
            if found.contains(where: { $0.state == .broken }) { throw ExitCode(69) }
        }
        if code != .success { throw code }
    }

    private func inside(_ settings: Settings, _ checks: InstallationChecks) async -> [Check] {
        let name = Text(zh: "打开数据文件夹", en: "Opening the data folder")
        guard FileManager.default.fileExists(atPath: settings.dataFolder.appendingPathComponent("yunchou.db").path) else {
            return [.notice(
                name, Text(zh: "尚未创建", en: "not made yet"),
                Text(zh: "运行 yunchou serve 或 yunchou demo 来创建。", en: "Make it with yunchou serve or yunchou demo."))]
        }
        do {
            let program = try await Program.open(settings)
            let found = await checks.inside(program)
            try await program.closing {}
            return found
        } catch let problem as StoreProblem where problem.code == "store.folder_in_use" {
            return [.notice(
                name, problem.text,
                Text(zh: "服务器正在运行；其内部检查见“设置”中的系统状态，停止后可完整检查。", en: "The server runs; stop it to look inside the folder."))]
        } catch {
            return [.broken(name, by: error)]
        }
    }
}
