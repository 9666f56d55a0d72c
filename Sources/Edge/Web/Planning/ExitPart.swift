import Kernel
import Planning
import Records

/// Exit scores of products that were assessed (PP-02), and what they propose beside what was decided.
enum ExitPart {
    static func html(_ records: RecordStore, _ reader: RecordAuthor) async throws -> HTML {
        guard let type = records.catalog.type("exit_assessment") else { return HTML() }
        let model = try await ScoreModel.of(type, records, for: reader)
        let assessed = try await records.list(type, RecordQuery(), limit: 500, for: reader).records
        if assessed.isEmpty {
            return card {
                emptyState(
                    "scale", Text(zh: "还没有退出评估", en: "Nothing assessed yet"),
                    Text(
                        zh: "在“生命周期”中对衰退期商品点“评估退出”，给三项因素打分。",
                        en: "Choose “Assess exit” at a declining product under Life cycle, and score the three factors."
                    )
                ) {
                    if reader.may(.edit, type) {
                        a(.class("btn btn-primary"), .href(RecordDesk.path(type) + "/new")) {
                            Text(zh: "新建退出评估", en: "New assessment")
                        }
                    }
                }
            }
        }
        let rows = assessed.map { (record: $0, score: model.score($0)) }
            .sorted { ($0.score ?? -1, $1.record.number) > ($1.score ?? -1, $0.record.number) }
            .map { Row(record: $0.record, score: $0.score) }
        return card(Text(zh: "退出评分", en: "Exit scores"), note: note(model), flush: true) { table(rows, type) }
    }

    private struct Row: Sendable {
        let record: Record
        let score: Double?
    }

    private static func note(_ model: ScoreModel) -> Text {
        let weights = model.criteria.map { criterion in
            let mark = criterion.isReversed ? Text(zh: "（反向）", en: " (reversed)") : Text(verbatim: "")
            return criterion.name + mark + Text(verbatim: " \(Figure.percent(criterion.weight, 0))")
        }
        return Text(
            zh: "0–100 分，越高越应退出：≥ 60 退出，40–60 收割，< 40 维持。权重：" + weights.map(\.zh).joined(separator: "、"),
            en: "0 to 100, the higher the more it speaks for exit: from 60 exit, from 40 harvest, below keep. Weights: "
                + weights.map(\.en).joined(separator: ", "))
    }

    private static func table(_ rows: [Row], _ type: RecordType) -> HTML {
        DataTable<Row>(
            Text(zh: "退出评分", en: "Exit scores"), rows: rows,
            columns: [
                .init(Text(zh: "产品", en: "Product")) { row in
                    a(.class("record-link"), .href(RecordDesk.path(row.record))) {
                        span(.class("record-code")) { row.record.code }
                        row.record.title
                    }
                },
                .init(Text(zh: "得分", en: "Score")) { row in
                    guard let score = row.score else { return HTML(verbatim: "—") }
                    return div(.class("score-bar")) {
                        shareBar(score / 100)
                        span(.class("num")) { Figure.decimal(score, 0) }
                    }
                },
                .init(Text(zh: "建议", en: "Proposal")) { row in
                    guard let score = row.score else {
                        return span(.class("quiet")) { Text(zh: "请补全打分", en: "Scores are missing") }
                    }
                    return RecordCell.choice(choice(ExitProposal(score).rawValue, type), "")
                },
                .init(Text(zh: "结论", en: "Decision")) { row in
                    guard case .text(let code)? = row.record["decision"] else { return span(.class("quiet")) { "—" } }
                    return RecordCell.choice(choice(code, type), code)
                },
                .init(Text(zh: "状态", en: "State")) { row in RecordListPart.state(row.record) },
            ]
        ).html
    }

    private static func choice(_ code: String, _ type: RecordType) -> Choice? {
        type.field("decision")?.kind.choiceList.first { $0.id == code }
    }
}
