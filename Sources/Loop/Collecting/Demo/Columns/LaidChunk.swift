import Engine

/// A chunk laid out as columns of the canonical tables, made on the worker's own time.
struct LaidChunk: Sendable {
    let tables: [(name: String, columns: ColumnSet)]
    let tally: Tally

    init(_ chunk: Chunk, _ company: Company) {
        tables = [
            ("customer", chunk.customers.columns(company)), ("identity", chunk.identities.columns()),
            ("order_header", chunk.orders.columns(company)), ("order_line", chunk.lines.columns(company)),
            ("event", chunk.events.columns(company)), ("survey_answer", chunk.answers.columns(company)),
        ]
        tally = chunk.tally
    }
}
