import Engine
import Kernel

extension RFM {
    /// The cells of a run, of one region (as it was at the time of the run) or of all.
    package func grid(of run: RFMRun, region: String? = nil) async throws -> RFMGrid {
        var cells: [RFMCell: CellTotals] = [:]
        for row in try await engine.ask(CellsOfRun(run: run.id, region: region)).rows {
            guard let cell = RFMCell(code: Int(try row.int("cell"))) else { continue }
            cells[cell] = try CellTotals(row)
        }
        return RFMGrid(run: run, cells: cells)
    }
}
