import Foundation

/// The product targets of `Package.swift` in their order, read from its text: each declaration begins a line of the list `targets`.
struct Manifest {
    struct Target: Equatable {
        let name: String
        /// `Base`, `Loop` or `Edge`; nil for what is not part of the product.
        let floor: String?
        /// Our targets that it uses.
        let uses: [String]
        /// Products of outside packages that it uses.
        let outside: [String]
    }
    let targets: [Target]

    init(text: String) {
        let blocks = Self.declarations(in: text)
        let names = Set(blocks.compactMap { Lexer($0).literals.first?.text })
        targets = blocks.compactMap { Self.target($0, names: names) }
    }

    static func read(in root: URL) throws -> Manifest {
        try Manifest(text: String(contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8))
    }

    func uses(of name: String) -> Set<String> { Set(targets.first { $0.name == name }?.uses ?? []) }
    func position(of name: String) -> Int? { targets.firstIndex { $0.name == name } }

    private static let openings = ["room(", "library(", ".target(", ".executableTarget("]

    /// The text of each element of `targets` that declares a product target.
    private static func declarations(in text: String) -> [String] {
        guard let list = text.range(of: "var targets: [Target] = ["),
            let end = text.range(of: "\n]", range: list.upperBound..<text.endIndex)
        else { return [] }
        var blocks: [String] = []
        for line in text[list.upperBound..<end.lowerBound].split(separator: "\n") {
            let trimmed = line.trimmingCharacters(in: .whitespaces)
            let isFirst = line.hasPrefix("    ") && !line.hasPrefix("     ") && trimmed.contains("(")
            if isFirst { blocks.append("") }
            if !blocks.isEmpty, !trimmed.hasPrefix("//") { blocks[blocks.count - 1] += trimmed + "\n" }
        }
        return blocks.filter { block in openings.contains { block.hasPrefix($0) } }
    }

    private static func target(_ block: String, names: Set<String>) -> Target? {
        let lines = block.split(separator: "\n")
        let products = lines.filter { $0.hasPrefix(".product(") }.compactMap { Lexer(String($0)).literals.first?.text }
        let ours = Lexer(lines.filter { !$0.hasPrefix(".product(") }.joined(separator: "\n"))
        guard let name = ours.literals.first?.text else { return nil }
        let texts = ours.literals.dropFirst().map(\.text)
        let path = texts.first { $0.hasPrefix("Sources/") }?.split(separator: "/").dropFirst().first.map(String.init)
        let shorthands = ["grdb": "GRDB", "numerics": "Numerics"]
        return Target(
            name: name, floor: block.hasPrefix("room(") ? texts.first : path,
            uses: texts.filter { names.contains($0) && $0 != name },
            outside: ours.tokens.compactMap { shorthands[String($0.text)] } + products)
    }
}
