import Kernel
import Synchronization

@testable import GraphQL

/// A small library to ask about: books with authors, things that may fail, and a counter of look-ups.
struct Library: Sendable {
    struct Book: Sendable {
        let id: Int64
        let title: String
        let author: Int64
    }
    struct Author: Sendable {
        let id: Int64
        let name: String
    }
    struct Broken: Error {}

    /// Every time that a resolver was asked.
    final class LookUps: Sendable {
        private let names = Mutex<[String]>([])
        var all: [String] { names.withLock { $0 } }
        func note(_ name: String) { names.withLock { $0.append(name) } }
    }

    static let authors = [Author(id: 1, name: "林"), Author(id: 2, name: "Wu")]
    static let books = (1...6).map { Book(id: Int64($0), title: "book \($0)", author: Int64($0 % 2 + 1)) }

    static func executor() throws -> Executor<LookUps> { try Executor(Schema(types), resolvers()) }

    static let types: [NamedType] = [
        .interface(ObjectType("Named", nil, fields: [FieldDefinition("id", .sure("Int"))])),
        .object(
            ObjectType(
                "Book", Text(zh: "书", en: "A book"), interfaces: ["Named"],
                fields: [
                    FieldDefinition("id", .sure("Int")), FieldDefinition("title", "String"),
                    FieldDefinition("author", "Author", cost: 2), FieldDefinition("lost", .sure("String")),
                    FieldDefinition("fragile", "String"),
                ])),
        .object(
            ObjectType(
                "Author", nil, interfaces: ["Named"],
                fields: [
                    FieldDefinition("id", .sure("Int")), FieldDefinition("name", .sure("String")),
                    FieldDefinition(
                        "books", .all("Book"), arguments: [InputDefinition("size", .sure("Int"), standard: 50)],
                        cost: 5, entries: 50, sizedBy: "size"),
                ])),
        .enumeration(EnumType("Order", nil, [.init("UP", nil), .init("DOWN", nil)])),
        .input(
            InputType(
                "Wish", nil,
                fields: [
                    InputDefinition("order", "Order"), InputDefinition("ids", .list(.sure("Int"))),
                    InputDefinition("limit", .sure("Int"), standard: 3), InputDefinition("needed", .sure("String")),
                ])),
        .object(
            ObjectType(
                "Query", nil,
                fields: [
                    FieldDefinition("books", .all("Book"), cost: 5, entries: 6),
                    FieldDefinition("things", .all("Named"), cost: 5, entries: 8),
                    FieldDefinition("book", "Book", arguments: [InputDefinition("id", .sure("Int"))]),
                    FieldDefinition("echo", "String", arguments: [InputDefinition("wish", "Wish")]),
                    FieldDefinition("say", "String", arguments: [InputDefinition("text", "String", standard: "hm")]),
                ])),
        .object(
            ObjectType(
                "Mutation", nil,
                fields: [FieldDefinition("note", .sure("Int"), arguments: [InputDefinition("text", .sure("String"))])])),
    ]

    private static func object(_ book: Book) -> Resolved { .object(book, type: "Book") }
    private static func object(_ author: Author) -> Resolved { .object(author, type: "Author") }

    static func resolvers() -> Resolvers<LookUps> {
        var all = Resolvers<LookUps>()
        all["Query", "books"] = { call in call.parents.map { _ in .list(books.map(object)) } }
        all["Query", "things"] = { call in call.parents.map { _ in .list(books.map(object) + authors.map(object)) } }
        all["Query", "book"] = { call in
            guard let book = books.first(where: { $0.id == call.arguments.int("id") }) else { throw Broken() }
            return call.parents.map { _ in object(book) }
        }
        all["Query", "echo"] = { call in
            call.parents.map { _ in .text(call.arguments["wish"].map { String(decoding: $0.bytes, as: UTF8.self) }) }
        }
        all["Query", "say"] = { call in call.parents.map { _ in .text(call.arguments.text("text")) } }
        all["Mutation", "note"] = { call in
            call.context.note(call.arguments.text("text") ?? "")
            return call.parents.map { _ in .leaf(.int(Int64(call.context.all.count))) }
        }
        all.each("Book", "id", of: Book.self) { book, _ in .leaf(.int(book.id)) }
        all.each("Book", "title", of: Book.self) { book, _ in .text(book.title) }
        all.each("Book", "lost", of: Book.self) { book, _ in book.id == 3 ? .fault(Broken()) : .text("here") }
        all.each("Book", "fragile", of: Book.self) { book, _ in book.id == 3 ? .fault(Broken()) : .text("whole") }
        all["Book", "author"] = { call in
            call.context.note("authors of \(call.parents.count)")
            return call.parents.map { parent in
                authors.first { $0.id == (parent as? Book)?.author }.map(object) ?? .null
            }
        }
        all.each("Author", "id", of: Author.self) { author, _ in .leaf(.int(author.id)) }
        all.each("Author", "name", of: Author.self) { author, _ in .text(author.name) }
        all["Author", "books"] = { call in
            call.context.note("books of \(call.parents.count)")
            return call.parents.map { parent in
                .list(books.filter { $0.author == (parent as? Author)?.id }.map(object))
            }
        }
        return all
    }

    /// The data as JSON text and the codes of what went wrong.
    static func ask(
        _ query: String, _ variables: JSON = .object([]), operation: String? = nil, noting lookUps: LookUps = LookUps()
    )
        async throws -> (data: String?, codes: [String])
    {
        let answer = try await executor().answer(
            GraphQLRequest(query: query, operationName: operation, variables: variables), in: lookUps, language: .en)
        return (
            answer.data.map { String(decoding: $0.bytes, as: UTF8.self) },
            answer.faults.map { ($0.error as? any Problem)?.code ?? "fault" }
        )
    }
}
