package import Kernel
package import Testing

/// Checks what every problem owes its reader: a code of its own, a text in each language that ends as a sentence, and Chinese
/// set with Chinese punctuation.
package func expectWellSaid(_ problems: [any Problem], sourceLocation: SourceLocation = #_sourceLocation) {
    let codes = problems.map(\.code)
    #expect(Set(codes).count == codes.count, "two problems share a code", sourceLocation: sourceLocation)
    for problem in problems {
        let comment = Comment(rawValue: "\(problem.code): \(problem.text.zh) / \(problem.text.en)")
        #expect(problem.code.wholeMatch(of: /[a-z]+\.[a-z_]+/) != nil, comment, sourceLocation: sourceLocation)
        #expect(problem.text.zh.hasSuffix("。"), comment, sourceLocation: sourceLocation)
        #expect(problem.text.en.hasSuffix("."), comment, sourceLocation: sourceLocation)
        #expect(
            problem.text.zh.firstMatch(of: /\p{Han}[,;:(?!]|[,;:)]\p{Han}/) == nil, comment,
            sourceLocation: sourceLocation)
        #expect(problem.text.en.firstMatch(of: /\p{Han}/) == nil, comment, sourceLocation: sourceLocation)
    }
}
