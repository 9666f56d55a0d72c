/// How much is scored.
struct WorkSize: Sendable {
    let customers: Int
    /// Each order has one line, so that as many lines as asked for are read.
    let orders: Int

    /// What pandas can hold beside the rest on a machine of 8 GiB.
    var fitsPandas: Bool { orders <= 20_000_000 }
}
