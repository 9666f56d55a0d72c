import GRDB

extension Store {
    /// `yunchou.db` as one transaction left it, copied while others read and write.
    package var backupPart: BackupPart {
        BackupPart("yunchou.db") { path in try await self.copy(to: path) }
    }

    private func copy(to path: String) async throws {
        do {
            try await writer.unsafeRead { source in
                let target = try DatabaseQueue(path: path)
                try target.writeWithoutTransaction { copy in
                    try source.backup(to: copy)
                    // One file, without a journal beside it.
                    try copy.execute(sql: "PRAGMA journal_mode = DELETE")
                }
                try target.close()
            }
        } catch { throw StoreProblem.ofDatabaseError(error, path: path) }
    }
}
