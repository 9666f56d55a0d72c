import Foundation
package import Kernel

/// What can go wrong with the data folder and its database, and what the reader can do about it.
package enum StoreProblem: Problem, Equatable {
    /// Another process holds the folder. `address` is where it answers, if it is a server.
    case folderInUse(path: String, pid: Int32?, address: String?)
    case folderReadOnly(path: String)
    case notADataFolder(path: String)
    case diskFull(path: String)
    /// The database was written by a later version of the program.
    case writtenByLaterVersion(path: String)
    case damaged(path: String, reason: String)
    /// A restore was killed after it had put the old folder aside.
    case restoreUnfinished(path: String)
    case unknownZone(String)
    case unknownCurrency(String)

    package var code: String {
        switch self {
        case .folderInUse: "store.folder_in_use"
        case .folderReadOnly: "store.folder_read_only"
        case .notADataFolder: "store.not_a_data_folder"
        case .diskFull: "store.disk_full"
        case .writtenByLaterVersion: "store.written_by_later_version"
        case .damaged: "store.damaged"
        case .restoreUnfinished: "store.restore_unfinished"
        case .unknownZone: "store.unknown_zone"
        case .unknownCurrency: "store.unknown_currency"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .folderInUse: .conflict
        case .notADataFolder, .unknownZone, .unknownCurrency: .invalid
        case .folderReadOnly, .diskFull, .writtenByLaterVersion, .damaged, .restoreUnfinished: .unavailable
        }
    }

    package var place: ProblemPlace? {
        switch self {
        case .folderInUse(let path, _, _), .folderReadOnly(let path), .notADataFolder(let path), .diskFull(let path),
            .writtenByLaterVersion(let path), .damaged(let path, _), .restoreUnfinished(let path):
            ProblemPlace(file: path)
        case .unknownZone: ProblemPlace(field: "zone")
        case .unknownCurrency: ProblemPlace(field: "currency")
        }
    }

    package var text: Text {
        switch self {
        case .folderInUse(let path, let pid, _): StoreProblem.inUse(path, pid)
        case .folderReadOnly(let path):
            Text(
                zh: "无法写入“\(path)”：目录为只读，或当前用户没有写权限。请修改目录权限，或用 --data 指定其他目录。",
                en:
                    "Cannot write to \(path): it is read-only or not yours. Change its permissions, or name another folder with --data."
            )
        case .notADataFolder(let path):
            Text(
                zh: "“\(path)”不是运筹的数据目录，且其中已有其他文件。请用 --data 指定一个空目录或已有的运筹数据目录。",
                en:
                    "\(path) is not a Yunchou data folder and holds other files. Name an empty folder or a Yunchou data folder with --data."
            )
        case .diskFull(let path):
            Text(
                zh: "“\(path)”所在磁盘已满，本次操作未写入任何内容。请释放空间后重试。",
                en: "The disk of \(path) is full; nothing was written by this operation. Free some space and try again."
            )
        case .writtenByLaterVersion(let path):
            Text(
                zh: "“\(path)”由更新版本的运筹创建，当前版本无法打开。请升级程序后再试。",
                en: "\(path) was written by a later version of Yunchou. Upgrade the program to open it.")
        case .damaged(let path, let reason):
            Text(
                zh: "数据库“\(path)”已损坏或不是数据库文件（\(reason)）。请用 yunchou restore 从备份恢复。",
                en:
                    "The database \(path) is damaged or not a database (\(reason)). Bring back a backup with yunchou restore."
            )
        case .restoreUnfinished(let path):
            Text(
                zh: "“\(path)”的恢复过程曾被中断。请重新运行 yunchou restore；原数据仍在同级的 .before-… 目录中。",
                en:
                    "Restoring \(path) was interrupted. Run yunchou restore again; the old data is beside it in the folder .before-…."
            )
        case .unknownZone(let name):
            Text(
                zh: "系统中没有名为“\(name)”的时区。请填写形如 Asia/Shanghai 的时区名称。",
                en: "This system knows no time zone named \(name). Use a name such as Asia/Shanghai.")
        case .unknownCurrency(let code):
            Text(
                zh: "“\(code)”不是币种代码。请填写三位大写字母的代码，例如 CNY。",
                en: "\(code) is not a currency code. Use three capital letters, such as CNY.")
        }
    }

    private static func inUse(_ path: String, _ pid: Int32?) -> Text {
        let zh = pid.map { "（进程号 \($0)）" } ?? ""
        let en = pid.map { " (process \($0))" } ?? ""
        return Text(
            zh: "数据目录“\(path)”正被另一个运筹进程使用\(zh)。请先停止该进程，或用 --data 指定其他目录。",
            en:
                "The data folder \(path) is in use by another Yunchou process\(en). Stop that process, or name another folder with --data."
        )
    }
}
