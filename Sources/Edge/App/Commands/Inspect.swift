import ArgumentParser
import Kernel

/// The part of `doctor` that needs the open folder: `doctor` asks the running server for it.
struct Inspect: ProgramCommand {
    static let configuration = CommandConfiguration(shouldDisplay: false)

    @OptionGroup var shared: SharedOptions
    @Flag var json = false

    func run(in program: Program, _ console: Console) async throws {
        let checks = await InstallationChecks(settings: program.settings, now: program.clock.now()).inside(program)
        for check in checks {
            console.say(verbatim: json ? check.json(console.language) : check.line(console.language))
        }
        if checks.contains(where: { $0.state == .broken }) { throw ExitCode(69) }
    }
}
