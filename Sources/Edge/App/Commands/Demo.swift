import ArgumentParser
import Collecting
import Kernel
import Store
import Warehouse

struct Demo: ProgramCommand {
    static let configuration = CommandConfiguration(
        abstract: say(
            "生成演示公司：三年的经营数据，预埋的真值写入 truth.json。",
            "Make the demonstration company: three years of data, with the planted truth in truth.json."))

    @OptionGroup var shared: SharedOptions
    @Option(help: help("客户数，例如 10k、1M。", "Number of customers, such as 10k or 1M.", valueName: "n"))
    var customers = "50k"
    @Option(help: help("随机种子：相同的种子生成相同的公司。", "The seed: the same seed makes the same company.", valueName: "seed"))
    var seed: UInt64 = 1
    @Option(help: help("数据的最后一天。默认为昨天。", "The last day with data. Default: yesterday.", valueName: "day"))
    var until: Day?
    @Flag(help: help("以 JSON 输出各表行数。", "Print the rows of each table as JSON."))
    var json = false

    func run(in program: Program, _ console: Console) async throws {
        let order = DemonstrationWork.Order(
            customers: try DemonstrationPlan.customers(customers), seed: seed, until: until)
        let outcome = try await DemonstrationWork(program: program).run(order, by: .commandLine, console.progress())
        let rows = outcome.rows.sorted { $0.key < $1.key }
        if json {
            console.say(verbatim: "{" + rows.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}")
        } else {
            for row in rows { console.say(verbatim: "\(row.key)\t\(row.value)") }
            console.say(
                Text(
                    zh: "演示公司已生成，预埋的真值见 \(program.folder.file(DemonstrationOutcome.truthFile))",
                    en:
                        "The demonstration company is ready. What is planted in it: \(program.folder.file(DemonstrationOutcome.truthFile))"
                ))
        }
    }
}
