import Kernel
import Records

extension RecordType {
    static let certificateAward = RecordType(
        "certificate_award", Text(zh: "持证记录", en: "Certificate award"), prefix: "AWD", resource: .campaign,
        rows: ["SA-05"],
        meaning: Text(
            zh: "谁在哪一天通过了哪张证书、何时到期；到期未换证即失去对应权限。",
            en: "Who earned which certificate, when, and until when; without renewal its rights end."),
        title: Text(zh: "姓名与证书", en: "Person and certificate"),
        fields: [
            RecordField("certificate", Text(zh: "证书", en: "Certificate"), .link(to: "certificate"), required: true),
            RecordField(
                "holder", Text(zh: "持证人", en: "Holder"), .person,
                help: Text(zh: "没有系统账号的人员写在标题中", en: "People without an account stand in the title")),
            RecordField("training", Text(zh: "所属培训", en: "Training"), .link(to: "training")),
            RecordField("earned_on", Text(zh: "通过日期", en: "Earned on"), .day, required: true),
            RecordField("expires_on", Text(zh: "到期日", en: "Expires on"), .day),
            RecordField(
                "score", Text(zh: "考核得分", en: "Score"),
                .number(NumberForm(unit: Text(zh: "分", en: "points"), in: 0...100, decimals: 1))), .region, .note,
        ],
        states: StateMap(
            [
                RecordState("valid", Text(zh: "有效", en: "Valid"), .good),
                RecordState("expired", Text(zh: "已过期", en: "Expired"), .warning),
                RecordState("revoked", Text(zh: "已吊销", en: "Revoked"), .danger, isLocked: true),
            ],
            moves: [
                StateMove("expire", Text(zh: "标记过期", en: "Expire"), from: ["valid"], to: "expired"),
                StateMove("renew", Text(zh: "换证", en: "Renew"), from: ["expired"], to: "valid", needs: ["expires_on"]),
                StateMove(
                    "revoke", Text(zh: "吊销", en: "Revoke"), from: ["valid", "expired"], to: "revoked", reason: true),
            ]),
        views: [.calendar(on: "expires_on"), .board(by: nil)])
}
