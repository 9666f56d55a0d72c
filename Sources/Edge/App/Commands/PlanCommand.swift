import ArgumentParser
import Foundation
import Kernel
import Planning
import Records
import Web

/// The plan as text: written out, compared, and turned into a change request.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: say(
            "把整个方案写成文本，预览改动，提交为调整方案。", "The plan as text: write it out, see what a change would do, ask for it."),
        subcommands: [Export.self, Diff.self, Apply.self])

    struct Export: ProgramCommand {
        static let configuration = CommandConfiguration(
            abstract: say("把方案输出为 YAML（不含已归档的记录）。", "Print the plan as YAML, without archived records."))

        @OptionGroup var shared: SharedOptions
        @Option(
            help: help(
                "只输出这种记录，可重复，例如 goal、budget_line。", "Only this kind of record, may be repeated: goal, budget_line …",
                valueName: "type"))
        var type: [String] = []
        @Option(
            name: .customLong("out"),
            help: help("写入文件；不给则输出到标准输出。", "Write to this file instead of standard output.", valueName: "file"))
        var file: String?

        func run(in program: Program, _ console: Console) async throws {
            let catalog = program.desk.records.catalog
            for name in type where catalog.type(name) == nil { throw PlanFileProblem.unknownType(name) }
            let types = catalog.types.filter { type.isEmpty || type.contains($0.id) }
            let text = try await PlanTextStore(program.desk.records).text(of: types)
            let written = PlanFileWriter(catalog: catalog, language: console.language).file(text)
            guard let file else { return console.write(.out, written) }
            let path = console.path(file)
            try written.write(toFile: path, atomically: true, encoding: .utf8)
            console.say(Text(zh: "已写出 \(text.count) 条记录到 \(path)", en: "Wrote \(text.count) records to \(path)"))
        }
    }

    struct Diff: ProgramCommand {
        static let configuration = CommandConfiguration(
            abstract: say(
                "显示改过的文件会怎样影响目标、预算与日期；不做任何修改。",
                "Show what a changed file would do to goals, budget and dates; nothing is changed."),
            discussion: say(
                "退出码：0 没有差异；1 有差异；65 文件或内容有误；75 文件已过期（有记录在导出后被改过）。",
                "Exit codes: 0 no difference; 1 differences; 65 wrong file or content; 75 out of date (a record was changed since)."
            ))

        @OptionGroup var shared: SharedOptions
        @OptionGroup var taking: PlanTakingOptions
        @Option(
            help: help(
                "按此账号的权限检查；不给则按本机操作员。", "Check with the rights of this account; without it, the operator's.",
                valueName: "account"))
        var user: String?

        func run(in program: Program, _ console: Console) async throws {
            let text = try PlanFileReader.read(path: console.path(taking.file))
            let author: RecordAuthor =
                if let user { RecordAuthor(try await AccountStore(program.store).named(user)) } else { .commandLine }
            let outcome = try await PlanTextStore(program.desk.records)
                .rehearse(text, asNew: taking.asNew, by: author)
            PlanReport(outcome: outcome, currency: program.desk.records.currency, json: taking.json).say(console)
            if !outcome.refused.isEmpty { throw ExitCode.of(PlanTextProblem.refused(outcome.refused).kind) }
            if !outcome.isEmpty { throw ExitCode(1) }
        }
    }

    struct Apply: ProgramCommand {
        static let configuration = CommandConfiguration(
            abstract: say(
                "把文件提交为一份待审批的调整方案；批准后在页面上执行。",
                "File the changes as an adjustment that waits for approval; once approved, it is carried out on its page."
            ),
            discussion: say(
                "有一条记录不能接受时，整个文件都不提交（退出码 65 或 75）；加 --skip-refused 则略过这些记录。",
                "One record that cannot be taken refuses the file (exit code 65 or 75); --skip-refused leaves such records out."
            ))

        @OptionGroup var shared: SharedOptions
        @OptionGroup var taking: PlanTakingOptions
        @Option(help: help("以此账号提交，按其权限检查。", "The account that asks; its rights count.", valueName: "account"))
        var user: String
        @Option(help: help("调整方案的名称。", "What the adjustment is called.", valueName: "title"))
        var title: String?
        @Option(help: help("情况与依据。", "Situation and evidence.", valueName: "text"))
        var reason: String
        @Flag(help: help("略过不能接受的记录。", "Leave out records that cannot be taken."))
        var skipRefused = false

        func run(in program: Program, _ console: Console) async throws {
            let text = try PlanFileReader.read(path: console.path(taking.file))
            let account = try await AccountStore(program.store).named(user)
            let name = URL(fileURLWithPath: taking.file).lastPathComponent
            let usual = Text(zh: "按文件 \(name) 调整", en: "Changes of \(name)")[console.language]
            let (request, outcome) = try await PlanTextStore(program.desk.records)
                .file(
                    text, title: String((title ?? usual).prefix(200)), situation: reason, skipping: skipRefused,
                    asNew: taking.asNew, in: console.language, asking: program.desk.approvals,
                    by: RecordAuthor(account))
            PlanReport(outcome: outcome, currency: program.desk.records.currency, json: taking.json).say(console)
            if taking.json {
                return console.say(verbatim: "{\"kind\":\"request\",\"code\":\(JSONText.quoted(request.code))}")
            }
            console.say(
                Text(
                    zh: "\n已提交调整方案 \(request.code)，等待审批；批准后由有权编辑的人在页面上“执行”。",
                    en:
                        "\nThe adjustment \(request.code) is filed and waits for approval. Once approved, carry it out on its page."
                ))
        }
    }
}

/// What comparing and asking take alike.
struct PlanTakingOptions: ParsableArguments {
    @Argument(help: help("方案文件（YAML）。", "The plan file (YAML).", valueName: "file"))
    var file: String
    @Flag(
        help: help(
            "把文件中的记录都当作新记录，例如以去年的方案起草今年的方案。",
            "Take every record as a new one: to begin this year from last year's plan."))
    var asNew = false
    @Flag(help: help("以 JSON 输出，每条一行。", "Print JSON, one object a line."))
    var json = false
}
