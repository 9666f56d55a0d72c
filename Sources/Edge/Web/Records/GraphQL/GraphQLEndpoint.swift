import Foundation
import GraphQL
import Kernel
import Records
import Store
import Synchronization

/// `/api/v1/graphql`: the same rights, filters and problems as REST, one request for what would take many.
enum GraphQLEndpoint {
    static let path = "/api/v1/graphql"
    private static let limitBytes = 1 << 20

    static func routes(_ desk: RecordDesk) -> [Route] {
        let kept = KeptExecutor()
        return [
            // What somebody may do is said by each field, as the kinds of records differ.
            Route(.post, path, .signedIn, body: .stream) { visit in
                let request = try await sent(visit)
                return try await answer(request, visit, desk, kept, readsOnly: false)
            },
            .get(path, .signedIn) { visit in
                let request = GraphQLRequest(
                    query: visit.query["query"] ?? "", operationName: named(visit.query["operationName"]),
                    variables: try variables(visit.query["variables"]))
                if request.query.isEmpty { throw APIProblem.queryMissing }
                return try await answer(request, visit, desk, kept, readsOnly: true)
            },
        ]
    }

    /// Made from the declarations when first asked for.
    private final class KeptExecutor: Sendable {
        private let made = Mutex<Executor<RecordGraph.Asker>?>(nil)

        func executor(_ desk: RecordDesk) throws -> Executor<RecordGraph.Asker> {
            try made.withLock { made in
                if let made { return made }
                let new = try RecordGraph.executor(desk)
                made = new
                return new
            }
        }
    }

    private static func answer(
        _ request: GraphQLRequest, _ visit: Visit, _ desk: RecordDesk, _ kept: KeptExecutor, readsOnly: Bool
    ) async throws -> Reply {
        let asker = RecordGraph.Asker(desk: desk, reader: try RecordDesk.author(visit))
        let answer = try await kept.executor(desk).answer(
            request, in: asker, language: visit.language, readsOnly: readsOnly)
        var members: [JSON.Member] = []
        if !answer.faults.isEmpty {
            members.append(JSON.Member("errors", .list(answer.faults.map { GraphQLFault.json($0, visit) })))
        }
        if let data = answer.data { members.append(JSON.Member("data", data)) }
        // As "GraphQL over HTTP" has it: programs that know its own media type are told by the status too.
        let knows = visit.request.headers["accept"]?.contains(ownType) ?? false
        var reply = Reply.json(JSON.object(members).bytes, status: knows && answer.data == nil ? 400 : 200)
        if knows { reply.headers["content-type"] = ownType + "; charset=utf-8" }
        return reply
    }

    private static let ownType = "application/graphql-response+json"

    /// Problems: `api.not_json`, `api.query_missing`, `web.body_too_large`.
    private static func sent(_ visit: Visit) async throws -> GraphQLRequest {
        let bytes = try await visit.request.body.collect(upTo: limitBytes)
        let body = try JSON(parsing: bytes)
        guard case .object = body else { throw APIProblem.notJSON }
        guard case .string(let query) = body["query"], !query.isEmpty else { throw APIProblem.queryMissing }
        var name: String?
        switch body["operationName"] {
        case nil, .null: name = nil
        case .string(let text): name = named(text)
        default: throw APIProblem.notJSON
        }
        return GraphQLRequest(
            query: query, operationName: name, variables: try variables(body["variables"] ?? .null))
    }

    private static func named(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }

    private static func variables(_ text: String?) throws -> JSON {
        guard let text, !text.isEmpty else { return .object([]) }
        return try variables(try JSON(parsing: Array(text.utf8)))
    }

    private static func variables(_ value: JSON) throws -> JSON {
        switch value {
        case .null: return .object([])
        case .object: return value
        default: throw APIProblem.notJSON
        }
    }
}
