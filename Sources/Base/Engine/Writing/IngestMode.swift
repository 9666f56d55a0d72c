/// What bulk loading does with the table.
package enum IngestMode: String, Sendable {
    /// The table is there; rows are added.
    case append = "adbc.ingest.mode.append"
    /// The table is made, and must not be there.
    case create = "adbc.ingest.mode.create"
}
