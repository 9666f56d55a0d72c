import Kernel

/// What programs get wrong when they send records.
enum APIProblem: Problem {
    case notJSON
    case versionMissing
    case queryMissing
    case sizeUnfit(most: Int)
    case fileNameMissing

    var code: String {
        switch self {
        case .notJSON: "api.not_json"
        case .versionMissing: "api.version_missing"
        case .queryMissing: "api.query_missing"
        case .sizeUnfit: "api.size_unfit"
        case .fileNameMissing: "api.file_name_missing"
        }
    }
    var kind: ProblemKind { .invalid }
    var place: ProblemPlace? {
        switch self {
        case .notJSON: nil
        case .versionMissing: ProblemPlace(field: "version")
        case .queryMissing: ProblemPlace(field: "query")
        case .sizeUnfit: ProblemPlace(field: "size")
        case .fileNameMissing: ProblemPlace(field: "name")
        }
    }
    var text: Text {
        switch self {
        case .notJSON:
            Text(
                zh: "请求内容须为一个 JSON 对象，值为文本、数字、布尔、数组或 null。",
                en: "Send one JSON object whose values are texts, numbers, booleans, lists or null.")
        case .versionMissing:
            Text(zh: "请在 version 中注明修改所依据的版本号。", en: "Name in version the version that the change starts from.")
        case .queryMissing:
            Text(zh: "请在 query 中写明 GraphQL 查询。", en: "Write the GraphQL query into query.")
        case .sizeUnfit(let most):
            Text(zh: "size 须在 1 至 \(most) 之间。", en: "size is between 1 and \(most).")
        case .fileNameMissing:
            Text(
                zh: "请在地址中以 name 给出文件名，如 ?name=合同.pdf。", en: "Give the file's name in the address: ?name=contract.pdf.")
        }
    }
}
