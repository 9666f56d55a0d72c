import Foundation

/// One file of `Sources`, read once for all rules.
struct SourceFile {
    /// Path from the root of the repository, with `/`.
    let path: String
    let tokens: [Token]
    let literals: [TextLiteral]
    let lineCount: Int

    init(path: String, text: String) {
        let lexer = Lexer(text)
        self.path = path
        tokens = lexer.tokens
        literals = lexer.literals
        lineCount = text.utf8.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    }

    var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }
    /// The target: `Sources/Loop/Collecting/Import/Plan.swift` belongs to `Collecting`.
    var room: String {
        let parts = path.split(separator: "/").map(String.init)
        return parts.count > 3 ? parts[2] : ""
    }

    /// The modules it imports, with the lines they stand on.
    var imports: [(module: String, line: Int)] {
        tokens.indices.dropLast().filter { index in
            let next = tokens[index + 1]
            guard tokens[index].text == "import", next.isWord, next.line == tokens[index].line else { return false }
            let isFirst = index == 0 || tokens[index - 1].line != tokens[index].line
            return isFirst || Self.accessWords.contains(tokens[index - 1].text)
        }.map { index in
            // `import struct A.B`
            let isOneThing = Self.kindWords.contains(tokens[index + 1].text) && index + 2 < tokens.count
            return (String(tokens[isOneThing ? index + 2 : index + 1].text), tokens[index].line)
        }
    }
    private static let kindWords: Set<Substring> = [
        "struct", "enum", "class", "func", "protocol", "typealias", "var", "let",
    ]
    private static let accessWords: Set<Substring> = [
        "package", "internal", "public", "private", "fileprivate", "testable", "preconcurrency",
    ]

    /// Every Swift file below `Sources`.
    static func all(in root: URL) throws -> [SourceFile] {
        let folder = root.appendingPathComponent("Sources")
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
            let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            return SourceFile(path: "Sources/" + name, text: text)
        }
    }
}
