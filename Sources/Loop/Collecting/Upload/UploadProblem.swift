package import Kernel

/// What may be wrong with a file that was sent in.
package enum UploadProblem: Problem, Hashable {
    case missing
    case empty(String)
    case folderUnwritable(why: String)

    package var code: String {
        switch self {
        case .missing: "upload.missing"
        case .empty: "upload.empty"
        case .folderUnwritable: "upload.folder_unwritable"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .missing: .missing
        case .empty: .invalid
        case .folderUnwritable: .unavailable
        }
    }

    package var text: Text {
        switch self {
        case .missing:
            Text(
                zh: "找不到这个上传文件。上传的文件只对上传者和管理员可见，保留 \(UploadShelf.keptDays) 天；请重新上传。",
                en:
                    "There is no such upload. Uploads are seen by their sender and administrators and kept for \(UploadShelf.keptDays) days; upload the file again."
            )
        case .empty(let name):
            Text(zh: "文件“\(name)”是空的，请检查后重新上传。", en: "“\(name)” is empty. Check it and upload it again.")
        case .folderUnwritable(let why):
            Text(
                zh: "上传的文件无法保存：\(why)。请管理员检查数据文件夹的磁盘空间和写入权限。",
                en:
                    "The upload could not be kept: \(why). Ask an administrator to check disk space and permissions of the data folder."
            )
        }
    }
}
