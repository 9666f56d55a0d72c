package import Kernel

/// What can be wrong with a scoring run or its settings, said to the person who can mend it.
package enum RFMProblem: Problem, Hashable {
    case noCustomers(asOf: Day)
    case asOfBeforeHistory(asOf: Day, latest: Day, RFMStanding)
    case runMissing(Int64)
    case noRun
    case scoresDropped(Int64)
    case customerMissing(String)
    case cutCount(RFMDimension, found: Int)
    case cutOrder(RFMDimension)
    case cutRange(RFMDimension)
    case lookBack(Int)
    case schemeTwice([String])
    case cellsWithoutTier(scheme: Text, cells: [Int])
    case ruleNeverUsed(scheme: Text, rule: Int)
    case tierUnknown(scheme: Text, tier: String)
    case tierWithoutCells(scheme: Text, tier: Text)
    case rulesChangedMeanwhile(scheme: Text)
    case schemeMissing(String)

    package var code: String {
        switch self {
        case .noCustomers: "rfm.no_customers"
        case .asOfBeforeHistory: "rfm.as_of_before_history"
        case .runMissing: "rfm.run_missing"
        case .noRun: "rfm.no_run"
        case .scoresDropped: "rfm.scores_dropped"
        case .customerMissing: "rfm.customer_missing"
        case .cutCount: "rfm.cut_count"
        case .cutOrder: "rfm.cut_order"
        case .cutRange: "rfm.cut_range"
        case .lookBack: "rfm.look_back"
        case .schemeTwice: "rfm.scheme_twice"
        case .cellsWithoutTier: "rfm.cells_without_tier"
        case .ruleNeverUsed: "rfm.rule_never_used"
        case .tierUnknown: "rfm.tier_unknown"
        case .tierWithoutCells: "rfm.tier_without_cells"
        case .rulesChangedMeanwhile: "rfm.rules_changed_meanwhile"
        case .schemeMissing: "rfm.scheme_missing"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .noCustomers, .runMissing, .noRun, .scoresDropped, .customerMissing, .schemeMissing: .missing
        case .asOfBeforeHistory, .rulesChangedMeanwhile: .conflict
        case .cutCount, .cutOrder, .cutRange, .lookBack, .schemeTwice, .cellsWithoutTier, .ruleNeverUsed, .tierUnknown,
            .tierWithoutCells:
            .invalid
        }
    }

    package var place: ProblemPlace? {
        switch self {
        case .cutCount(let dimension, _), .cutOrder(let dimension), .cutRange(let dimension):
            ProblemPlace(field: dimension.rawValue)
        case .lookBack: ProblemPlace(field: "look_back_days")
        default: nil
        }
    }
}
