package import Kernel

/// Why an approval cannot go on as asked, and what to do.
package enum ApprovalProblem: Problem, Hashable {
    case noRoute(code: String)
    case alreadyOpen(code: String)
    case noDecider(step: Text)
    case notOpen(state: ApprovalRequest.State)
    case notYours
    case ownRequest
    case textMissing
    case changedMeanwhile(code: String)
    case delegateUnfit
    case needsRequest(code: String)
    case routeUnfit(Text)

    package var code: String {
        switch self {
        case .noRoute: "approval.no_route"
        case .alreadyOpen: "approval.already_open"
        case .noDecider: "approval.no_decider"
        case .notOpen: "approval.not_open"
        case .notYours: "approval.not_yours"
        case .ownRequest: "approval.own_request"
        case .textMissing: "approval.text_missing"
        case .changedMeanwhile: "approval.changed_meanwhile"
        case .delegateUnfit: "approval.delegate_unfit"
        case .needsRequest: "approval.needs_request"
        case .routeUnfit: "approval.route_unfit"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .notYours, .ownRequest: .forbidden
        case .textMissing, .delegateUnfit, .routeUnfit: .invalid
        default: .conflict
        }
    }

    package var place: ProblemPlace? {
        switch self {
        case .textMissing: ProblemPlace(field: "text")
        case .delegateUnfit: ProblemPlace(field: "to")
        default: nil
        }
    }

    package var text: Text {
        switch self {
        case .noRoute(let code):
            Text(zh: "没有适用于 \(code) 的审批流程，请先在“审批流程”中设置。", en: "No approval route fits \(code). Set one up first.")
        case .alreadyOpen(let code): Text(zh: "\(code) 已在审批中。", en: "\(code) is waiting for approval already.")
        case .noDecider(let step):
            Text(
                zh: "“\(step.zh)”环节没有可用的审批人（申请人本人不能审批，停用账号不计）。请调整审批流程或指定他人。",
                en:
                    "Nobody can decide the step \(step.en): requesters never decide their own, and disabled accounts do not count. Change the route."
            )
        case .notOpen(let state):
            Text(zh: "该申请已结束（\(state.name.zh)），不能再操作。", en: "This request is over: \(state.name.en.lowercased()).")
        case .notYours: Text(zh: "该申请当前不由您审批。", en: "This request does not wait for you.")
        case .ownRequest: Text(zh: "不能审批本人提交的申请。", en: "Nobody decides her own request.")
        case .textMissing: Text(zh: "请填写意见，说明需要修改的内容或理由。", en: "Say what has to change, or why.")
        case .changedMeanwhile(let code):
            Text(
                zh: "\(code) 在申请后已被修改，原申请已作废，请重新提交。",
                en: "\(code) was changed since; the request is void. Send a new one.")
        case .delegateUnfit:
            Text(
                zh: "请选择另一位可用的同事；不能选择申请人或已在本环节的审批人。",
                en: "Choose another active colleague, neither the requester nor somebody who decides this step already."
            )
        case .needsRequest(let code):
            Text(zh: "此操作须经审批，请先为 \(code) 提交申请。", en: "This step needs approval: send a request for \(code) first.")
        case .routeUnfit(let why): Text(zh: "审批流程设置有误：\(why.zh)", en: "The route cannot be used: \(why.en)")
        }
    }
}

extension ApprovalRequest.State {
    package var name: Text {
        switch self {
        case .open: Text(zh: "审批中", en: "Open")
        case .approved: Text(zh: "已通过", en: "Approved")
        case .rejected: Text(zh: "已驳回", en: "Rejected")
        case .returned: Text(zh: "已退回修改", en: "Returned")
        case .withdrawn: Text(zh: "已撤回", en: "Withdrawn")
        case .voided: Text(zh: "因修改作废", en: "Void after a change")
        }
    }
}
