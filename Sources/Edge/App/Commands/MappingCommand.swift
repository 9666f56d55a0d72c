import ArgumentParser
import Collecting
import Foundation
import Kernel
import Store

struct MappingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mapping", abstract: say("管理导入映射。", "Manage the mappings of imports."),
        subcommands: [List.self, Show.self, Save.self, Remove.self])

    struct List: ProgramCommand {
        static let configuration = CommandConfiguration(
            abstract: say("列出保存的与内置的映射。", "List the kept and the shipped mappings."))

        @OptionGroup var shared: SharedOptions
        @Flag(help: help("以 JSON 输出，每个映射一行。", "Print JSON, one mapping a line."))
        var json = false

        func run(in program: Program, _ console: Console) async throws {
            for kept in try await KeptMappingStore(program.store).all() {
                let line = MappingLine(kept.mapping, isShipped: false, usedAt: kept.usedAt, uses: kept.uses)
                console.say(verbatim: json ? line.json : line.plain(console.language))
            }
            for mapping in ShippedMappings.all {
                let line = MappingLine(mapping, isShipped: true, usedAt: nil, uses: 0)
                console.say(verbatim: json ? line.json : line.plain(console.language))
            }
        }
    }

    struct Show: ProgramCommand {
        static let configuration = CommandConfiguration(
            abstract: say("输出一个映射的文件内容（JSON）。", "Print a mapping as the file it can be saved from (JSON)."))

        @OptionGroup var shared: SharedOptions
        @Flag(help: help("在一行内输出。", "Print it on one line."))
        var json = false
        @Argument(help: help("映射名称，或映射文件。", "The mapping's name, or a mapping file.", valueName: "name"))
        var name: String

        func run(in program: Program, _ console: Console) async throws {
            let mapping = try await MappingChoice.read(name, KeptMappingStore(program.store), console.path)
            let text = String(decoding: try json ? mapping.compactJSON() : mapping.json(), as: UTF8.self)
            console.say(verbatim: text)
        }
    }

    struct Save: ProgramCommand {
        static let configuration = CommandConfiguration(
            abstract: say("保存一个映射文件；同名的映射会被更新。", "Keep a mapping file; a mapping of the same name is updated."))

        @OptionGroup var shared: SharedOptions
        @Option(
            help: help(
                "保存为这个名称；不给则用文件中的名称。", "The name to keep it under; the one in the file when absent.", valueName: "name")
        )
        var name: String?
        @Flag(help: help("以 JSON 输出结果。", "Print JSON."))
        var json = false
        @Argument(
            help: help("映射文件，或要复制的映射名称。", "The mapping file, or the name of a mapping to copy.", valueName: "file"))
        var file: String

        func run(in program: Program, _ console: Console) async throws {
            let store = KeptMappingStore(program.store)
            var mapping = try await MappingChoice.read(file, store, console.path)
            if let name { mapping.name = name }
            let saved = try await store.keep(mapping, by: .commandLine)
            if json {
                return console.say(
                    verbatim: MappingLine(saved.mapping, isShipped: false, usedAt: saved.usedAt, uses: saved.uses).json)
            }
            console.say(Text(zh: "已保存映射“\(saved.name)”。", en: "The mapping “\(saved.name)” is kept."))
        }
    }

    struct Remove: ProgramCommand {
        static let configuration = CommandConfiguration(abstract: say("删除一个保存的映射。", "Delete a kept mapping."))

        @OptionGroup var shared: SharedOptions
        @Flag(help: help("以 JSON 输出结果。", "Print JSON."))
        var json = false
        @Argument(help: help("映射名称。", "The mapping's name.", valueName: "name"))
        var name: String

        func run(in program: Program, _ console: Console) async throws {
            let store = KeptMappingStore(program.store)
            guard let kept = try await store.named(name) else { throw MappingProblem.missing(name) }
            try await store.remove(kept.id, by: .commandLine)
            if json { return console.say(verbatim: "{\"removed\":\(JSONText.quoted(kept.name))}") }
            console.say(Text(zh: "已删除映射“\(kept.name)”。", en: "The mapping “\(kept.name)” is deleted."))
        }
    }
}
