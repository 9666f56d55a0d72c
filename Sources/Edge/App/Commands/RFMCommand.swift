import ArgumentParser
import Collecting
import Diagnosing
import Kernel
import Store
import Warehouse

struct RFMCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "rfm",
        abstract: say(
            "按最近消费、频率、金额为所有客户打分（RFM），并划分两套分层。",
            "Score all customers by recency, frequency and amount (RFM), in two tier schemes."))

    @OptionGroup var shared: SharedOptions
    @OptionGroup var output: OutputOptions
    @Option(
        help: help(
            "截止日（含当日订单）。默认为数据的最后一天。", "Orders up to and including this day count. Default: the last day of the data.",
            valueName: "day"))
    var asOf: Day?
    @Option(help: help("只看截止日前若干天的订单。", "Only orders of so many days before it.", valueName: "days"))
    var lookBack: Int?
    @Option(
        help: help(
            "同时列出这些客户编号的得分，可重复。", "Also show the scores of this customer number, may be repeated.",
            valueName: "customer"))
    var customer: [String] = []
    @Flag(help: help("以 JSON 输出。", "Print JSON."))
    var json = false

    private static let columns: [(key: String, title: Text)] = [
        ("scheme", Text(zh: "方案", en: "Scheme")), ("tier", Text(zh: "层级", en: "Tier")),
        ("customers", Text(zh: "客户数", en: "Customers")), ("share", Text(zh: "占比", en: "Share")),
    ]

    func run(in program: Program, _ console: Console) async throws {
        let rfm = try await RFM(program.warehouse, clock: program.clock)
        let day = try await DataDays(program.warehouse).lastOrderDay(or: asOf)
        let standing = try await rfm.standing(forRunByHandAsOf: day)
        var options = try await program.store.read { try RFMOptionStore(program.store).options($0) }
        options.lookBackDays = lookBack ?? options.lookBackDays
        let run = try await rfm.run(asOf: day, standing: standing, options: options, progress: console.progress())
        let report = try await rfm.report(on: run, customers: customer)
        let language = console.language
        let rows = report.schemes.flatMap { scheme in
            scheme.tiers.map { tier -> [ExportCell] in
                [.text(scheme.name[language]), .text(tier.name[language]), .count(tier.customers), .number(tier.share)]
            }
        }
        if try await output.write("rfm.tiers", Self.columns, rows, in: program, console) { return }
        if json {
            console.write(.out, try report.json())
        } else {
            show(report, console)
        }
    }

    private func show(_ report: RFMReport, _ console: Console) {
        console.say(
            Text(
                zh:
                    "截止 \(report.run.asOf)（时区 \(report.run.zone)）：\(report.run.customers) 位客户，\(report.run.orders) 张订单，占用 \(report.cellsUsed) 个 RFM 单元格",
                en:
                    "As of \(report.run.asOf) (zone \(report.run.zone)): \(report.run.customers) customers, \(report.run.orders) orders, \(report.cellsUsed) RFM cells in use"
            ))
        for scheme in report.schemes {
            console.say(verbatim: scheme.name[console.language])
            for tier in scheme.tiers {
                let share = Int((tier.share * 1000).rounded())
                console.say(
                    verbatim: "  \(tier.name[console.language])\t\(tier.customers)\t\(share / 10).\(share % 10) %")
            }
        }
    }
}
