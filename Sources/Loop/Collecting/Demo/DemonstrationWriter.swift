import Engine
import Kernel

/// Writes the company into the warehouse through one session, chunk after chunk in the order of the customers.
struct DemonstrationWriter {
    private let session: EngineSession
    private let company: Company
    private let progress: WorkProgress
    private(set) var rows: [String: Int64] = [:]
    private(set) var tally: Tally

    init(session: EngineSession, company: Company, progress: WorkProgress) {
        self.session = session
        self.company = company
        self.progress = progress
        tally = Tally(company)
    }

    private mutating func write(_ columns: ColumnSet, into table: String) async throws {
        guard columns.rowCount > 0 else { return }
        try await session.ingest(columns, into: table)
        rows[table, default: 0] += Int64(columns.rowCount)
    }

    mutating func writeMasterData() async throws {
        let data = MasterData(company: company)
        try await write(data.products(), into: "product")
        try await write(data.productCosts(), into: "product_cost")
        try await write(data.dealers(), into: "dealer")
        try await write(data.stores(), into: "store")
    }

    /// Chunks are made by several tasks at once and written in order, so the tables are the same whatever the number of tasks.
    mutating func writeCustomers() async throws {
        let ranges = company.plan.chunks
        let company = company
        try await withThrowingTaskGroup(of: (Int, LaidChunk).self) { group in
            var (started, written) = (0, 0)
            var waiting: [Int: LaidChunk] = [:]
            while written < ranges.count {
                while started < min(ranges.count, written + company.plan.workers) {
                    let number = started
                    group.addTask {
                        let chunk = try CustomerMaker.chunk(ranges[number], of: company) {
                            try Task.checkCancellation()
                        }
                        return (number, LaidChunk(chunk, company))
                    }
                    started += 1
                }
                guard let (number, chunk) = try await group.next() else { break }
                waiting[number] = chunk
                while let next = waiting.removeValue(forKey: written) {
                    try await write(next)
                    written += 1
                    try progress.report(
                        Int64(ranges[written - 1].upperBound - 1), of: Int64(company.plan.customers),
                        DemonstrationText.customers)
                }
            }
        }
    }

    private mutating func write(_ chunk: LaidChunk) async throws {
        for (table, columns) in chunk.tables { try await write(columns, into: table) }
        tally.add(chunk.tally)
    }

    mutating func writeGoods() async throws {
        try progress.report(Int64(company.plan.customers), of: Int64(company.plan.customers), DemonstrationText.goods)
        var flow = GoodsFlow(company, tally)
        while let (shipments, stock) = flow.next() {
            try await write(shipments, into: "shipment")
            try await write(stock, into: "stock")
            try Task.checkCancellation()
        }
    }

    mutating func writeMarket() async throws {
        try progress.report(Int64(company.plan.customers), of: Int64(company.plan.customers), DemonstrationText.market)
        let spend = SpendBook(company: company, tally: tally)
        try await write(spend.adSpend(), into: "ad_spend")
        try await write(spend.budget(), into: "budget_actual")
        try await write(PublicVoice(company: company).mentions(), into: "mention")
        let outside = OutsideWorld(company: company)
        try await write(outside.competitorPrices(), into: "competitor_price")
        try await write(outside.macroSeries(), into: "macro_series")
    }

    func writeLoad(startedAt: Instant, finishedAt: Instant) async throws {
        let plan = company.plan
        try await session.execute(
            "INSERT INTO load VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                .int(Demonstration.loadID), .text("demo"),
                .text("\(plan.customers) customers, seed \(plan.seed.value), until \(plan.until)"),
                .null, .instant(startedAt), .instant(finishedAt), .int(rows.values.reduce(0, +)), .int(0),
            ])
    }
}
