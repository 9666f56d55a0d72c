import ArgumentParser
import Foundation
import Kernel

/// The one place where what a command threw becomes words and an exit code.
enum Outcome {
    static func code(of console: Console, _ work: () async throws -> Void) async -> ExitCode {
        do {
            try await work()
            return .success
        } catch let code as ExitCode {
            return code
        } catch let problem as any Problem {
            console.warn(Text(zh: "错误：", en: "Error: ") + problem.text + Text(verbatim: " [\(problem.code)]"))
            return .of(problem.kind)
        } catch is CancellationError {
            console.warn(Text(zh: "已停止。", en: "Stopped."))
            return .interrupted
        } catch {
            let id = UUID().uuidString.prefix(8)
            console.warn(
                Text(
                    zh: "程序内部错误（编号 \(id)），请将以下内容报告给我们：\(error)",
                    en: "This is our fault (id \(id)). Please report it with these words: \(error)"))
            return .internalFault
        }
    }
}
