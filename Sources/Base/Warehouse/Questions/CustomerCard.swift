package import Engine

/// What a list shows of a customer. Contact data are as stored: pages mask them unless the reader may see them.
package struct CustomerCard: Sendable, Hashable {
    package let number: String?
    package let name: String?
    package let phone: String?
    package let region: String?
    package let city: String?
    package let channel: String?

    package init(_ row: EngineRow) throws {
        number = try row.optionalText("customer_no")
        name = try row.optionalText("name")
        phone = try row.optionalText("phone")
        region = try row.optionalText("region")
        city = try row.optionalText("city")
        channel = try row.optionalText("channel")
    }

    /// The cards of a page's customers, by id; those that no table knows are left out.
    ///
    /// Joined to the page, every text of every customer would be read. Where the engine numbers rows, the places are found
    /// first, from the column of ids alone: a third of the time with a million customers.
    package static func read(_ ids: Set<Int64>, from engine: Engine) async throws -> [Int64: CustomerCard] {
        if ids.isEmpty { return [:] }
        let wanted = "customer_id IN (\(ids.sorted().map(String.init).joined(separator: ", ")))"
        let rows =
            engine.configuration.dialect == .duckdb
            ? "rowid IN (SELECT rowid FROM customer WHERE \(wanted))" : wanted
        let table = try await engine.query(
            "SELECT customer_id, customer_no, name, phone, region, city, channel FROM customer WHERE \(rows)")
        let cards = try table.rows.map { (try $0.int("customer_id"), try CustomerCard($0)) }
        return Dictionary(cards) { first, _ in first }
    }
}
