package import Engine
import Warehouse

extension RFM {
    /// A page of the customers that a filter finds.
    package func customers(
        of run: RFMRun, _ filter: RFMCustomerFilter = RFMCustomerFilter(), order: RFMCustomerOrder = .mostMoney,
        limit: Int = 50, offset: Int = 0
    ) async throws -> RFMCustomerPage {
        try await requireScores(of: run)
        let question = CustomersOfRun(
            run: run.id, filter: filter, order: order, limit: Int64(limit), offset: Int64(offset))
        let rows = try await engine.ask(question).rows
        let ids = try rows.map { try $0.int("customer_id") }
        let cards = try await CustomerCard.read(Set(ids), from: engine)
        let customers = try zip(rows, ids).compactMap { try RFMCustomer($0, cards[$1]) }
        let total = try await grid(of: run, regions: filter.regions).totals(where: filter.covers)
        return RFMCustomerPage(customers: customers, total: total.customers)
    }

    /// One customer of a run, by her number.
    package func customer(_ number: String, of run: RFMRun) async throws -> RFMCustomer {
        try await requireScores(of: run)
        for row in try await engine.ask(CustomerOfRun(run: run.id, number: number)).rows {
            if let customer = try RFMCustomer(row, CustomerCard(row)) { return customer }
        }
        throw RFMProblem.customerMissing(number)
    }

    /// The statement whose rows an export writes: every customer of the filter with scores and tiers.
    package func export(of run: RFMRun, _ filter: RFMCustomerFilter = RFMCustomerFilter()) -> RFMExport {
        let question = ExportOfRun(run: run, filter: filter)
        return RFMExport(sql: question.sql, values: question.values)
    }

    /// A run of which only totals are kept cannot be opened to its customers. The stored row decides, not the caller's copy.
    func requireScores(of run: RFMRun) async throws {
        guard try await self.run(run.id).hasScores else { throw RFMProblem.scoresDropped(run.id) }
    }
}

/// A statement and its values, for the exporter.
package struct RFMExport: Sendable, Hashable {
    package let sql: String
    package let values: [EngineValue]
}
