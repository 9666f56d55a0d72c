/// All rows that belong to a range of customers.
struct Chunk: Sendable {
    var customers: CustomerColumns
    var identities = IdentityColumns()
    var orders = OrderColumns()
    var lines = LineColumns()
    var events = EventColumns()
    var answers = AnswerColumns()
    var tally: Tally

    init(_ company: Company, customers count: Int) {
        customers = CustomerColumns(rows: count)
        tally = Tally(company)
    }
}
