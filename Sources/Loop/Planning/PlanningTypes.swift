import Kernel
package import Records

/// The kinds of managed content, in the order in which people find them. A new type is declared in `Types/` and listed here.
package enum PlanningTypes {
    package static let areas: [RecordArea] = [
        RecordArea(
            "market", Text(zh: "市场与竞争", en: "Market and rivals"),
            [
                .pestCard, .macroRule, .fiveForcesSheet, .fiveForcesIndicator, .buyerConcentrationNote, .competitor,
                .competitorProduct,
                .competitorSign, .responsePlaybook, .trendSignal, .scenarioCard, .researchStudy, .researchWave,
                .researchNote,
                .marketSegment, .segmentSize, .shareLever, .segmentChoice, .persona, .valueProposition, .positioning,
            ]),
        RecordArea(
            "strategy", Text(zh: "战略与目标", en: "Strategy and goals"),
            [
                .strategyPlan, .strategyMeasure, .measureCheckpoint, .phase, .milestone, .swotEntry, .priorityItem,
                .goal, .objective,
                .keyResult, .checkIn, .adjustmentPlan, .handbookVersion,
                .resourceItem, .competitiveAdvantage, .governanceBody, .bodySeat, .scoreCriterion,
            ]),
        RecordArea(
            "portfolio", Text(zh: "产品组合", en: "Portfolio"),
            [
                .lifecyclePlaybook, .exitAssessment, .portfolioReview, .productAction, .roadmapItem, .productTeam,
                .strategicBucket,
                .developmentProject, .portfolioJudgement,
            ]),
        RecordArea(
            "brand", Text(zh: "品牌与内容", en: "Brand and content"),
            [
                .theme, .subTheme, .themeRollout, .calendarEntry, .contentItem, .assetLibraryItem, .platformPlaybook,
                .brandStory, .ipPersona,
            ]),
        RecordArea(
            "budget", Text(zh: "预算资料", en: "Budget records"),
            [
                .budget, .budgetLine, .spendRequest, .budgetTransfer, .poolDraw, .marketingProject, .resourceBooking,
                .mixTarget, .budgetRule,
            ]),
        RecordArea(
            "regions", Text(zh: "区域与海外", en: "Regions and overseas"),
            [
                .regionScore, .regionPlan, .teamPlan, .cultureTraining, .overseasMarket,
            ]),
        RecordArea(
            "risk", Text(zh: "风险与应急", en: "Risk and emergency"),
            [.risk, .emergencyPlan, .emergencyStep, .incident, .incidentReview]),
        RecordArea(
            "work", Text(zh: "执行与协同", en: "Work"),
            [
                .workPlan, .task, .workdayException, .stageGate, .sopTemplate, .standupNote, .sharedNotice,
                .sharedDecision, .toolScorecard, .rolloutStage,
                .bestPractice,
            ]),
        RecordArea(
            "people", Text(zh: "人员与培训", en: "People"), [.dealerCamp, .training, .certificate, .certificateAward]),
    ]

    package static let all: [RecordType] = areas.flatMap(\.types)
}
