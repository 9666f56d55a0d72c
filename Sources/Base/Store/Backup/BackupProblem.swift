package import Kernel

/// What can go wrong with backups and with bringing them back.
package enum BackupProblem: Problem, Hashable {
    case notABackup(path: String)
    case laterFormat(path: String, version: String)
    /// A file of it is missing or is not what was written.
    case damaged(path: String, file: String)
    case targetNotEmpty(path: String)
    /// The data folder is itself a mounted disk, and cannot be put aside.
    case targetIsMount(path: String)

    package var code: String {
        switch self {
        case .notABackup: "backup.not_a_backup"
        case .laterFormat: "backup.later_format"
        case .damaged: "backup.damaged"
        case .targetNotEmpty: "backup.target_not_empty"
        case .targetIsMount: "backup.target_is_mount"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .notABackup: .missing
        case .laterFormat, .damaged: .invalid
        case .targetNotEmpty, .targetIsMount: .conflict
        }
    }

    package var text: Text {
        switch self {
        case .notABackup(let path):
            Text(
                zh: "“\(path)”中没有备份（缺少 manifest.json）。请指定 yunchou backup 生成的目录。",
                en: "There is no backup in \(path) (no manifest.json). Name a folder that yunchou backup made.")
        case .laterFormat(let path, let version):
            Text(
                zh: "备份“\(path)”由更新的版本（\(version)）生成。请升级程序后再恢复。",
                en: "The backup \(path) was made by a later version (\(version)). Upgrade the program to restore it.")
        case .damaged(let path, let file):
            Text(
                zh: "备份“\(path)”中的文件“\(file)”缺失或已损坏，未作任何改动。请改用其他备份。",
                en:
                    "The file \(file) of the backup \(path) is missing or damaged. Nothing was changed. Use another backup."
            )
        case .targetNotEmpty(let path):
            Text(
                zh: "“\(path)”中已有数据。如确需替换，请加 --replace。原目录会被改名保留，不会删除。",
                en:
                    "\(path) already holds data. To replace it add --replace: the old folder is put aside under another name, not deleted."
            )
        case .targetIsMount(let path):
            Text(
                zh: "“\(path)”是挂载点，无法整体替换。请恢复到其下的一个子目录，再用 --data 指定该子目录。",
                en:
                    "\(path) is a mount point and cannot be put aside. Restore into a folder inside it, and name that with --data."
            )
        }
    }
}
