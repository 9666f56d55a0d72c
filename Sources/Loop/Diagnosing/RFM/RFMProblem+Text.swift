package import Kernel

extension RFMProblem {
    package var text: Text {
        switch self {
        case .cutCount, .cutOrder, .cutRange, .lookBack: settingText
        case .schemeTwice, .cellsWithoutTier, .ruleNeverUsed, .tierUnknown, .schemeMissing, .tierWithoutCells,
            .rulesChangedMeanwhile:
            schemeText
        default: runText
        }
    }

    private var runText: Text {
        switch self {
        case .noCustomers(let day):
            Text(
                zh: "截至 \(day) 没有可评分的客户：没有关联到客户的已付款订单。请先导入订单，或选择更晚的统计日。",
                en:
                    "Nobody to score up to \(day): there is no paid order with a customer. Import orders first, or choose a later day."
            )
        case .asOfBeforeHistory(let day, let latest, let standing):
            Text(
                zh: "\(standing.name.zh)分层已记录到 \(latest)，不能再写入更早的 \(day)。如只想查看 \(day) 的结果，请改用“试算”。",
                en:
                    "\(standing.name.en) tiers are already recorded up to \(latest), so \(day) cannot be added before it. "
                    + "To look at \(day) only, make a trial run.")
        case .runMissing(let id):
            Text(
                zh: "没有编号为 \(id) 的 RFM 评分。请从评分记录中选择。",
                en: "There is no RFM run number \(id). Choose one from the list of runs.")
        case .noRun:
            Text(zh: "还没有做过 RFM 评分。请先运行一次评分。", en: "No RFM run has been made yet. Run the scoring first.")
        case .scoresDropped(let id):
            Text(
                zh: "第 \(id) 次评分的客户明细已被更新的评分取代，只保留了汇总。请选择最新一次评分，或重新试算该日。",
                en: "The customers of run \(id) were replaced by a later run; only its totals are kept. "
                    + "Choose the latest run, or make a trial run for that day.")
        case .customerMissing(let number):
            Text(
                zh: "本次评分中没有客户 \(number)：该客户不存在，或统计期内没有已付款订单。",
                en: "Customer \(number) is not in this run: there is no such customer, or no paid order in the period.")
        default: settingText
        }
    }

    private var settingText: Text {
        switch self {
        case .cutCount(let dimension, let found):
            Text(
                zh: "“\(dimension.name.zh)”需要 4 个分界点（对应 2、3、4、5 分），现在有 \(found) 个。",
                en: "\(dimension.name.en) needs 4 cut points (for the scores 2, 3, 4 and 5); there are \(found).")
        case .cutOrder(.recency):
            Text(
                zh: "“最近消费”的分界点应从大到小排列且互不相同，例如 180、90、60、30 天。",
                en: "Cut points of Recency must fall from one to the next, for example 180, 90, 60, 30 days.")
        case .cutOrder(let dimension):
            Text(
                zh: "“\(dimension.name.zh)”的分界点应从小到大排列且互不相同。",
                en: "Cut points of \(dimension.name.en) must rise from one to the next.")
        case .cutRange(let dimension):
            Text(
                zh: "“\(dimension.name.zh)”的分界点不能为负数，也不能超出可用范围，请检查单位。",
                en: "Cut points of \(dimension.name.en) must not be negative or beyond all bounds. Check the unit.")
        case .lookBack(let days):
            Text(
                zh: "统计期为 \(days) 天，应在 1 到 36500 天之间；留空表示统计全部历史。",
                en:
                    "A look-back of \(days) days is not possible: give 1 to 36,500 days, or leave it empty for all history."
            )
        default: Text(verbatim: code)
        }
    }

    private var schemeText: Text {
        switch self {
        case .schemeTwice(let ids):
            Text(
                zh: "分层方案的编号不能重复：\(ids.joined(separator: "、"))。",
                en: "Two tier schemes have the same id: \(ids.joined(separator: ", ")).")
        case .cellsWithoutTier(let scheme, let cells):
            Text(
                zh: "分层方案“\(scheme.zh)”有 \(cells.count) 个 RFM 单元格没有归属（如 \(Self.sample(cells))）。请补充规则，或在最后加一条兜底规则。",
                en:
                    "Tier scheme “\(scheme.en)” leaves \(cells.count) RFM cells without a tier (such as \(Self.sample(cells))). "
                    + "Add a rule, or a last rule for all the rest.")
        case .ruleNeverUsed(let scheme, let rule):
            Text(
                zh: "分层方案“\(scheme.zh)”的第 \(rule) 条规则永远不会生效：前面的规则已覆盖它的全部单元格。请调整顺序或删除。",
                en:
                    "Rule \(rule) of tier scheme “\(scheme.en)” never applies: earlier rules take all of its cells. Reorder or delete it."
            )
        case .tierUnknown(let scheme, let tier):
            Text(
                zh: "分层方案“\(scheme.zh)”的规则用到了未定义的层级“\(tier)”。",
                en: "A rule of tier scheme “\(scheme.en)” names the tier “\(tier)”, which the scheme does not define.")
        case .tierWithoutCells(let scheme, let tier):
            Text(
                zh: "分层方案“\(scheme.zh)”的层级“\(tier.zh)”没有任何规则，不会有客户。请为它补充一条规则。",
                en: "No rule of tier scheme “\(scheme.en)” leads to the tier “\(tier.en)”. Add a rule for it.")
        case .rulesChangedMeanwhile(let scheme):
            Text(
                zh: "“\(scheme.zh)”的规则在你编辑期间已被他人修改。你的修改还在下面、尚未保存；请对照“版本”中的最新一版，再次保存会以你的规则为新版本。",
                en:
                    "Somebody else changed the rules of “\(scheme.en)” while you edited them. Yours stand below and are not saved. "
                    + "Compare them with the newest version listed; saving again makes yours the next version.")
        case .schemeMissing(let scheme):
            Text(zh: "没有名为“\(scheme)”的分层方案。", en: "There is no tier scheme called “\(scheme)”.")
        default: Text(verbatim: code)
        }
    }

    private static func sample(_ cells: [Int]) -> String {
        cells.prefix(3).map(String.init).joined(separator: ", ")
    }
}
