import Engine
import Kernel

/// Customers of a chunk, by column.
struct CustomerColumns: Sendable {
    private var id: [Int64] = []
    private var name: TextColumn
    private var female: [Bool] = []
    private var birthday: [Int32?] = []
    private var hasMail: [Bool] = []
    private var place: [Int16] = []
    private var source: [Int16] = []
    private var at: [Int64] = []
    private var day: [Int32] = []
    private var level: [Int16] = []

    init(rows: Int) { name = TextColumn(reservingRows: rows, bytes: rows * 9) }

    var count: Int { id.count }

    /// `level` is −1 for customers who are no members.
    mutating func append(_ person: Person, level: Int, _ dice: inout Dice) {
        id.append(person.id)
        name.append(utf8: person.name.utf8)
        female.append(person.isFemale)
        // A fifth never told its birthday, most of them because they never joined.
        birthday.append(dice.happens(level < 0 ? 0.45 : 0.1) ? nil : person.birthday)
        hasMail.append(dice.happens(0.12))
        place.append(Int16(person.place))
        source.append(Int16(person.source))
        at.append(person.registeredAt)
        day.append(Int32(person.registeredDay))
        self.level.append(Int16(level))
    }

    func columns(_ company: Company) -> ColumnSet {
        let places = PlaceAtlas.places
        var set = ColumnSet()
        set.add("customer_id", .int64(id))
        set.add("customer_no", numbers())
        set.add("name", .textBytes(name))
        set.add("gender", Vocabulary.text(female.map { $0 ? 0 : 1 }, ["女", "男"]))
        set.add("birth_on", .optionalDay(birthday))
        set.add("phone", phones())
        set.add("email", mails())
        set.add("country", Vocabulary.text("CN", rows: count))
        set.add("region", Vocabulary.text(place.map { Int16(places[Int($0)].regionIndex) }, Place.regions))
        set.add("province", Vocabulary.text(place, places.map(\.province)))
        set.add("city", Vocabulary.text(place, places.map(\.city)))
        set.add("city_tier", .int16(place.map { Int16(places[Int($0)].tier) }))
        set.add("channel", Vocabulary.text(source, SalesChannel.codes))
        set.add("registered_at", .instant(at))
        set.add("registered_on", Vocabulary.days(day, since: company.calendar.start.daysSince1970))
        set.add("is_member", .bool(level.map { $0 >= 0 }))
        set.add("member_level", Vocabulary.text(level, Vocabulary.levels))
        set.add("load_id", .int64(Array(repeating: Demonstration.loadID, count: count)))
        return set
    }

    private func numbers() -> ColumnValues {
        var text = DigitText(rows: count, width: 9)
        for number in id { text.append([67], number, width: 8) }
        return .textBytes(text.column)
    }

    private func phones() -> ColumnValues {
        var text = DigitText(rows: count, width: 11)
        for number in id { text.append(PersonIDs.phonePrefix, PersonIDs.phone(number), width: 9) }
        return .textBytes(text.column)
    }

    private func mails() -> ColumnValues {
        var column = TextColumn(reservingRows: count)
        for row in 0..<count {
            if hasMail[row] { column.append("u\(id[row])@example.com") } else { column.appendNull() }
        }
        return .textBytes(column)
    }
}
