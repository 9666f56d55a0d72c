import Engine
import Kernel

/// Survey answers of a chunk's customers, by column.
struct AnswerColumns: Sendable {
    private var id: [Int64] = []
    private var customer: [Int64] = []
    private var score: [Int16] = []
    private var comment = TextColumn()
    private var at: [Int64] = []
    private var day: [Int32] = []
    private var outlet: [Int64] = []
    private var product: [Int64] = []
    private var region: [Int16] = []

    var count: Int { id.count }

    mutating func append(
        _ order: OrderMaker.Outcome, score points: Int, comment text: String?, day date: Int, at moment: Int64,
        product bought: Int64
    ) {
        id.append(order.facts.id)
        customer.append(order.facts.customer)
        score.append(Int16(points))
        if let text { comment.append(utf8: text.utf8) } else { comment.appendNull() }
        at.append(moment)
        day.append(Int32(date))
        outlet.append(order.facts.outletID)
        product.append(bought)
        region.append(Int16(PlaceAtlas.places[order.facts.place].regionIndex))
    }

    func columns(_ company: Company) -> ColumnSet {
        var set = ColumnSet()
        set.add("answer_id", .int64(id))
        set.add("customer_id", .int64(customer))
        set.add("survey", Vocabulary.text("nps", rows: count))
        set.add("question", Vocabulary.text("您有多大可能把澜禾推荐给亲友？", rows: count))
        set.add("score", .int16(score))
        set.add("comment", .textBytes(comment))
        set.add("answered_at", .instant(at))
        set.add("answered_on", Vocabulary.days(day, since: company.calendar.start.daysSince1970))
        set.add("store_id", Vocabulary.optional(outlet))
        set.add("product_id", .int64(product))
        set.add("region", Vocabulary.text(region, Place.regions))
        set.add("load_id", .int64(Array(repeating: Demonstration.loadID, count: count)))
        return set
    }
}
