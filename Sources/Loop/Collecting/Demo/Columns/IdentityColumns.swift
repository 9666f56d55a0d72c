import Engine

/// Identities of a chunk's customers, by column.
struct IdentityColumns: Sendable {
    private static let kinds = ["customer_no", "phone", "openid", "unionid", "member_card", "device"]
    private var kind: [Int16] = []
    private var value = DigitText(rows: 0, width: 0)
    private var customer: [Int64] = []
    private var at: [Int64] = []

    var count: Int { kind.count }

    mutating func append(_ person: Person, isMember: Bool, _ dice: inout Dice) {
        add(0, person, Array("C".utf8), person.id, width: 8)
        add(1, person, PersonIDs.phonePrefix, PersonIDs.phone(person.id), width: 9)
        if person.homeChannel == SalesChannel.miniProgram || person.homeChannel == SalesChannel.wecom
            || dice.happens(0.3)
        {
            add(2, person, PersonIDs.openID(Array("oLH".utf8), dice.bits(), dice.bits()))
            add(3, person, PersonIDs.openID(Array("uLH".utf8), dice.bits(), dice.bits()))
        }
        if isMember { add(4, person, Array("88".utf8), PersonIDs.card(person.id), width: 10) }
        if SalesChannel.isOwnSite(person.homeChannel) || dice.happens(0.25) {
            add(5, person, PersonIDs.openID(Array("dv-".utf8), dice.bits(), dice.bits()))
        }
    }

    func columns() -> ColumnSet {
        var set = ColumnSet()
        set.add("kind", Vocabulary.text(kind, IdentityColumns.kinds))
        set.add("value", .textBytes(value.column))
        set.add("customer_id", .int64(customer))
        set.add("first_seen_at", .instant(at))
        set.add("load_id", .int64(Array(repeating: Demonstration.loadID, count: count)))
        return set
    }

    private mutating func add(_ code: Int16, _ person: Person, _ prefix: [UInt8], _ number: Int64, width: Int) {
        value.append(prefix, number, width: width)
        book(code, person)
    }

    private mutating func add(_ code: Int16, _ person: Person, _ bytes: [UInt8]) {
        value.append(bytes, 0, width: 0)
        book(code, person)
    }

    private mutating func book(_ code: Int16, _ person: Person) {
        kind.append(code)
        customer.append(person.id)
        at.append(person.registeredAt)
    }
}
