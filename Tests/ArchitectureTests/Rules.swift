/// What the code of `Sources` promises beyond what the compiler checks. `CONTRIBUTING.md` says why; each text here says what to do instead.
enum Rules {
    typealias Rule = @Sendable (SourceFile) -> [Violation]

    static let words: [Rule] = [
        swallowed, crashes, forcedValues, systemTime, environment, pointers, uncheckedSendable, chance,
    ]

    // MARK: Errors

    @Sendable static func swallowed(_ file: SourceFile) -> [Violation] {
        let empty = "an empty `catch` swallows the reason: log it, throw it on, or answer with something else"
        return file.places(
            of: ["try", "?"], glued: true, rule: "`try?` swallows the reason: catch it, or let it through")
            + file.places(of: ["catch", "{", "}"], rule: empty)
    }

    @Sendable static func crashes(_ file: SourceFile) -> [Violation] {
        file.places(of: ["try", "!"], glued: true, rule: "`try!` stops the server: catch it, or let it through")
            + file.places(
                of: ["as", "!"], glued: true, rule: "`as!` stops the server: use `as?` and handle the other case")
            + file.places(
                of: ["fatalError"],
                rule:
                    "`fatalError` stops the server: throw a Problem, or `preconditionFailure` with a reason where input cannot reach it"
            )
    }

    @Sendable static func forcedValues(_ file: SourceFile) -> [Violation] {
        let tokens = file.tokens
        return tokens.indices.dropFirst().filter { index in
            let before = tokens[index - 1]
            let following = index + 1 < tokens.count ? tokens[index + 1] : nil
            guard tokens[index].text == "!", tokens[index].isGlued else { return false }
            guard before.isWord || before.text == ")" || before.text == "]" else { return false }
            return before.text != "try" && before.text != "as"
                && !(following?.text == "=" && following?.isGlued == true)
        }.map {
            Violation(
                path: file.path, line: tokens[$0].line,
                rule: "forced value: `!` stops the server when it is nil; use `guard let`")
        }
    }

    // MARK: What comes from outside

    @Sendable static func systemTime(_ file: SourceFile) -> [Violation] {
        guard !file.path.hasPrefix("Sources/Base/Kernel/Clock") else { return [] }
        let rule =
            "asks the system for the time: take the Clock that is handed in, so that tests and simulations move it"
        return [
            ["Date", "(", ")"], ["Date", ".", "now"], ["ContinuousClock"], ["SuspendingClock"], ["clock_gettime"],
            ["DispatchTime"],
        ]
        .flatMap { file.places(of: $0, rule: rule) }
    }

    @Sendable static func environment(_ file: SourceFile) -> [Violation] {
        let allowed = file.room == "App" || file.fileName == "EngineLibrary.swift"
        guard !allowed else { return [] }
        let rule = "reads the environment: only App does, and EngineLibrary; take the value as a parameter"
        return file.places(of: ["processInfo", ".", "environment"], rule: rule)
            + file.places(of: ["getenv"], rule: rule)
    }

    @Sendable static func chance(_ file: SourceFile) -> [Violation] {
        guard file.fileName != "Seed.swift" else { return [] }
        return file.places(
            of: [".", "random", "(", "in"],
            rule: "draws from the system's chance: take a generator that is made from the Seed"
        ).filter { found in
            !file.tokens.contains { $0.line == found.line && $0.text == "using" }
        }
    }

    // MARK: Pointers

    private static let cModules: Set<String> = ["CADBC", "CSodium", "CXlsxWriter", "CZip", "CExpat", "CZlib"]

    /// Engine is where columns are read without copying. A file that speaks to a C library may hand it a buffer, nothing more.
    @Sendable static func pointers(_ file: SourceFile) -> [Violation] {
        // Transcoder speaks to iconv, which comes with the C library and so has no module of ours.
        let isShim = file.imports.contains { cModules.contains($0.module) } || file.fileName == "Transcoder.swift"
        guard file.room != "Engine", !isShim else { return [] }
        return file.tokens.filter { token in
            token.text.hasPrefix("Unsafe") || token.text.hasPrefix("withUnsafe") || token.text == "dlopen"
                || token.text == "dlsym"
        }.map {
            Violation(
                path: file.path, line: $0.line,
                rule: "`\($0.text)`: only Engine and the thin files over a C library touch memory")
        }
    }

    @Sendable static func uncheckedSendable(_ file: SourceFile) -> [Violation] {
        guard file.room != "Engine" else { return [] }
        let rule = "only Engine promises by hand what the compiler cannot check; use a struct, an actor or Mutex"
        return file.places(of: ["@", "unchecked"], rule: rule)
            + file.places(of: ["nonisolated", "(", "unsafe"], rule: rule)
    }
}
