import Engine

/// Write which tier each cell has in one scheme of a run.
struct RecordTierCells: Question {
    let run: Int64
    let scheme: TierScheme

    private var cells: [(cell: RFMCell, tier: String)] {
        RFMCell.all.compactMap { cell in scheme.tier(of: cell).map { (cell, $0.id) } }
    }

    var sql: String {
        "INSERT INTO rfm_tier_cell VALUES " + cells.map { _ in "(?, ?, ?, ?)" }.joined(separator: ", ")
    }

    var values: [EngineValue] {
        cells.flatMap { cell, tier in [.int(run), .text(scheme.id), .int(Int64(cell.code)), .text(tier)] }
    }
}
