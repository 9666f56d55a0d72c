import ArgumentParser

/// What every command takes.
struct SharedOptions: ParsableArguments {
    @Option(
        name: .customLong("data"),
        help: help(
            "数据文件夹（默认 ./data，或环境变量 YUNCHOU_DATA）。", "The data folder (default ./data, or YUNCHOU_DATA).",
            valueName: "dir"))
    var folder: String?
}
