import Kernel
import Planning
import Records

/// What a plan file would do, said on the terminal or as JSON lines.
struct PlanReport {
    let outcome: PlanOutcome
    let currency: Currency
    let json: Bool

    func say(_ console: Console) {
        if json { return sayJSON(console) }
        for refusal in outcome.refused {
            console.warn(
                Text(zh: "不能接受：", en: "Refused: ") + refusal.said + Text(verbatim: " [\(refusal.problem.code)]"))
        }
        if outcome.isEmpty {
            if outcome.refused.isEmpty { console.say(Text(zh: "没有差异。", en: "No difference.")) }
            return
        }
        for line in PlanEffect(outcome, currency: currency).words(in: console.language) { console.say(verbatim: line) }
        console.say(
            Text(
                zh:
                    "\n新增 \(outcome.made.count) 条，修改 \(outcome.changed.count) 条，不变 \(outcome.unchanged) 条，不能接受 \(outcome.refused.count) 条。",
                en:
                    "\nNew \(outcome.made.count), changed \(outcome.changed.count), unchanged \(outcome.unchanged), refused \(outcome.refused.count)."
            ))
    }

    private func sayJSON(_ console: Console) {
        func object(_ pairs: [(String, String)]) -> String {
            "{" + pairs.map { "\(JSONText.quoted($0.0)):\(JSONText.quoted($0.1))" }.joined(separator: ",") + "}"
        }
        for refusal in outcome.refused {
            let text = refusal.problem.text[console.language]
            console.say(
                verbatim: object([
                    ("kind", "refused"), ("key", refusal.key), ("line", String(refusal.line)),
                    ("code", refusal.problem.code), ("text", text),
                ]))
        }
        for made in outcome.made {
            console.say(
                verbatim: object([
                    ("kind", "new"), ("key", made.key), ("type", made.record.type.id), ("title", made.record.title),
                ]))
        }
        for change in outcome.changed {
            for field in change.changes {
                let text = FieldText(field.field, currency: currency)
                func said(_ value: RecordValue?) -> String {
                    text.text(of: value, in: console.language) { outcome.names.name($0, field.field) }
                }
                console.say(
                    verbatim: object([
                        ("kind", "changed"), ("key", change.before.code), ("type", change.before.type.id),
                        ("field", field.field.id), ("before", said(field.before)), ("after", said(field.after)),
                        ("asks", change.asks?.id ?? ""),
                    ]))
            }
        }
    }
}
