package import Kernel

/// Answers requests: reads, checks, weighs and carries them out.
package struct Executor<Context: Sendable>: Sendable {
    package let schema: Schema
    private let resolvers: Resolvers<Context>

    /// Problem: `graphql.schema` where a field has no resolver.
    package init(_ schema: Schema, _ resolvers: Resolvers<Context>) throws(GraphQLProblem) {
        let missing = resolvers.missing(in: schema)
        if !missing.isEmpty { throw .schema("nobody answers \(missing.joined(separator: ", "))") }
        self.schema = schema
        var all = resolvers
        Introspection.answer(schema, &all)
        self.resolvers = all
    }

    /// - Parameter readsOnly: refuse everything but queries.
    package func answer(
        _ request: GraphQLRequest, in context: Context, language: Language, readsOnly: Bool = false
    ) async -> GraphQLAnswer {
        let source = SourceText(request.query)
        do {
            let document = try Parser.parse(source)
            try Validator.check(document, schema, source)
            let operation = try operation(document, request.operationName, readsOnly)
            let coercion = Coercion(schema: schema)
            let collector = Collector(
                schema: schema,
                fragments: Dictionary(document.fragments.map { ($0.name.text, $0) }) { first, _ in first },
                variables: try coercion.variables(operation, request.variables))
            try Cost.check(operation, collector, coercion)
            let run = Run(
                source: source, coercion: coercion, collector: collector, resolvers: resolvers, context: context,
                language: language)
            let data = try await run.data(of: operation)
            return GraphQLAnswer(data: data, faults: run.faults)
        } catch let fault as RequestFault {
            return GraphQLAnswer(data: nil, faults: fault.faults)
        } catch let fault as Misplaced {
            return GraphQLAnswer(data: nil, faults: [Fault(fault.problem, at: [source.location(fault.at)])])
        } catch { return GraphQLAnswer(data: nil, faults: [Fault(error)]) }
    }

    private func operation(_ document: Document, _ name: String?, _ readsOnly: Bool) throws -> Operation {
        let found: Operation
        if let name {
            guard let named = document.operations.first(where: { $0.name?.text == name }) else {
                throw GraphQLProblem.operationUnknown(name)
            }
            found = named
        } else {
            guard let first = document.operations.first else { throw GraphQLProblem.operationsMissing }
            if document.operations.count > 1 { throw GraphQLProblem.operationUnnamed }
            found = first
        }
        if readsOnly, found.kind != .query { throw Misplaced(.mutationByGet, at: found.at) }
        return found
    }
}
