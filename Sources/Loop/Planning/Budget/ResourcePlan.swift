import Kernel
package import Records

/// What is booked for projects: people, technology, agencies and partners; who pays; and what one more campaign costs (BU-10).
package struct ResourcePlan: Sendable {
    package struct Share: Sendable, Identifiable {
        package let id: String
        package let cost: Int64
        package let quantity: Double
    }

    package struct Campaign: Sendable, Identifiable {
        /// The project's record id.
        package let id: Int64
        /// What the pool would be without if the campaign were dropped: its marginal cost.
        package let cost: Int64
        /// Of it, what sales or product are to pay and have not agreed to.
        package let awaiting: Int64
        /// By department.
        package let payers: [String: Int64]
        package let people: Double
    }

    /// By kind of resource.
    package let kinds: [Share]
    /// By the department that pays: the joint pool of marketing, sales and product.
    package let payers: [Share]
    /// In the order of the projects.
    package let campaigns: [Campaign]

    /// - Parameter bookings: those not dropped.
    package init(_ bookings: [Record]) {
        let live = bookings.filter { $0.state != "dropped" }
        kinds = Self.shares(live, by: "kind")
        payers = Self.shares(live.filter { $0.text("payer") != nil }, by: "payer")
        campaigns = Dictionary(grouping: live) { $0.whole("project") ?? 0 }.map { project, own in
            Campaign(
                id: project, cost: own.reduce(0) { $0 + ($1.whole("cost") ?? 0) },
                awaiting: own.filter { $0.state == "planned" && JointPool.isShared($0) }
                    .reduce(0) { $0 + ($1.whole("cost") ?? 0) },
                payers: own.reduce(into: [:]) { sums, booking in
                    if let payer = booking.text("payer") { sums[payer, default: 0] += booking.whole("cost") ?? 0 }
                },
                people: own.filter { $0.text("kind") == "people" }.reduce(0) { $0 + ($1.number("quantity") ?? 0) })
        }.sorted { $0.id < $1.id }
    }

    private static func shares(_ bookings: [Record], by field: String) -> [Share] {
        Dictionary(grouping: bookings) { $0.text(field) ?? "" }.map { code, own in
            Share(
                id: code, cost: own.reduce(0) { $0 + ($1.whole("cost") ?? 0) },
                quantity: own.reduce(0) { $0 + ($1.number("quantity") ?? 0) })
        }.sorted { ($1.cost, $0.id) < ($0.cost, $1.id) }
    }

    package var cost: Int64 { kinds.reduce(0) { $0 + $1.cost } }

    /// What the last campaign that joined the pool cost: bookings of the project begun last. `nil` without any.
    package var marginal: Int64? { campaigns.last?.cost }
}
