import ArgumentParser
import Foundation
import Kernel
import Store

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: say(
            "从备份恢复；先校验每个文件，原有数据会保留在旁边。", "Bring a backup back; every file is checked first, and old data are put aside."
        ))

    @OptionGroup var shared: SharedOptions
    @Flag(
        help: help(
            "数据文件夹中已有数据时也恢复（原文件夹改名保留）。", "Also when the data folder holds data (it is put aside under another name)."))
    var replace = false
    @Argument(help: help("备份目录（见 backup 的输出）。", "The backup's folder, as printed by backup.", valueName: "backup"))
    var backup: String

    func run() async throws {
        let console = Console.terminal(Settings.terminalLanguage)
        let code = await Outcome.code(of: console) {
            let settings = try Settings(dataFolder: shared.folder, environment: ProcessInfo.processInfo.environment)
            let aside = try await Restore.run(
                from: console.path(backup), to: settings.dataFolder.path, replacing: replace, clock: .system)
            console.say(Text(zh: "已恢复到 \(settings.dataFolder.path)", en: "Restored into \(settings.dataFolder.path)"))
            if let aside { console.say(Text(zh: "原有数据保留在 \(aside)", en: "The old data are in \(aside)")) }
        }
        if code != .success { throw code }
    }
}
