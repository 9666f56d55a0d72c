import Engine
import Kernel

/// Events of a chunk, by column.
struct EventColumns: Sendable {
    private(set) var customer: [Int64] = []
    private(set) var at: [Int64] = []
    private(set) var day: [Int32] = []
    private(set) var name: [Int16] = []
    private(set) var channel: [Int16] = []
    private(set) var device: [Int16] = []
    private(set) var page: [Int16] = []
    private(set) var campaign: [Int16] = []
    private(set) var product: [Int64] = []
    private(set) var session: [Int64] = []
    private(set) var properties: [Int32] = []
    private var texts: [String] = []

    var count: Int { customer.count }

    mutating func append(
        customer: Int64, at moment: Int64, day: Int, _ event: EventKind, channel: Int, device: Int = -1, page: Int = -1,
        campaign: Int16 = -1, product: Int64 = -1, session: Int64 = -1, properties text: String? = nil
    ) {
        self.customer.append(customer)
        at.append(moment)
        self.day.append(Int32(day))
        name.append(event.rawValue)
        self.channel.append(Int16(channel))
        self.device.append(Int16(device))
        self.page.append(Int16(page))
        self.campaign.append(campaign)
        self.product.append(product)
        self.session.append(session)
        properties.append(text == nil ? -1 : Int32(texts.count))
        if let text { texts.append(text) }
    }

    func columns(_ company: Company) -> ColumnSet {
        var set = ColumnSet()
        set.add("event_id", ids())
        set.add("customer_id", .int64(customer))
        set.add("occurred_at", .instant(at))
        set.add("occurred_on", Vocabulary.days(day, since: company.calendar.start.daysSince1970))
        set.add("name", Vocabulary.text(name, Vocabulary.eventNames))
        set.add("channel", Vocabulary.text(channel, SalesChannel.codes))
        set.add("device", Vocabulary.text(device, Vocabulary.devices))
        set.add("page", Vocabulary.text(page, Vocabulary.pages))
        set.add("campaign", Vocabulary.text(campaign, company.campaigns.names))
        set.add("product_id", Vocabulary.optional(product))
        set.add("session_id", Vocabulary.optional(session))
        set.add("properties", propertyColumn())
        set.add("load_id", .int64(Array(repeating: Demonstration.loadID, count: count)))
        return set
    }

    /// Customer and number of the event, twelve digits: short enough that the engine keeps it in place.
    private func ids() -> ColumnValues {
        var text = DigitText(rows: count, width: 12)
        var previous: Int64 = -1
        var number: Int64 = 0
        for person in customer {
            number = person == previous ? number + 1 : 0
            previous = person
            text.append(person, width: 8, number, width: 4)
        }
        return .textBytes(text.column)
    }

    private func propertyColumn() -> ColumnValues {
        var column = TextColumn(reservingRows: count)
        for position in properties {
            if position < 0 { column.appendNull() } else { column.append(utf8: texts[Int(position)].utf8) }
        }
        return .textBytes(column)
    }
}

/// Positions in `Vocabulary.eventNames`.
enum EventKind: Int16 {
    case pageView, productView, addToCart, checkout, payment, couponClaim, messageOpen, messageClick, storeVisit,
        serviceContact
    case communityPost, qrScan
}

/// Positions in `Vocabulary.pages`.
enum PageCode {
    static let home = 0
    static let list = 1
    static let product = 2
    static let cart = 3
    static let checkout = 4
    static let paid = 5
    static let activity = 6
    static let member = 7
}
