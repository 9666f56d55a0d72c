import ArgumentParser
import Kernel
import Store

struct BackupCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: say("备份全部数据；服务器运行时也可执行。", "Copy everything, also while the server runs."))

    @OptionGroup var shared: SharedOptions
    @Option(
        help: help(
            "备份存放的目录（默认为数据文件夹下的 backups）。", "The folder to put it in (default: backups in the data folder).",
            valueName: "dir"))
    var to: String?
    @Flag(help: help("以 JSON 输出。", "Print JSON."))
    var json = false

    func run(in program: Program, _ console: Console) async throws {
        let folder = to.map(console.path) ?? program.folder.backups
        let backup = try await BackupWork(program: program).run(in: folder, console.progress())
        let bytes = backup.manifest.bytes
        if json {
            console.say(
                verbatim:
                    "{\"path\":\(JSONText.quoted(backup.path)),\"bytes\":\(bytes),\"files\":\(backup.manifest.files.count)}"
            )
        } else {
            console.say(
                Text(zh: "已备份到 \(backup.path)（\(bytes) 字节）", en: "Backed up to \(backup.path) (\(bytes) bytes)"))
        }
    }
}
