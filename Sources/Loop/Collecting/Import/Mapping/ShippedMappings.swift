import Kernel

/// Mappings that come with the program, by name.
package enum ShippedMappings {
    package static let all: [Mapping] = [onlineRetail]

    package static func named(_ name: String) -> Mapping? { all.first { $0.name == name } }

    /// The mapping whose columns are the file's (but for one at most), for the table asked for.
    static func fitting(_ headings: [String], _ target: ImportTarget?) -> Mapping? {
        all.first { mapping in
            let columns = Set(mapping.bindings.compactMap(\.column))
            return (target == nil || target == mapping.target) && columns.isSubset(of: headings)
                && headings.count - columns.count <= 1
        }
    }

    /// UCI Online Retail (D. Chen 2015), one row an invoice and customer. Invoices whose number begins with C are returns.
    /// Times carry no zone: they are taken as the company's own clock, so that days are those on the invoices whatever zone
    /// the company keeps; set `zone` to Europe/London for the moments as they were.
    package static let onlineRetail = Mapping(
        name: "online_retail", target: .orderHeader,
        bindings: [
            Binding("order_no", column: "InvoiceNo"),
            Binding("customer_no", column: "CustomerID"),
            Binding("ordered_at", column: "ts"),
            Binding("status", column: "InvoiceNo", words: ["C*": "returned", "*": "paid"]),
            Binding("country", column: "country"),
            Binding("item_count", column: "qty"),
            Binding("amount", column: "amount"),
        ],
        currency: "GBP")
}
