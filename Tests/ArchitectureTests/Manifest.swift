import Foundation

/// The product targets of `Package.swift` in their order, read from its text: each declaration begins a line of the list `targets`.
struct Manifest {
    struct Target: Equatable {
        let name: String
        /// Our targets that it uses. Outside products are the rules' matter, not the order's.
        let uses: [String]
    }
    let targets: [Target]

    private static let openings = ["room(", "library(", ".target(", ".executableTarget("]

    init(text: String) {
        guard let list = text.range(of: "var targets: [Target] = ["),
            let end = text.range(of: "\n]", range: list.upperBound..<text.endIndex)
        else {
            targets = []
            return
        }
        var blocks: [String] = []
        for line in text[list.upperBound..<end.lowerBound].split(separator: "\n") {
            let trimmed = line.trimmingCharacters(in: .whitespaces)
            if line.hasPrefix("    "), !line.hasPrefix("     "),
                trimmed.hasPrefix("room(") || trimmed.hasPrefix("library(") || trimmed.hasPrefix(".")
                    || trimmed.hasPrefix("tests(")
            {
                blocks.append("")
            }
            if !blocks.isEmpty, !trimmed.hasPrefix("//") { blocks[blocks.count - 1] += trimmed + "\n" }
        }
        let declared = blocks.filter { block in Self.openings.contains { block.hasPrefix($0) } }
        let named = declared.compactMap { block -> (String, [String])? in
            let texts = Lexer(Self.withoutProducts(block)).literals.map(\.text)
            return texts.first.map { ($0, Array(texts.dropFirst())) }
        }
        let names = Set(named.map(\.0))
        targets = named.map { name, texts in Target(name: name, uses: texts.filter { names.contains($0) && $0 != name })
        }
    }

    /// `.product(name: "Logging", package: …)` names no target of ours.
    private static func withoutProducts(_ block: String) -> String {
        block.split(separator: "\n").filter { !$0.hasPrefix(".product(") }.joined(separator: "\n")
    }

    static func read(in root: URL) throws -> Manifest {
        try Manifest(text: String(contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8))
    }

    func uses(of name: String) -> Set<String> { Set(targets.first { $0.name == name }?.uses ?? []) }
    func position(of name: String) -> Int? { targets.firstIndex { $0.name == name } }
}
