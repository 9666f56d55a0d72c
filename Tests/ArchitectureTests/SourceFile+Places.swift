extension SourceFile {
    /// Where these words and signs follow each other. `glued` asks that no blank stands between them.
    func places(of wanted: [String], glued: Bool = false, rule: String) -> [Violation] {
        guard let first = wanted.first, tokens.count >= wanted.count else { return [] }
        return (0...(tokens.count - wanted.count)).filter { start in
            tokens[start].text == first
                && wanted.indices.dropFirst().allSatisfy {
                    tokens[start + $0].text == wanted[$0] && (!glued || tokens[start + $0].isGlued)
                }
        }.map { Violation(path: path, line: tokens[$0].line, rule: rule) }
    }
}
