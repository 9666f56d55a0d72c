import ArgumentParser
import Kernel
import Records
import Store

struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: say("管理 API 令牌。", "Manage API tokens."),
        subcommands: [Create.self, List.self, Revoke.self])

    struct Create: ProgramCommand {
        static let configuration = CommandConfiguration(
            abstract: say("创建令牌；密文只显示一次。", "Create a token; its secret is shown once."))

        @OptionGroup var shared: SharedOptions
        @Option(help: help("令牌所属的账号。", "The account it acts for.", valueName: "account"))
        var user: String
        @Option(help: help("令牌名称。", "A name to know it by.", valueName: "name"))
        var name = "api"
        @Option(
            help: help(
                "权限范围，可重复，例如 view 或 import:data。", "Scope, may be repeated: view, export:metric …", valueName: "scope"))
        var scope: [String] = ["view"]
        @Option(help: help("有效天数；不给则长期有效。", "Days until it ends; without it, it does not end.", valueName: "days"))
        var days: Int?
        @Flag(help: help("以 JSON 输出。", "Print JSON."))
        var json = false

        func run(in program: Program, _ console: Console) async throws {
            let account = try await AccountStore(program.store).named(user)
            let scopes = Set(try scope.map(TokenScope.parse))
            let end = days.map { program.clock.now() + .seconds($0 * 86_400) }
            let made = try await TokenStore(program.store).create(
                named: name, for: account, scopes: scopes, expiresAt: end, by: .commandLine)
            if json {
                console.say(verbatim: "{\"id\":\(made.token.id),\"token\":\(JSONText.quoted(made.secret.text))}")
            } else {
                console.say(verbatim: made.secret.text)
            }
        }
    }

    struct List: ProgramCommand {
        static let configuration = CommandConfiguration(
            abstract: say("列出令牌（不含密文）。", "List the tokens, without their secrets."))

        @OptionGroup var shared: SharedOptions

        func run(in program: Program, _ console: Console) async throws {
            let names = Dictionary(
                uniqueKeysWithValues: try await AccountStore(program.store).all().map { ($0.id, $0.name) })
            for token in try await TokenStore(program.store).tokens() {
                let scopes = token.scopes.map(\.description).sorted().joined(separator: " ")
                let state =
                    token.isAlive(at: program.clock.now()) ? Text(zh: "有效", en: "alive") : Text(zh: "已失效", en: "ended")
                console.say(
                    verbatim:
                        "\(token.id)\t\(names[token.accountID] ?? "?")\t\(token.name)\t\(scopes)\t\(state[console.language])"
                )
            }
        }
    }

    struct Revoke: ProgramCommand {
        static let configuration = CommandConfiguration(abstract: say("撤销令牌。", "Revoke a token."))

        @OptionGroup var shared: SharedOptions
        @Argument(help: help("令牌编号（见 token list）。", "The token's number (see token list).", valueName: "id"))
        var id: Int64

        func run(in program: Program, _ console: Console) async throws {
            try await TokenStore(program.store).revoke(id, by: .commandLine)
            console.say(Text(zh: "已撤销令牌 \(id)。", en: "Revoked token \(id)."))
        }
    }
}
