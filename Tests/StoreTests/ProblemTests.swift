import TestKit
import Testing

@testable import Store

@Suite struct ProblemTests {
    @Test("every problem of the Store is told in two languages under a code of its own")
    func texts() {
        expectWellSaid([
            StoreProblem.folderInUse(path: "/d", pid: 7, address: nil), StoreProblem.folderReadOnly(path: "/d"),
            StoreProblem.notADataFolder(path: "/d"), StoreProblem.diskFull(path: "/d"),
            StoreProblem.writtenByLaterVersion(path: "/d"), StoreProblem.damaged(path: "/d", reason: "no"),
            StoreProblem.restoreUnfinished(path: "/d"), StoreProblem.unknownZone("x"),
            StoreProblem.unknownCurrency("x"),
            JobProblem.unknownJob(1), JobProblem.unknownKind("x"), JobProblem.alreadyEnded(1), JobProblem.notEnded(1),
            JobProblem.interruptedTooOften(attempts: 3), JobProblem.fault(job: 1), BackupProblem.notABackup(path: "/b"),
            BackupProblem.laterFormat(path: "/b", version: "2"), BackupProblem.damaged(path: "/b", file: "f"),
            BackupProblem.targetNotEmpty(path: "/d"), BackupProblem.targetIsMount(path: "/d"),
        ])
    }
}
