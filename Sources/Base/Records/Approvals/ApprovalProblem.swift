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
    case delegateDays
    /// Names from somebody back to herself.
    case delegateRing([String])
    case needsRequest(code: String)
    case needsNone(move: Text)
    case routeUnfit(Text, field: String)
    case routeChanged(name: String)
    /// A governance body of that name cannot decide.
    case bodyUnfit(String, BodyTrouble)

    package enum BodyTrouble: Hashable, Sendable {
        /// Retired or archived.
        case gone
        case empty
        case quorum(needs: Int, has: Int, of: Int)
        case noChair
        case vacant(seat: String)
    }

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
        case .delegateDays: "approval.delegate_days"
        case .delegateRing: "approval.delegate_ring"
        case .needsRequest: "approval.needs_request"
        case .needsNone: "approval.needs_none"
        case .routeUnfit: "approval.route_unfit"
        case .routeChanged: "approval.route_changed"
        case .bodyUnfit: "approval.body_unfit"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .notYours, .ownRequest: .forbidden
        case .textMissing, .delegateUnfit, .delegateDays, .delegateRing, .routeUnfit: .invalid
        default: .conflict
        }
    }

    package var place: ProblemPlace? {
        switch self {
        case .textMissing: ProblemPlace(field: "text")
        case .delegateUnfit, .delegateRing: ProblemPlace(field: "to")
        case .delegateDays: ProblemPlace(field: "last")
        case .routeUnfit(_, let field): ProblemPlace(field: field)
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
                zh: "“\(step.zh)”没有可用的审批人：申请人本人、停用账号、只有系统管理职责或无权查看此类记录的账号不计。请由管理员在“审批流程”中调整，或请他人提交。",
                en:
                    "Nobody can decide \(step.en): requesters, disabled accounts, mere administrators and those who may not see such records do not count. An administrator changes the route, or somebody else sends the request."
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
                zh: "请选择另一位可用且有权查看此类记录的同事；不能选择申请人、本环节已有的审批人或仅有系统管理职责的账号。",
                en:
                    "Choose another active colleague who may see such records: neither the requester, nor somebody who decides this step already, nor a mere administrator."
            )
        case .delegateDays: Text(zh: "结束日期不能早于开始日期。", en: "The last day lies before the first.")
        case .delegateRing(let names):
            Text(
                zh: "代理关系会形成循环：\(names.joined(separator: " → "))，届时无人在岗。请另选代理人或错开日期。",
                en:
                    "Stand-ins would go in a ring: \(names.joined(separator: " → ")), and nobody would be there. Choose somebody else or other days."
            )
        case .needsRequest(let code):
            Text(zh: "此操作须经审批，请先为 \(code) 提交申请。", en: "This step needs approval: send a request for \(code) first.")
        case .needsNone(let move):
            Text(zh: "“\(move.zh)”不需要审批，请直接操作。", en: "\(move.en) needs no approval: just do it.")
        case .routeUnfit(let why, _): Text(zh: "审批流程设置有误：\(why.zh)", en: "The route cannot be used: \(why.en)")
        case .routeChanged(let name):
            Text(
                zh: "流程“\(name)”刚被他人修改，请刷新后在最新版本上调整。",
                en: "Somebody else has just changed the route \(name). Load it again and change the latest version.")
        case .bodyUnfit(let name, let trouble): Self.text(name, trouble)
        }
    }

    private static func text(_ name: String, _ trouble: BodyTrouble) -> Text {
        switch trouble {
        case .gone:
            Text(
                zh: "机构“\(name)”已停用或归档。请恢复该机构，或在“审批流程”中改选其他机构。",
                en: "The body \(name) is retired or archived. Bring it back, or choose another one in the route.")
        case .empty:
            Text(
                zh: "机构“\(name)”没有可表决的成员：席位空缺、账号停用、无权查看此类记录，或只有申请人本人。请在“机构席位”中补充成员或代理人。",
                en:
                    "The body \(name) has nobody who can vote: its seats are vacant, held by disabled accounts, by people who may not see such records, or by the requester. Fill its seats or name deputies."
            )
        case .quorum(let needs, let has, let seats):
            Text(
                zh: "机构“\(name)”达不到法定人数：\(seats) 个表决席位须有 \(needs) 人参加，目前只有 \(has) 人可表决。请补充席位成员或代理人，或调低该机构的法定人数。",
                en:
                    "The body \(name) cannot reach its quorum: \(needs) of \(seats) seats must take part, and \(has) can vote. Fill its seats, name deputies, or lower its quorum."
            )
        case .noChair:
            Text(
                zh: "机构“\(name)”由召集人决定，但召集人空缺、不在岗或就是申请人。请指定召集人或其代理人。",
                en: "In \(name) the chair decides, and there is none, or it is the requester. Name a chair or a deputy."
            )
        case .vacant(let seat):
            Text(
                zh: "机构“\(name)”要求各职能均通过，但“\(seat)”没有可表决的成员。请在“机构席位”中补充成员或代理人。",
                en:
                    "In \(name) every function must pass, and nobody can vote for the seat \(seat). Fill it or name a deputy."
            )
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
