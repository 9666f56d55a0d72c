import Kernel
import Store
import Warehouse

/// A consistent copy of all stores while they are in use. What people write comes after what is counted, so that
/// nothing written points at rows that the copy lacks; files come last, so that every named file is there.
struct BackupWork {
    let program: Program

    func run(in folder: String, _ progress: WorkProgress) async throws -> Backup {
        let warehouse = program.warehouse
        let parts = [
            BackupPart("warehouse.duckdb") { try await warehouse.copy(to: $0) },
            program.store.backupPart,
            BackupPart.folder("files", copying: program.folder.files),
        ]
        return try await Backup.make(
            of: parts, in: folder, version: Yunchou.version, clock: program.clock, progress: progress)
    }
}
