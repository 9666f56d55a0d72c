import ArgumentParser
import Kernel

/// `yunchou`: plans, runs, watches and corrects a company's marketing. One process, one folder.
@main
struct Yunchou: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "yunchou",
        abstract: say("运筹：计划、执行、监控并纠正公司的营销。", "Plans, runs, watches and corrects a company's marketing."),
        discussion: say(
            """
            所有数据都在一个文件夹中（--data，默认 ./data）。服务器运行时，其他命令会交由它执行。
            退出码：0 成功；1 有差异（plan diff）；64 用法错误；65 输入有误；66 未找到；69 不可用（磁盘、引擎、端口）；70 程序内部错误；75 被占用，请稍后再试；77 无权限。
            """,
            """
            Everything lives in one folder (--data, ./data by default). While the server runs, it carries out the other commands.
            Exit codes: 0 done; 1 differences (plan diff); 64 wrong usage; 65 wrong input; 66 not found; 69 not available (disk, engine, port);
            70 our own fault; 75 taken by another, try again; 77 not allowed.
            """),
        version: version,
        subcommands: [
            Serve.self, Demo.self, ImportCommand.self, MappingCommand.self, ExportCommand.self, Query.self,
            MetricCommand.self,
            RFMCommand.self, CohortCommand.self, PlanCommand.self, UserCommand.self, TokenCommand.self,
            BackupCommand.self,
            RestoreCommand.self, Doctor.self,
            Inspect.self,
        ])
}

/// The words of a help screen in the language of the terminal's locale.
func say(_ zh: String, _ en: String) -> String {
    Text(zh: zh, en: en)[Settings.terminalLanguage]
}

func help(_ zh: String, _ en: String, valueName: String? = nil) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: say(zh, en)).naming(valueName)
}

extension ArgumentHelp {
    fileprivate func naming(_ name: String?) -> ArgumentHelp {
        var copy = self
        copy.valueName = name
        return copy
    }
}
