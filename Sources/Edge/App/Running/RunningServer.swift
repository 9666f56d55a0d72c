import ArgumentParser
import Engine
import Foundation
import Kernel
import Logging
import Records
import ServiceLifecycle
import Store
import UnixSignals
import Warehouse
import Web

/// The long-running services of one data folder: jobs, calendar, operator socket, pages.
struct RunningServer {
    let program: Program
    let console: Console

    func run() async throws {
        let site = try WebWiring.site(for: program)
        await catchUp()
        let services = ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: jobRunner, failureTerminationBehavior: .cancelGroup),
                    .init(service: scheduler, failureTerminationBehavior: .cancelGroup),
                    .init(service: idleRest, failureTerminationBehavior: .cancelGroup),
                    .init(service: operatorServer, failureTerminationBehavior: .cancelGroup),
                    .init(
                        service: boardWarmer, successTerminationBehavior: .ignore, failureTerminationBehavior: .ignore),
                    .init(service: webServer(site), failureTerminationBehavior: .cancelGroup),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: Log.program))
        try await services.run()
    }

    /// Tiers and baskets that a killed process left behind its load, or that an earlier version never counted, are brought up in
    /// the background, not only with the next refresh.
    private func catchUp() async {
        do {
            let after = AfterLoad(program: program)
            let (tiers, baskets) = (try await after.areTiersBehind(), try await after.areBasketsBehind())
            guard tiers || baskets else { return }
            try await program.jobs.enqueue(
                ProgramJobs.refreshID, [String: String](), key: ProgramJobs.refreshID, by: .system)
        } catch { Log.program.error("looking whether tiers or baskets are behind: \(error)") }
    }

    private func webServer(_ site: Site) -> WebServer {
        let settings = program.settings
        return WebServer(site, host: settings.host, port: settings.port, ready: { _ in await announce() })
    }

    private var jobRunner: BackgroundService {
        let runner = JobRunner(program.jobs, kinds: ProgramJobs.kinds(program), files: program.folder.files) {
            job, error in
            Log.program.error("job \(job.map { "\($0.id) (\($0.kind))" } ?? "-"): \(error)")
        }
        return BackgroundService { try await runner.run() }
    }

    /// Computes the boards ahead of their first readers, and is done.
    private var boardWarmer: BackgroundService {
        BackgroundService { try await MetricReader(program.warehouse).warm() }
    }

    private var idleRest: BackgroundService {
        let engine = program.warehouse.engine
        let rest = IdleRest(
            clock: program.clock, questionCount: { engine.questionCount },
            giveBack: { try await engine.giveBackMemory() })
        return BackgroundService { try await rest.run() }
    }

    private var scheduler: BackgroundService {
        let scheduler = Scheduler(program.store, tasks: ProgramSchedule.tasks(program)) { task, error in
            Log.program.error("schedule \(task): \(error)")
        }
        return BackgroundService { await scheduler.run() }
    }

    /// Says where the pages are and, before there is an administrator, how to become one.
    private func announce() async {
        let address = program.settings.address
        do {
            try program.folder.publish(address: address)
            console.say(Text(zh: "运筹正在运行：\(address)", en: "Yunchou runs: \(address)"))
            if let secret = try await SetupLinks(program.store, accounts: AccountStore(program.store)).issue() {
                console.say(
                    Text(
                        zh: "首次使用，请在 24 小时内打开此一次性链接创建管理员：\(address)/setup/\(secret.text)",
                        en:
                            "First start: open this one-time link within 24 hours to become the administrator: \(address)/setup/\(secret.text)"
                    ))
            }
        } catch {
            Log.program.error("announcing: \(error)")
        }
    }

    private var operatorServer: OperatorServer {
        OperatorServer(path: program.settings.operatorSocket, logger: Log.program) { request, console in
            let code = await Outcome.code(of: console) { try await carryOut(request, console) }
            return code.rawValue
        }
    }

    private func carryOut(_ request: OperatorRequest, _ console: Console) async throws {
        let command = try Yunchou.parseAsRoot(request.arguments)
        guard let command = command as? any ProgramCommand else {
            throw OperatorProblem.notWhileServing(command: request.arguments.first ?? "")
        }
        try await command.run(in: program, console)
    }
}
