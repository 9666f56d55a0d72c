import Foundation
import Kernel
import Logging
import Records
import Store
import Web

/// Hands the pages what they may use.
enum WebWiring {
    static func site(for program: Program) throws -> Site {
        let app = try context(for: program)
        return Site(app: app, routes: AllRoutes.make(app))
    }

    private static func context(for program: Program) throws -> AppContext {
        let settings = program.settings
        let executable = URL(fileURLWithPath: CommandLine.arguments.first ?? "yunchou")
        let assets = try Assets(
            own: Assets.ownFolder(executable: executable), thirdParty: URL(fileURLWithPath: settings.assetsFound()))
        var app = AppContext(
            store: program.store, warehouse: program.warehouse, jobs: program.jobs, records: program.desk,
            jobKinds: ProgramJobs.kinds(program),
            files: URL(fileURLWithPath: program.folder.files),
            version: Yunchou.version, assets: assets,
            network: NetworkTrust(trustedProxies: Set(settings.trustedProxies)),
            log: { Log.program.error("\($0)") })
        app.startDemonstration = { author in
            let order = DemonstrationWork.Order(customers: 50_000, seed: 1, until: nil)
            return try await program.jobs.enqueue(
                ProgramJobs.demonstrationID, order, key: ProgramJobs.demonstrationID, by: author
            ).id
        }
        return app
    }
}
