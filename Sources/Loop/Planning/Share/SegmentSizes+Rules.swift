import Kernel
import Records

extension RecordRule {
    /// A size is above zero, its days follow each other, and no two sizes of a segment share a day: a share that counts a
    /// day twice would be wrong without anybody seeing it (S-02).
    static let segmentSizes: RecordRule = RecordRule { db, records, act in
        guard act.step == .create || act.step == .change || act.step == .restore else { return }
        let record = act.record
        guard let size = SegmentSize(record) else {
            if record.whole("sales") ?? 0 <= 0 {
                throw record.trouble(
                    "sales",
                    Text(
                        zh: "须大于 0：不知道规模就不要录入这一期，份额会显示“没有规模”而不是 0。",
                        en: "This must be above zero. Leave out a period whose size is unknown: its share then says so."
                    ))
            }
            throw record.trouble("ends_on", Text(zh: "早于开始日期。", en: "This lies before the first day."))
        }
        let twin = try records.all(db, .segmentSize, where: "segment", is: size.segment).compactMap(SegmentSize.init)
            .first { $0.id != size.id && $0.days.start < size.days.end && size.days.start < $0.days.end }
        guard let twin else { return }
        throw record.trouble(
            "starts_on",
            Text(
                zh: "与 \(twin.record.code)（\(twin.days.start) 至 \(twin.days.lastDay)）日期重叠，同一天不能计两次；请改日期，或直接修改那一条。",
                en:
                    "These days overlap with \(twin.record.code) (\(twin.days.start) to \(twin.days.lastDay)); a day counts once. Change the days, or that record."
            ))
    }
}
