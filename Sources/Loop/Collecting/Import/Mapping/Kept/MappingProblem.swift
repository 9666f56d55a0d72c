package import Kernel

/// What may be wrong with a mapping that is to be kept.
package enum MappingProblem: Problem, Hashable {
    case missing(String)
    case nameUnfit
    case nameTaken(String)
    case nameShipped(String)
    case changedMeanwhile(String)
    case notRemoved(Int64)
    case sourceMissing(field: Text)
    case codeUnknown(field: Text, code: String, codes: [String])

    package var code: String {
        switch self {
        case .missing: "mapping.missing"
        case .nameUnfit: "mapping.name_unfit"
        case .nameTaken: "mapping.name_taken"
        case .nameShipped: "mapping.name_shipped"
        case .changedMeanwhile: "mapping.changed_meanwhile"
        case .notRemoved: "mapping.not_removed"
        case .sourceMissing: "mapping.source_missing"
        case .codeUnknown: "mapping.code_unknown"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .missing, .notRemoved: .missing
        case .nameTaken, .changedMeanwhile: .conflict
        default: .invalid
        }
    }

    package var place: ProblemPlace? {
        switch self {
        case .nameUnfit, .nameTaken, .nameShipped: ProblemPlace(field: "name")
        default: nil
        }
    }

    package var text: Text {
        switch self {
        case .missing(let name):
            Text(
                zh: "没有映射“\(name)”，可能已被删除。请在“数据 → 映射”中查看现有的映射。",
                en: "There is no mapping “\(name)”; it may have been deleted. See Data → Mappings for those that exist."
            )
        case .nameUnfit:
            Text(
                zh: "请填写映射名称：不超过 \(Mapping.longestName) 个字，不含斜杠和换行。",
                en:
                    "Give the mapping a name of at most \(Mapping.longestName) characters, without slashes and line breaks."
            )
        case .nameTaken(let name):
            Text(
                zh: "已有名为“\(name)”的映射。请换一个名称，或更新原有的映射。",
                en: "There is a mapping called “\(name)” already. Take another name, or update that one.")
        case .nameShipped(let name):
            Text(zh: "“\(name)”是内置映射的名称，请换一个。", en: "“\(name)” is the name of a shipped mapping. Take another one.")
        case .changedMeanwhile(let name):
            Text(
                zh: "映射“\(name)”在你编辑期间已被他人修改。请重新打开后再改，或另存为新映射。",
                en:
                    "Somebody else changed the mapping “\(name)” while you edited it. Open it again, or save yours under another name."
            )
        case .notRemoved(let entry):
            Text(
                zh: "审计记录 \(entry) 不是可以恢复的映射删除，或该映射已恢复。请在“数据 → 映射 → 已删除”中选择。",
                en:
                    "Audit entry \(entry) is no removal of a mapping that can be put back, or it was put back already. Choose one under Data → Mappings → Deleted."
            )
        case .sourceMissing(let field):
            Text(
                zh: "请为必填字段“\(field.zh)”选择对应的列，或填写固定值。",
                en: "Choose the column that fills “\(field.en)”, or give it a fixed value; it is required.")
        case .codeUnknown(let field, let code, let codes):
            Text(
                zh: "字段“\(field.zh)”没有代码“\(code)”，可用的代码：\(codes.joined(separator: "、"))。",
                en: "“\(field.en)” has no code “\(code)”. It has: \(codes.joined(separator: ", ")).")
        }
    }
}
