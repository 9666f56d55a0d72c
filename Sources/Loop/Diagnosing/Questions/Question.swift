import Engine

/// One statement with its values. Each has a file of its own, whose doc line is the question in words.
protocol Question: Sendable {
    var sql: String { get }
    var values: [EngineValue] { get }
}

extension Question {
    var values: [EngineValue] { [] }
}

extension EngineSession {
    @discardableResult
    func run(_ question: some Question) async throws -> Int64 { try await execute(question.sql, question.values) }
    func ask(_ question: some Question) async throws -> EngineTable { try await query(question.sql, question.values) }
}

extension Engine {
    func ask(_ question: some Question) async throws -> EngineTable { try await query(question.sql, question.values) }
}
