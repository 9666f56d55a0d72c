import Foundation
package import Kernel

/// Whether one purchase was cut into several to stay under the limit: requests that belong together by supplier or line
/// within some days count as one (BU-06).
package struct SplitCheck: Sendable {
    /// A request, as far as the check goes.
    package struct Claim: Sendable, Identifiable {
        package let id: Int64
        package let code: String
        package let line: Int64
        package let supplier: String
        package let author: String
        package let amount: Int64
        package let at: Instant

        package init(id: Int64, code: String, line: Int64, supplier: String, author: String, amount: Int64, at: Instant)
        {
            self.id = id
            self.code = code
            self.line = line
            self.supplier = SplitCheck.key(supplier)
            self.author = author
            self.amount = amount
            self.at = at
        }
    }

    /// The others that count together with the request.
    package let related: [Claim]
    package let own: Int64
    package let limit: Int64

    /// - Parameter others: requests under approval, approved or paid; drafts and cancelled ones don't count.
    package init(_ claim: Claim, among others: [Claim], _ constants: BudgetConstants) {
        let reach = Int64(constants.splitDays) * 86_400
        own = claim.amount
        limit = constants.singleLimit
        related = others.filter { other in
            guard other.id != claim.id, abs(other.at.seconds - claim.at.seconds) <= reach else { return false }
            if other.supplier == claim.supplier, !claim.supplier.isEmpty { return true }
            switch constants.splitScope {
            case .supplier: return false
            case .supplierOrOwnLine: return other.line == claim.line && other.author == claim.author
            case .supplierOrLine: return other.line == claim.line
            }
        }
    }

    package var combined: Int64 { related.reduce(own) { $0 + $1.amount } }
    /// Each under the limit by itself, above it together.
    package var isSplit: Bool { own <= limit && combined > limit }
    package var isLarge: Bool { combined > limit }

    /// One name for the ways of writing a supplier: width, case, blanks, signs and the legal form aside.
    static func key(_ supplier: String) -> String {
        var key = supplier.precomposedStringWithCompatibilityMapping.lowercased()
            .filter { $0.isLetter || $0.isNumber }
        for form in ["股份有限公司", "有限责任公司", "有限公司", "coltd", "ltd", "inc", "llc"]
        where key.hasSuffix(form) && key.count > form.count {
            key.removeLast(form.count)
            break
        }
        return key
    }
}
