import Kernel
package import Records

extension RecordType {
    package static let workdayException = RecordType(
        "workday_exception", Text(zh: "工作日例外", en: "Working-day exception"), prefix: "WDAY", resource: .campaign,
        rows: ["WF-02"],
        meaning: Text(
            zh: "与日历不同的日子：公司放假、调休上班、新公布的节假日；所有计划的排程都按它计算。",
            en: "Days that differ from the calendar: company holidays, make-up work days; every schedule follows them."),
        title: Text(zh: "事由", en: "Reason"),
        fields: [
            RecordField("from_on", Text(zh: "日期", en: "Day"), .day, required: true),
            RecordField("until_on", Text(zh: "至（含）", en: "Until, included"), .day),
            RecordField(
                "kind", Text(zh: "这一天", en: "That day"),
                .choice([
                    Choice("off", Text(zh: "休息", en: "Is off"), .warning),
                    Choice("working", Text(zh: "上班", en: "Is worked"), .good),
                ]), required: true),
            .source,
        ],
        views: [.calendar(on: "from_on")])
}
