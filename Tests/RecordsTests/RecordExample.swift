import Kernel
import Store
import TestKit

@testable import Records

/// A competitor and the signs we saw of it: one of every kind of field.
extension RecordType {
    static let rival = RecordType(
        "rival", Text(zh: "竞争对手", en: "Competitor"), prefix: "RIV", rows: ["M-05"],
        meaning: Text(zh: "跟踪主要竞争对手。", en: "Keeps track of rivals."),
        fields: [
            RecordField(
                "segment", Text(zh: "细分", en: "Segment"),
                .choice([
                    Choice("mass", Text(zh: "大众", en: "Mass")), Choice("premium", Text(zh: "高端", en: "Premium"), .info),
                ]), required: true),
            RecordField("strength", Text(zh: "强度", en: "Strength"), .scale(1...5)),
            RecordField("revenue", Text(zh: "营收", en: "Revenue"), .money, resource: .budget),
            RecordField("region", Text(zh: "区域", en: "Region"), .region),
            RecordField("watcher", Text(zh: "负责人", en: "Watcher"), .person),
            RecordField("parent", Text(zh: "母公司", en: "Parent"), .link(to: "rival")),
        ])

    static let sign = RecordType(
        "sign", Text(zh: "市场信号", en: "Market sign"), prefix: "SIGN", rows: ["M-06", "M-07"],
        meaning: Text(zh: "记录看到的动作。", en: "What was seen."),
        fields: [
            RecordField("story", Text(zh: "经过", en: "Story"), .longText),
            RecordField(
                "kinds", Text(zh: "类型", en: "Kinds"),
                .choices([
                    Choice("price", Text(zh: "价格", en: "Price")), Choice("launch", Text(zh: "上新", en: "Launch")),
                    Choice("promotion", Text(zh: "促销", en: "Promotion")),
                ])),
            RecordField(
                "effect", Text(zh: "影响", en: "Effect"),
                .number(NumberForm(unit: Text(zh: "分", en: "points"), in: -10...10))),
            RecordField("share", Text(zh: "份额", en: "Share"), .share),
            RecordField("seen_on", Text(zh: "日期", en: "Seen on"), .day),
            RecordField("is_sure", Text(zh: "已证实", en: "Confirmed"), .flag),
            RecordField("rivals", Text(zh: "涉及对手", en: "Rivals"), .links(to: "rival")),
            RecordField("metric", Text(zh: "指标", en: "Metric"), .metric),
            RecordField("source", Text(zh: "来源", en: "Source"), .web),
        ],
        views: [.calendar(on: "seen_on")])
}

/// A store with accounts and the two example types.
struct RecordExample {
    let clock = VirtualClock(at: Instant(seconds: 1_800_000_000))
    let store: Store
    let records: RecordStore
    let marketing: RecordAuthor
    let sales: RecordAuthor
    let south: RecordAuthor

    init(_ types: [RecordType] = [.rival, .sign], longFrom: Int64 = RecordSchema.longFrom) async throws {
        store = try Store(inMemory: clock.clock)
        records = try RecordStore(
            store, RecordCatalog(types), currency: .cny, metrics: { $0 == "revenue" },
            regions: { ["east", "south"].contains($0) }, longFrom: longFrom)
        let accounts = AccountStore(store, hasher: PasswordHasher(cost: .least))
        func author(_ name: String, _ role: Role, regions: Set<String> = []) async throws -> RecordAuthor {
            RecordAuthor(
                try await accounts.add(
                    AccountDraft(name: name, roles: [role], regions: regions), password: "correct horse 9",
                    by: .commandLine))
        }
        marketing = try await author("林静", .marketing)
        sales = try await author("Wang Lei", .sales)
        south = try await author("south", .regionManager, regions: ["south"])
    }

    @discardableResult
    func rival(_ title: String, _ more: RecordValues = [:]) async throws -> Record {
        try await records.create(
            .rival, ["title": .text(title), "segment": .text("mass")].merging(more) { _, new in new }, by: marketing)
    }
}
