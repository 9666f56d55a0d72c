import ArgumentParser
import Foundation
import Kernel
import Store

/// Decides who carries a command out: this process, if it can take the data folder, else the server that holds it.
enum FolderHolder {
    /// - Parameter arguments: the command as it is handed to the server: `CommandLine`'s own unless told otherwise.
    static func run(
        _ command: some ProgramCommand, arguments: [String] = Array(CommandLine.arguments.dropFirst()),
        _ console: Console
    ) async throws {
        let settings = try Settings(dataFolder: command.shared.folder, environment: ProcessInfo.processInfo.environment)
        do {
            let program = try await Program.open(settings)
            try await program.closing { try await command.run(in: program, console) }
        } catch let problem as StoreProblem where problem.code == "store.folder_in_use" {
            try await ask(settings, arguments, type(of: command).readsInput, console, otherwise: problem)
        }
    }

    private static func ask(
        _ settings: Settings, _ arguments: [String], _ readsInput: Bool, _ console: Console,
        otherwise problem: StoreProblem
    ) async throws {
        let request = OperatorRequest(
            arguments: arguments, workingFolder: console.workingFolder.path,
            language: console.language, isInteractive: console.isInteractive,
            input: readsInput ? console.readInput() : nil)
        let socket = settings.operatorSocket
        guard let code = try await OperatorClient.carryOut(request, socket: socket, console: console) else {
            throw problem
        }
        if code != 0 { throw ExitCode(code) }
    }
}
