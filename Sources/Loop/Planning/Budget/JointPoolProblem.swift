package import Kernel

/// Why what departments pay together cannot go on as asked, and what to do.
package enum JointPoolProblem: Problem, Hashable {
    case notAgreed(String)
    case agreedAlready(String)

    package var code: String {
        switch self {
        case .notAgreed: "pool.not_agreed"
        case .agreedAlready: "pool.agreed_already"
        }
    }

    package var kind: ProblemKind { .conflict }

    package var text: Text {
        switch self {
        case .notAgreed(let booking):
            Text(
                zh: "\(booking) 由其他部门出资，尚未确认。请先提交“确认出资”，经出资部门与财务同意后再开始。",
                en: "\(booking) is paid by another department that has not agreed. Ask for Agree to pay first."
            )
        case .agreedAlready(let booking):
            Text(
                zh: "\(booking) 的金额、出资部门与项目已经确认。如需修改，请先“重新商定”，修改后再次提交确认。",
                en: "Amount, payer and project of \(booking) are agreed. Use Agree anew, change them, then ask again."
            )
        }
    }
}
