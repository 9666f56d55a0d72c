import Kernel

enum OperatorProblem: Problem {
    /// The command needs the folder for itself.
    case notWhileServing(command: String)

    var code: String { "operator.not_while_serving" }
    var kind: ProblemKind { .conflict }
    var text: Text {
        switch self {
        case .notWhileServing(let command):
            Text(
                zh: "服务器正在使用该数据文件夹，无法执行 \(command)。请先停止服务器。",
                en: "The server uses this data folder, and \(command) needs it alone. Stop the server first.")
        }
    }
}
