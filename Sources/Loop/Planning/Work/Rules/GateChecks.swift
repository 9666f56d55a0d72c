package import Records

/// The check list of a gate: one line each in `checks`; those that held stand in `checks_done`, and the record's history says
/// who ticked what and when (WF-03).
package struct GateChecks: Sendable, Hashable {
    package let all: [String]
    package let done: Set<String>

    package init(_ gate: Record) {
        all = Self.lines(gate.text("checks"))
        done = Set(Self.lines(gate.text("checks_done")))
    }

    package var open: [String] { all.filter { !done.contains($0) } }

    private static func lines(_ text: String?) -> [String] {
        (text ?? "").split(whereSeparator: \.isNewline).map { line in
            String(line.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
        }.filter { !$0.isEmpty }
    }

    /// No gate is passed while a check is open. Problem: `work.checks_open`.
    static func rule(_ before: Record?, _ after: Record) throws {
        guard after.state == "passed", before?.state != "passed" else { return }
        let open = GateChecks(after).open
        if !open.isEmpty { throw WorkProblem.checksOpen(gate: after.title, count: open.count) }
    }
}
