import ArgumentParser
import Diagnosing
import Kernel

struct CohortCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "cohort", abstract: say("按首购月份查看客户留存。", "Follow customers by the month of their first order."))

    @OptionGroup var shared: SharedOptions
    @Option(help: help("截止日。默认为数据的最后一天。", "The last day that counts. Default: the last day of the data.", valueName: "day"))
    var asOf: Day?
    @Flag(help: help("以 JSON 输出。", "Print JSON."))
    var json = false

    func run(in program: Program, _ console: Console) async throws {
        let day = try await DataDays(program.warehouse).lastOrderDay(or: asOf)
        let table = try await Cohorts(program.warehouse).table(asOf: day)
        for cohort in table.cohorts {
            let month = String(cohort.month.description.prefix(7))
            if json {
                let active = cohort.active.map(String.init).joined(separator: ",")
                console.say(verbatim: "{\"cohort\":\"\(month)\",\"customers\":\(cohort.customers),\"active\":[\(active)]}")
            } else {
                console.say(verbatim: ([month] + cohort.active.map(String.init)).joined(separator: "\t"))
            }
        }
    }
}
