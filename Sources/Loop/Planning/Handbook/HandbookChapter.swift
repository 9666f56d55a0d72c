import Kernel
import Records

/// What the handbook is made of, in the order of its chapters: kinds of records and the states in which they count.
struct HandbookChapter: Sendable {
    struct Part: Sendable {
        let type: RecordType
        let states: Set<String>
        /// A link to a record that has to stand in the handbook too: lines of a budget that is in force.
        let within: String?

        init(_ type: RecordType, in states: Set<String>, within: String? = nil) {
            self.type = type
            self.states = states
            self.within = within
        }
    }

    let id: String
    let title: Text
    let parts: [Part]

    static let all = [
        HandbookChapter(
            id: "insight", title: Text(zh: "现状与洞察", en: "Where we stand"),
            parts: [
                Part(.pestCard, in: watched), Part(.fiveForcesSheet, in: ["final"]), Part(.competitor, in: watched),
                Part(.trendSignal, in: watched), Part(.swotEntry, in: watched), Part(.resourceItem, in: ["active"]),
                Part(.competitiveAdvantage, in: ["claimed", "proven"]),
            ]),
        HandbookChapter(
            id: "strategy", title: Text(zh: "战略与阶段", en: "Strategy and phases"),
            parts: [
                Part(.strategyPlan, in: ["active"]), Part(.strategyMeasure, in: ["active"], within: "plan"),
                Part(.measureCheckpoint, in: ["active"], within: "measure"),
                Part(.phase, in: ["planned", "running"], within: "plan"),
                Part(.milestone, in: ["open", "at_risk", "reached"], within: "phase"),
                Part(.priorityItem, in: work),
            ]),
        HandbookChapter(
            id: "goals", title: Text(zh: "目标与关键结果", en: "Goals and key results"),
            parts: [
                Part(.goal, in: ["active"]), Part(.objective, in: ["aligned"]),
                Part(.keyResult, in: ["planned", "running", "done"], within: "objective"),
            ]),
        HandbookChapter(
            id: "market", title: Text(zh: "人群、定位与价值主张", en: "People, positioning, proposition"),
            parts: [
                Part(.segmentChoice, in: ["chosen"]), Part(.persona, in: ["active"]),
                Part(.valueProposition, in: ["current"]), Part(.positioning, in: ["active"]),
            ]),
        HandbookChapter(
            id: "portfolio", title: Text(zh: "产品组合", en: "Portfolio"),
            parts: [
                Part(.lifecyclePlaybook, in: ["active"]), Part(.strategicBucket, in: ["active"]),
                Part(.roadmapItem, in: work),
            ]),
        HandbookChapter(
            id: "brand", title: Text(zh: "品牌与内容", en: "Brand and content"),
            parts: [
                Part(.theme, in: ["active"]), Part(.subTheme, in: work, within: "theme"),
                Part(.brandStory, in: ["active"]), Part(.platformPlaybook, in: ["active"]),
            ]),
        HandbookChapter(
            id: "budget", title: Text(zh: "预算", en: "Budget"),
            parts: [
                Part(.budget, in: ["active"]), Part(.budgetLine, in: ["open"], within: "budget"),
                Part(.mixTarget, in: ["active"]), Part(.budgetRule, in: ["active"]),
            ]),
        HandbookChapter(
            id: "work", title: Text(zh: "举措与日历", en: "Work and calendar"),
            parts: [
                Part(.workPlan, in: ["active"]), Part(.regionPlan, in: ["active"]), Part(.calendarEntry, in: work),
            ]),
        HandbookChapter(
            id: "risk", title: Text(zh: "风险与应急", en: "Risks and emergencies"),
            parts: [
                Part(.risk, in: ["watched", "warned"]), Part(.emergencyPlan, in: ["active"]),
                Part(.emergencyStep, in: ["active"], within: "plan"),
            ]),
        HandbookChapter(
            id: "rule", title: Text(zh: "治理与规则", en: "Who decides"),
            parts: [
                Part(.governanceBody, in: ["active"]), Part(.bodySeat, in: ["active"], within: "body"),
                Part(.adjustmentPlan, in: ["approved", "carried_out"]),
            ]),
    ]

    private static let watched: Set<String> = ["watching"]
    private static let work: Set<String> = ["planned", "running"]
}
