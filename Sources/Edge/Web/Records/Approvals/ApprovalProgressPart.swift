import Kernel
import Records

/// How far a request is: its steps, who said what, how a body's votes stand, and who is still waited for.
struct ApprovalProgressPart: Sendable {
    let request: ApprovalRequest
    let words: ApprovalWords
    let visit: Visit

    var html: HTML {
        HTML {
            if request.isStranded { stranded }
            ol(.class("route-steps")) {
                for (place, step) in request.steps.enumerated() {
                    li {
                        strong { step.name }
                        span(.class("quiet")) { words.who(step.people) }
                        if place > request.step || (place == request.step && request.seats.isEmpty) {
                            p(.class("cell-sub")) { Text(zh: "尚未开始", en: "Not opened yet") }
                        } else {
                            opened(place, step)
                        }
                    }
                }
            }
        }
    }

    /// Nobody is left: who can do what about it.
    private var stranded: HTML {
        notice(
            .danger,
            Text(
                zh: "本环节已没有人可以审批（账号停用、席位空缺或申请人回避）。请申请人撤回，由管理员在“审批流程”或“机构席位”中补充人员后重新提交。",
                en:
                    "Nobody is left who can decide this step: accounts are disabled, seats vacant, or it is the requester's own. Withdraw the request, let an administrator name people in the routes or the body's seats, and send it again."
            ))
    }

    @HTMLBuilder
    private func opened(_ place: Int, _ step: ApprovalStep) -> HTML {
        let seats = request.seats.filter { $0.step == place }
        group(seats.filter { !$0.isEscalation }, ballot(place, false), words.rule(step))
        let called = seats.filter(\.isEscalation)
        if !called.isEmpty {
            p(.class("called")) {
                icon("arrow-up")
                Text(zh: "已升级至：", en: "Escalated to: ")
                ballot(place, true).map { Text(verbatim: $0.name) } ?? Text(zh: "以下人员", en: "those below")
            }
            group(called, ballot(place, true), Text(zh: "任一同意", en: "any one"))
        }
        if place == request.step, request.state == .open {
            if request.dueAt != nil {
                p(.class("row-wrap")) {
                    span(.class("quiet")) { Text(zh: "截止", en: "Until") }
                    ApprovalPages.due(request, visit)
                }
            }
        }
    }

    private func ballot(_ place: Int, _ isEscalation: Bool) -> ApprovalBallot? {
        request.ballots.first { $0.step == place && $0.isEscalation == isEscalation }
    }

    @HTMLBuilder
    private func group(_ seats: [ApprovalSeat], _ ballot: ApprovalBallot?, _ rule: Text) -> HTML {
        if let ballot { votes(ballot, seats) } else { p(.class("cell-sub")) { rule } }
        ul(.class("seat-list")) {
            for seat in seats { li { self.seat(seat) } }
        }
    }

    /// `过半数同意 · 已表决 2 / 法定 2 · 共 3 席`
    private func votes(_ ballot: ApprovalBallot, _ seats: [ApprovalSeat]) -> HTML {
        let cast = seats.filter { $0.decision != nil && $0.decision != .handedOver }.count
        let yes = seats.filter { $0.decision == .approve }.count
        let cadence = words.bodies.first { $0.id == ballot.bodyID }?.cadence
        return HTML {
            p(.class("cell-sub")) {
                ballot.rule.name
                if let cadence { Text(zh: " · 会议：\(cadence.zh)", en: " · meets \(cadence.en.lowercased())") }
            }
            p(.class("row-wrap")) {
                badge(
                    Text(zh: "参加 \(cast)/\(ballot.quorum)", en: "\(cast) of \(ballot.quorum) present"),
                    cast >= ballot.quorum ? .good : .neutral)
                span(.class("num")) {
                    Text(
                        zh: "同意 \(yes) · 反对 \(cast - yes) · 共 \(ballot.seats) 席",
                        en: "\(yes) yes · \(cast - yes) no · \(ballot.seats) seats")
                }
            }
        }
    }

    @HTMLBuilder
    private func seat(_ seat: ApprovalSeat) -> HTML {
        div(.class("history-head")) {
            span { seat.name }
            if seat.isChair { span(.class("mark mark-info")) { Text(zh: "召集人", en: "Chair") } }
            if let other = seat.standsFor { span(.class("quiet")) { Text(zh: "代 \(other)", en: "for \(other)") } }
            decision(seat)
            if let at = seat.decidedAt { span(.class("quiet num")) { Figure.moment(at, in: visit.app.zone) } }
        }
        if let text = seat.text { p(.class("cell-sub")) { text } }
    }

    private func decision(_ seat: ApprovalSeat) -> HTML {
        switch seat.decision {
        case .approve: badge(ApprovalDecision.approve.name, .good)
        case .reject: badge(ApprovalDecision.reject.name, .bad)
        case .return: badge(ApprovalDecision.return.name, .attention)
        case .handedOver: badge(ApprovalDecision.handedOver.name)
        case nil where seat.isGone: badge(Text(zh: "账号已停用", en: "Account disabled"))
        case nil where request.state == .open && seat.step == request.step:
            badge(Text(zh: "待定", en: "Waiting"), .busy)
        case nil: badge(Text(zh: "未表态", en: "Silent"))
        }
    }
}
