import ArgumentParser
import Collecting
import Kernel
import Records
import Store

struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: say("管理账号。", "Manage accounts."),
        subcommands: [Add.self, List.self, Password.self])

    struct Add: ProgramCommand {
        static let configuration = CommandConfiguration(
            abstract: say("添加账号；密码从标准输入读取。", "Add an account; the password comes from standard input."))
        static let readsInput = true

        @OptionGroup var shared: SharedOptions
        @Option(help: help("角色代码，可重复：\(roleCodes)。", "Role, may be repeated: \(roleCodes).", valueName: "role"))
        var role: [String]
        @Option(help: help("区域经理负责的区域代码，可重复。", "A region manager's region, may be repeated.", valueName: "region"))
        var region: [String] = []
        @Option(help: help("经销商账号对应的经销商代码，可重复。", "A dealer account's dealer code, may be repeated.", valueName: "code"))
        var dealer: [String] = []
        @Argument(help: help("账号名。", "The account's name.", valueName: "name"))
        var name: String

        func run(in program: Program, _ console: Console) async throws {
            let draft = AccountDraft(
                name: name, roles: Set(try role.map(Role.parse)), regions: Set(region), dealers: Set(dealer))
            let password = console.readInput() ?? ""
            let account = try await AccountStore(program.store).add(draft, password: password, by: .commandLine)
            console.say(Text(zh: "已添加账号“\(account.name)”。", en: "Added the account \(account.name)."))
        }
    }

    struct List: ProgramCommand {
        static let configuration = CommandConfiguration(abstract: say("列出账号。", "List the accounts."))

        @OptionGroup var shared: SharedOptions
        @OptionGroup var output: OutputOptions
        @Flag(help: help("以 JSON 输出。", "Print JSON."))
        var json = false

        func run(in program: Program, _ console: Console) async throws {
            let accounts = try await AccountStore(program.store).all()
            let rows = accounts.map { account -> [ExportCell] in
                [
                    .text(account.name),
                    .text(account.roles.map { $0.name[console.language] }.sorted().joined(separator: ", ")),
                    .flag(account.isDisabled),
                ]
            }
            let columns = [
                ("name", Text(zh: "账号名", en: "Name")), ("roles", Text(zh: "角色", en: "Roles")),
                ("is_disabled", Text(zh: "已停用", en: "Disabled")),
            ].map { (key: $0.0, title: $0.1) }
            if try await output.write("accounts", columns, rows, in: program, console) { return }
            for account in accounts {
                if json {
                    let roles = account.roles.map(\.rawValue).sorted().map(JSONText.quoted).joined(separator: ",")
                    console.say(
                        verbatim:
                            "{\"name\":\(JSONText.quoted(account.name)),\"roles\":[\(roles)],\"disabled\":\(account.isDisabled)}"
                    )
                } else {
                    let roles = account.roles.map { $0.name[console.language] }.sorted().joined(separator: ", ")
                    let state = account.canSignIn ? "" : " (\(account.standing[console.language]))"
                    console.say(verbatim: "\(account.name)\t\(roles)\(state)")
                }
            }
        }
    }

    struct Password: ProgramCommand {
        static let configuration = CommandConfiguration(
            abstract: say("重设密码（从标准输入读取），并结束其所有登录。", "Set a new password (from standard input) and end its sessions."))
        static let readsInput = true

        @OptionGroup var shared: SharedOptions
        @Argument(help: help("账号名。", "The account's name.", valueName: "name"))
        var name: String

        func run(in program: Program, _ console: Console) async throws {
            let accounts = AccountStore(program.store)
            let account = try await accounts.named(name)
            try await accounts.setPassword(of: account.id, to: console.readInput() ?? "", by: .commandLine)
            console.say(Text(zh: "已重设“\(account.name)”的密码。", en: "Set a new password for \(account.name)."))
        }
    }

    private static let roleCodes = Role.allCases.map(\.rawValue).joined(separator: ", ")
}
