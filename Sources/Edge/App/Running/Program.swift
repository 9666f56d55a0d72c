import Collecting
import Engine
import Foundation
import Kernel
import Logging
import Planning
import Records
import Store
import Warehouse
import Web

/// An open data folder: everything a command or the server works with, made once and handed on.
struct Program: Sendable {
    let settings: Settings
    let folder: DataFolder
    let store: Store
    let warehouse: Warehouse
    /// One list of jobs to a program: who listens to it hears what everybody else puts in.
    let jobs: JobStore
    /// Declared records and their approvals.
    let desk: RecordDesk
    var clock: Clock { store.clock }

    /// Takes the folder for this process alone and opens its stores.
    ///
    /// - Throws: `StoreProblem` (in use, read-only, disk full …), `EngineProblem` (library missing, of a wrong version …).
    static func open(_ settings: Settings, clock: Clock = .system) async throws -> Program {
        let library = try settings.engineLibraryFound()
        let folder = try DataFolder.open(settings.dataFolder.path)
        sweep(folder)
        let store = try Store(folder: folder, clock: clock)
        let company = try await SettingStore(store).company()
        let engine = try await Engine.open(
            .duckdb(
                path: folder.warehouse, library: library, memoryLimitMiB: settings.engineMemoryMiB,
                threads: settings.engineThreads, spillFolder: folder.file("spill")))
        let warehouse = try await Warehouse.open(engine: engine, zone: company.zone, currency: company.currency)
        return Program(
            settings: settings, folder: folder, store: store, warehouse: warehouse, jobs: JobStore(store),
            desk: try RecordDesk(
                store, areas: PlanningTypes.areas, currency: warehouse.currency,
                zone: warehouse.zone))
    }

    /// The folder is ours alone from here on: what a killed import or upload left in it goes now. That it cannot go keeps
    /// nobody from working, but is written down.
    private static func sweep(_ folder: DataFolder) {
        do {
            let files = URL(fileURLWithPath: folder.files)
            let count = try Leftovers.sweep(files) + RecordFileShelf(files: files).sweep()
            if count > 0 {
                Log.program.notice("removed \(count) temporary files of imports and uploads that were cut off")
            }
        } catch { Log.program.error("temporary files of imports and uploads could not be removed: \(error)") }
    }

    /// Runs the work and closes the stores, whatever the outcome.
    func closing(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch {
            await close()
            throw error
        }
        await close()
    }

    private func close() async {
        await warehouse.engine.close()
        do { try store.close() } catch { Log.program.error("closing yunchou.db: \(error)") }
    }
}
