package import Kernel

/// Why nothing can be taken from the archive as asked, and what to do.
package enum ArchiveProblem: Problem, Hashable {
    case notWorthRepeating(String)

    package var code: String { "archive.not_worth_repeating" }
    package var kind: ProblemKind { .conflict }
    package var text: Text {
        switch self {
        case .notWorthRepeating(let code):
            Text(
                zh: "\(code) 的结果评价为“无效”，不能提炼为最佳实践。教训请写入风险清单或预案。",
                en:
                    "\(code) did not work and is no practice to repeat. Write the lesson into a risk or an emergency plan."
            )
        }
    }
}
