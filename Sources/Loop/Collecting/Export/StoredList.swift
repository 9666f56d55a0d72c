package import Kernel

/// A list that people's work fills without end (audit log, jobs): read from the store part by part, never held whole.
package struct StoredList: Sendable {
    /// Which list, of what and in which language: kept with a background export, and read again when it runs.
    package struct Order: Sendable, Hashable, Codable {
        package let list: String
        package let language: Language
        /// What the list is narrowed to; `nil`: all of it.
        package let subject: String?

        package init(_ list: String, _ language: Language, subject: String? = nil) {
            self.list = list
            self.language = language
            self.subject = subject
        }
    }

    /// Some rows, and where the next part begins; `nil` after the last one.
    package struct Part: Sendable {
        package let rows: [[ExportCell]]
        package let next: Int64?

        package init(rows: [[ExportCell]], next: Int64?) {
            self.rows = rows
            self.next = next
        }
    }

    let count: @Sendable (Order) async throws -> Int64
    let part: @Sendable (Order, Int64?) async throws -> Part

    /// - Parameter part: the rows that follow a place, from the first where it is `nil`. Rows that come while the list is
    ///   read belong before the first part, so that none is read twice and none is left out.
    package init(
        count: @escaping @Sendable (Order) async throws -> Int64,
        part: @escaping @Sendable (Order, Int64?) async throws -> Part
    ) {
        self.count = count
        self.part = part
    }

    func each(_ order: Order, _ take: ([[ExportCell]]) async throws -> Void) async throws {
        var place: Int64?
        repeat {
            let found = try await part(order, place)
            try await take(found.rows)
            place = found.next
        } while place != nil
    }
}

/// The stored lists that an exporter can read, by name.
package struct StoredLists: Sendable {
    private let lists: [String: StoredList]

    package init(_ lists: [String: StoredList] = [:]) { self.lists = lists }

    /// A list that is asked for but not there was declared in one place and forgotten in the other: our fault.
    struct Unknown: Error { let list: String }

    func named(_ name: String) throws -> StoredList {
        guard let list = lists[name] else { throw Unknown(list: name) }
        return list
    }
}
