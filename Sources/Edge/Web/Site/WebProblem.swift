package import Kernel

/// What the shell itself may have to say to a visitor.
package enum WebProblem: Problem, Hashable {
    case pageUnknown
    case methodUnknown(allowed: [Method])
    case formExpired
    /// The file of an export in the background is not there: not yet, or no longer.
    case exportGone
    case bodyTooLarge(limitBytes: Int)
    case fieldWrong(String, Text)

    package var code: String {
        switch self {
        case .pageUnknown: "web.page_unknown"
        case .methodUnknown: "web.method_unknown"
        case .formExpired: "web.form_expired"
        case .exportGone: "web.export_gone"
        case .bodyTooLarge: "web.body_too_large"
        case .fieldWrong: "web.field_wrong"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .pageUnknown, .methodUnknown, .exportGone: .missing
        case .formExpired: .forbidden
        case .bodyTooLarge: .tooLarge
        case .fieldWrong: .invalid
        }
    }

    package var place: ProblemPlace? {
        if case .fieldWrong(let field, _) = self { return ProblemPlace(field: field) }
        return nil
    }

    package var text: Text {
        switch self {
        case .pageUnknown:
            Text(
                zh: "这里没有页面。网址可能写错，或内容已被移走；请从左侧导航重新进入。",
                en:
                    "There is no page here. The address may be mistyped or the content moved; start again from the navigation."
            )
        case .methodUnknown:
            Text(zh: "这个地址不接受这种请求方式。", en: "This address does not take that kind of request.")
        case .formExpired:
            Text(
                zh: "表单已失效，未做任何更改。请返回上一页，刷新后重新提交。",
                en: "This form is no longer valid and nothing was changed. Go back, reload the page and send it again.")
        case .exportGone:
            Text(
                zh: "导出文件尚未生成，或已超过保留期限被删除。请回到列表重新导出。",
                en:
                    "This export has no file: it is not finished, or its time is over. Go back to the list and export it again."
            )
        case .bodyTooLarge(let limit):
            Text(
                zh: "提交的内容超过上限（\(size(limit))），未做任何更改。请减小后重试。",
                en:
                    "What was sent exceeds the limit of \(size(limit)); nothing was changed. Make it smaller and try again."
            )
        case .fieldWrong(_, let text): text
        }
    }

    private func size(_ bytes: Int) -> String {
        bytes >= 1 << 20 ? "\(bytes >> 20) MB" : "\(max(1, bytes >> 10)) KB"
    }
}
