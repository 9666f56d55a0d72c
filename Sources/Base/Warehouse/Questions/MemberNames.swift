import Engine
package import Kernel

/// How are the stores, dealers and products called whose codes stand in an answer?
package struct MemberNames: Sendable {
    private let names: [String: String]
    private let dimension: Dimension?

    /// The name of a member, in words.
    package func text(of member: String) -> Text {
        if let name = names[member] { return Text(verbatim: name) }
        return dimension?.text(of: member) ?? Text(verbatim: member)
    }

    package static func read(_ dimension: Dimension?, from warehouse: Warehouse) async throws -> MemberNames {
        let question: String? =
            switch dimension {
            case .store:
                "SELECT store_code AS code, min(name) AS name FROM store WHERE store_code IS NOT NULL GROUP BY store_code"
            case .dealer:
                "SELECT dealer_code AS code, min(name) AS name FROM dealer WHERE dealer_code IS NOT NULL GROUP BY dealer_code"
            case .product:
                "SELECT \(Snippet.productCode) AS code, min(p.name) AS name FROM product p GROUP BY \(Snippet.productCode)"
            default: nil
            }
        guard let question else { return MemberNames(names: [:], dimension: dimension) }
        var names: [String: String] = [:]
        for row in try await warehouse.engine.query(question).rows {
            if let name = try row.optionalText("name") { names[try row.text("code")] = name }
        }
        return MemberNames(names: names, dimension: dimension)
    }
}
