import Kernel
import Records

/// The pool that marketing shares with sales and product (BU-10): what another department pays is hers to agree to.
enum JointPool {
    /// Departments that pay beside marketing and decide of their own part; by the code of `payer`.
    static let coOwners: Set<String> = ["sales", "product"]

    static func isShared(_ booking: Record?) -> Bool {
        booking?.text("payer").map(coOwners.contains) ?? false
    }
}

extension RecordRule {
    /// What a co-owner pays begins only once agreed, and keeps amount, payer and project until it is agreed anew.
    static let jointPool: RecordRule = RecordRule { _, _, act in
        guard let before = act.before else { return }
        switch act.step {
        case .move("start") where before.state == "planned" && JointPool.isShared(act.record):
            throw JointPoolProblem.notAgreed(before.code)
        case .change where ["agreed", "running"].contains(before.state):
            let isShared = JointPool.isShared(before) || JointPool.isShared(act.record)
            if isShared, ["cost", "payer", "project"].contains(where: act.changes) {
                throw JointPoolProblem.agreedAlready(before.code)
            }
        default: break
        }
    }
}
