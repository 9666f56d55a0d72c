import ArgumentParser
import Collecting
import Diagnosing
import Kernel

struct CohortCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "cohort", abstract: say("按首购月份查看客户留存。", "Follow customers by the month of their first order."))

    @OptionGroup var shared: SharedOptions
    @OptionGroup var output: OutputOptions
    @Option(
        help: help("截止日。默认为数据的最后一天。", "The last day that counts. Default: the last day of the data.", valueName: "day"))
    var asOf: Day?
    @Flag(help: help("以 JSON 输出。", "Print JSON."))
    var json = false

    private static let columns: [(key: String, title: Text)] = [
        ("cohort", Text(zh: "首购月份", en: "First order")), ("months_after", Text(zh: "之后第几个月", en: "Months after")),
        ("cohort_customers", Text(zh: "首购客户数", en: "Customers of the cohort")),
        ("active_customers", Text(zh: "当月购买客户数", en: "Still buying")), ("retention", Text(zh: "留存率", en: "Retention")),
    ]

    func run(in program: Program, _ console: Console) async throws {
        let day = try await DataDays(program.warehouse).lastOrderDay(or: asOf)
        let table = try await Cohorts(program.warehouse).table(asOf: day)
        let rows = table.cohorts.flatMap { cohort in
            cohort.active.enumerated().map { age, active -> [ExportCell] in
                [
                    .day(cohort.month), .count(age), .count(cohort.customers), .count(active),
                    .number(cohort.retention(after: age)),
                ]
            }
        }
        if try await output.write("cohorts", Self.columns, rows, in: program, console) { return }
        for cohort in table.cohorts {
            let month = String(cohort.month.description.prefix(7))
            if json {
                let active = cohort.active.map(String.init).joined(separator: ",")
                console.say(
                    verbatim: "{\"cohort\":\"\(month)\",\"customers\":\(cohort.customers),\"active\":[\(active)]}")
            } else {
                console.say(verbatim: ([month] + cohort.active.map(String.init)).joined(separator: "\t"))
            }
        }
    }
}
