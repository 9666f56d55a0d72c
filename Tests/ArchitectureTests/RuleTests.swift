import Testing

/// Each rule catches what it is there for, and lets the neighbour of it through.
@Suite struct RuleTests {
    static func file(_ text: String, at path: String = "Sources/Loop/Planning/Plan.swift") -> SourceFile {
        SourceFile(path: path, text: text)
    }

    @Test(
        "what is forbidden is found",
        arguments: [
            "let a = try? read()", "let a = try! read()", "let b = a as! Int", "fatalError(\"no\")",
            "do { try read() } catch {}", "do { try read() } catch { /* never mind */ }",
            "let c = list.first!", "f()!.x", "let d = a[0]!",
            "let now = Date()", "let now = Date.now", "let c = ContinuousClock()",
            "ProcessInfo.processInfo.environment[\"A\"]", "let p: UnsafePointer<Int>",
            "a.withUnsafeBytes { _ in }", "final class A: @unchecked Sendable {}", "let x = Int.random(in: 0..<3)",
            "let t = \"at \\(Date())\"",
        ])
    func forbidden(text: String) {
        #expect(Rules.words.flatMap { $0(Self.file(text)) }.count == 1, "\(text)")
    }

    @Test(
        "what only looks like it is let through",
        arguments: [
            "// try? is not for us", "/* fatalError( /* nested */ Date() */", "let a = \"try! as! Date()\"",
            "let a = #\"a \"try?\" b\"#", "if a != b {}", "if !isEmpty {}",
            "do { try read() } catch { return }", "let a = try await x?.read()",
            "let day = Date(timeIntervalSince1970: 0)",
            "let x = Int.random(in: 0..<3, using: &generator)", "let r = #/try?\"/#",
            "let a = \"\"\"\n  fatalError()\n  \"\"\"",
        ])
    func harmless(text: String) {
        #expect(Rules.words.flatMap { $0(Self.file(text)) } == [], "\(text)")
    }

    @Test("a violation names its file and line")
    func place() {
        let found = Rules.words.flatMap { $0(Self.file("let a = 1\n\nlet b = try? read()\n")) }
        #expect(
            found.map(\.description).first?.hasPrefix("Sources/Loop/Planning/Plan.swift:3: `try?`") == true)
    }

    static let manifest = Manifest(
        text: """
            var targets: [Target] = [
                library("CSodium", pkgConfig: "libsodium", apt: "libsodium-dev"),
                room("Kernel", in: "Base"),
                room("Store", in: "Base", uses: ["Kernel", "CSodium", grdb]),
                room(
                    "Collecting", in: "Loop",
                    uses: ["Kernel", "Store", "Planning"]),
                room("Planning", in: "Loop", uses: ["Kernel"]),
                .target(name: "TestKit", dependencies: ["Kernel"], path: "Tests/TestKit"),
                tests(of: "Kernel"),
            ]
            """)

    @Test("the manifest is read in its order, and a target that uses a later one is found")
    func order() {
        #expect(
            Self.manifest.targets.map(\.name) == ["CSodium", "Kernel", "Store", "Collecting", "Planning", "TestKit"])
        #expect(
            ImportRules(manifest: Self.manifest).wrongOrder == [
                "Package.swift: Collecting uses Planning, which is declared below it"
            ])
    }

    @Test(
        "imports: who may use whom",
        arguments: [
            ("Sources/Base/Store/Jobs.swift", "import Kernel\nimport GRDB", 0),
            ("Sources/Base/Kernel/Day.swift", "package import Store", 1),
            ("Sources/Loop/Planning/Goal.swift", "import GRDB", 1),
            ("Sources/Loop/Planning/GoalStore.swift", "import GRDB", 0),
            ("Sources/Loop/Planning/Goal.swift", "import Hummingbird", 1),
            ("Sources/Loop/Planning/Goal.swift", "import Collecting", 1),
            ("Sources/Loop/Planning/Goal.swift", "import Foundation\n// import Hummingbird", 0),
            ("Sources/Loop/Planning/Goal.swift", "import Vapor", 1),
            ("Sources/Loop/Planning/Goal.swift", "import struct Kernel.Day\nenum A { case import(Int) }", 0),
        ])
    func imports(path: String, text: String, count: Int) {
        #expect(
            ImportRules(manifest: Self.manifest).check(Self.file(text, at: path)).count == count, "\(path): \(text)")
    }

    @Test(
        "SQL: values are bound, names say that they are names",
        arguments: [
            ("\"SELECT * FROM customer WHERE name = '\\(customer)'\"", 1),
            ("\"SELECT * FROM \\(table) WHERE name = ?\"", 0),
            ("\"\"\"\n  SELECT \\(columns.joined(separator: \", \"))\n  FROM customer\n\"\"\"", 0),
            ("\"WHERE city = \\(city)\"", 1), ("\"WHERE amount > (\\(limit))\"", 1),
            ("\"WHERE name LIKE '%\\(part)%'\"", 1),
            ("\"WHERE source = '\\(table.id)'\"", 0), ("\"WHERE n = '\\(customerName)'\"", 1),
            ("\"Hello \\(customer)\"", 0),
        ])
    func sql(text: String, count: Int) {
        #expect(SQLRule.check(Self.file("let a = " + text)).count == count, "\(text)")
    }
}
