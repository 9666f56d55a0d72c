import ArgumentParser
import Foundation
import Kernel
import Warehouse

struct MetricCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "metric", abstract: say("计算一个指标；不给编号则列出全部指标。", "Compute one metric; without an id, list them all.")
    )

    @OptionGroup var shared: SharedOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: help("指标编号，例如 revenue。", "The metric's id, such as revenue.", valueName: "id"))
    var id: String?
    @Option(
        help: help(
            "起始日。默认为数据最后一天所在月的第一天。", "First day. Default: the first of the month of the data's last day.",
            valueName: "day"))
    var from: Day?
    @Option(
        help: help("结束日（含）。默认为数据的最后一天。", "Last day, included. Default: the last day of the data.", valueName: "day"))
    var to: Day?
    @Option(
        help: help(
            "按维度拆分，例如 region、channel。", "Split by a dimension, such as region or channel.", valueName: "dimension"))
    var by: String?
    @Option(
        help: help(
            "逐期计算：day、week、month、quarter 或 year。", "One value for each day, week, month, quarter or year.",
            valueName: "grain"))
    var grain: Grain?
    @Flag(help: help("以 JSON 输出。", "Print JSON."))
    var json = false

    func run(in program: Program, _ console: Console) async throws {
        guard let id else { return list(console) }
        guard let metric = Metric.named(id) else { throw DataProblem.unknownMetric(id, like: Metric.all.map(\.id)) }
        let dimension = try by.map { try MetricCommand.dimension($0, of: metric) }
        try await RollUpRefresh(warehouse: program.warehouse, clock: program.clock).run(console.progress())
        let periods = try await periods(program.warehouse)
        let answer = try await MetricReader(program.warehouse).answer(
            MetricQuestion([metric], in: periods, by: dimension))
        let report = MetricReport(metric, answer, program.warehouse)
        if try await output.write(
            "metric:\(metric.id)", MetricReport.columns, report.cells(console.language), in: program, console)
        {
            return
        }
        console.write(.out, json ? try report.json() : report.table(console.language))
    }

    private func list(_ console: Console) {
        for metric in Metric.all {
            let name =
                json
                ? "{\"id\":\"\(metric.id)\",\"zh\":\(JSONText.quoted(metric.name.zh)),\"en\":\(JSONText.quoted(metric.name.en)),\"unit\":\"\(metric.unit.rawValue)\"}"
                : "\(metric.id)\t\(metric.name[console.language])"
            console.say(verbatim: name)
        }
    }

    private static func dimension(_ name: String, of metric: Metric) throws -> MetricDimension {
        guard let dimension = MetricDimension(rawValue: name), metric.dimensions.contains(dimension) else {
            throw DataProblem.unknownDimension(name, offered: metric.dimensions.map(\.rawValue))
        }
        return dimension
    }

    private func periods(_ warehouse: Warehouse) async throws -> [Period] {
        let last = try await to == nil ? DataDays(warehouse).lastOrderDay(or: nil) : to ?? Day(daysSince1970: 0)
        let first = from ?? Grain.month.start(of: last)
        guard first <= last else { throw DataProblem.emptyPeriod(from: first, to: last) }
        let whole = Period(from: first, upTo: last + 1)
        guard let grain else { return [whole] }
        var periods: [Period] = []
        var start = first
        while start < whole.end {
            let end = min(grain.advance(grain.start(of: start), by: 1), whole.end)
            periods.append(Period(from: start, upTo: end))
            start = end
        }
        return periods
    }
}

extension Grain: ExpressibleByArgument {}
