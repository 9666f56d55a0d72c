package import Kernel

/// Why a handbook cannot be published as asked, and what to do.
package enum HandbookProblem: Problem, Hashable {
    case empty
    case notByHand
    case notAsked
    case notPublished(String)

    package var code: String {
        switch self {
        case .empty: "handbook.empty"
        case .notByHand: "handbook.not_by_hand"
        case .notAsked: "handbook.not_asked"
        case .notPublished: "handbook.not_published"
        }
    }
    package var kind: ProblemKind {
        switch self {
        case .notPublished: .missing
        default: .conflict
        }
    }
    package var text: Text {
        switch self {
        case .empty:
            Text(
                zh: "还没有已批准或生效的内容可以汇编。请先让战略规划、目标或预算生效。",
                en:
                    "Nothing is approved or in use yet that a handbook could hold. Put a strategy plan, goals or a budget into force first."
            )
        case .notByHand:
            Text(
                zh: "现行手册在新版发布时自动被取代，不能手工操作。",
                en: "A handbook is superseded when the next one is published, never by hand.")
        case .notAsked:
            Text(zh: "没有随审批冻结的内容，请重新提交审批。", en: "No content was frozen with the request: ask for approval again.")
        case .notPublished(let code):
            Text(zh: "\(code) 尚未发布。", en: "\(code) is not published.")
        }
    }
}
