import Engine
import Kernel

extension RFM {
    /// The cells of a run, of some regions (as they were at the time of the run) or of all.
    package func grid(of run: RFMRun, regions: RegionChoice = .all) async throws -> RFMGrid {
        RFMGrid(run: run, cells: try cells(in: try await engine.ask(CellsOfRun(run: run.id, regions: regions))))
    }

    /// How the customers of a run would lie under borders set by hand: the preview of the cut-point editor. Nothing is written.
    package func preview(
        _ cuts: FixedCuts, on run: RFMRun, regions: RegionChoice = .all
    ) async throws -> RFMGrid {
        try cuts.check()
        try await requireScores(of: run)
        let table = try await engine.ask(CellsUnderCuts(run: run.id, cuts: cuts, regions: regions))
        return RFMGrid(run: run, cells: try cells(in: table))
    }

    private func cells(in table: EngineTable) throws -> [RFMCell: CellTotals] {
        var cells: [RFMCell: CellTotals] = [:]
        for row in table.rows {
            guard let cell = RFMCell(code: Int(try row.int("cell"))) else { continue }
            cells[cell] = try CellTotals(row)
        }
        return cells
    }
}
