import Kernel

/// One request being carried out (section 6.3 and 6.4), level by level: a field is asked of all objects of a level at once. Fields of
/// one object are answered one after the other, as mutations must be.
final class Run<Context: Sendable> {
    private let source: SourceText
    private let coercion: Coercion
    private let collector: Collector
    private let resolvers: Resolvers<Context>
    private let context: Context
    private let language: Language
    private var values = 0
    private(set) var faults: [Fault] = []

    init(
        source: SourceText, coercion: Coercion, collector: Collector, resolvers: Resolvers<Context>, context: Context,
        language: Language
    ) {
        self.source = source
        self.coercion = coercion
        self.collector = collector
        self.resolvers = resolvers
        self.context = context
        self.language = language
    }

    /// Problem: `graphql.too_large`.
    func data(of operation: Operation) async throws -> JSON {
        guard let root = coercion.schema.root(operation.kind) else { return .null }
        return try await objects([operation.selections], of: root, [Root()], [nil]).first ?? .null
    }

    /// What the fields of `Query` and `Mutation` are asked of.
    private struct Root: Sendable {}

    /// The objects with the fields asked of them; `null` where a field is missing that must be there.
    private func objects(
        _ sets: [SelectionSet], of type: ObjectType, _ parents: [any Sendable], _ paths: [ResponsePath?]
    ) async throws -> [JSON] {
        let groups = collector.groups(sets, of: type)
        var members: [[JSON.Member]?] = parents.map { _ in [] }
        for group in groups {
            let answers = try await answers(group, of: type, parents, paths)
            for (index, answer) in answers.enumerated() {
                if let answer { members[index]?.append(JSON.Member(group.key, answer)) } else { members[index] = nil }
            }
        }
        return members.map { $0.map(JSON.object) ?? .null }
    }

    /// `nil`: missing, though it must be there.
    private func answers(
        _ group: Collector.Group, of type: ObjectType, _ parents: [any Sendable], _ paths: [ResponsePath?]
    ) async throws -> [JSON?] {
        guard let field = group.fields.first, let definition = coercion.schema.field(field.name.text, of: type) else {
            return parents.map { _ in .some(.null) }
        }
        let paths = paths.map { ResponsePath($0, .key(group.key)) }
        if definition.name == "__typename" { return parents.map { _ in .string(type.name) } }
        var found: [Resolved]
        do {
            let arguments = try coercion.arguments(
                field.arguments, definition.arguments, collector.variables, of: definition.name)
            let call = Call(parents: parents, arguments: arguments, context: context, language: language)
            found = try await resolvers[type.name, definition.name]?(call) ?? []
            if found.count != parents.count {
                throw GraphQLProblem.schema(
                    "\(type.name).\(definition.name) answered \(found.count) of \(parents.count)")
            }
        } catch { found = parents.map { _ in .fault(error) } }
        return try await complete(found, definition.type, group, paths)
    }

    private func complete(
        _ found: [Resolved], _ type: TypeReference, _ group: Collector.Group, _ paths: [ResponsePath]
    ) async throws -> [JSON?] {
        switch type {
        case .nonNull(let inner):
            let answers = try await complete(found, inner, group, paths)
            for (index, value) in found.enumerated() {
                if case .null = value { note(GraphQLProblem.schema("\(type) is null"), group, paths[index]) }
            }
            return answers.map { $0 == .null ? nil : $0 }
        case .list(let inner): return try await lists(found, of: inner, group, paths)
        case .named(let name): return try await named(found, name, group, paths)
        }
    }

    /// The entries of all lists together, so that they too are one level.
    private func lists(
        _ found: [Resolved], of type: TypeReference, _ group: Collector.Group, _ paths: [ResponsePath]
    ) async throws -> [JSON?] {
        var entries: [Resolved] = []
        var places: [ResponsePath] = []
        for (index, value) in found.enumerated() {
            guard case .list(let items) = value else { continue }
            entries += items
            places += items.indices.map { ResponsePath(paths[index], .index($0)) }
        }
        let answers = try await complete(entries, type, group, places)
        var position = 0
        return try found.enumerated().map { index, value -> JSON? in
            guard case .list(let items) = value else { return try leaf(value, group, paths[index]) }
            let own = answers[position..<position + items.count]
            position += items.count
            let there = own.compactMap { $0 }
            return there.count == own.count ? .list(there) : .null
        }
    }

    /// Single values as they are, objects with their fields; those of one type are one level.
    private func named(
        _ found: [Resolved], _ name: String, _ group: Collector.Group, _ paths: [ResponsePath]
    ) async throws -> [JSON?] {
        var byType: [String: [Int]] = [:]
        var answers: [JSON?] = try found.enumerated().map { index, value in
            if case .object(_, let type) = value { byType[type, default: []].append(index) }
            return try leaf(value, group, paths[index])
        }
        for (type, indices) in byType.sorted(by: { $0.key < $1.key }) {
            guard let object = coercion.schema.type(type)?.composite, coercion.schema.possible(name).contains(type)
            else {
                for index in indices { note(GraphQLProblem.schema("\(type) is no \(name)"), group, paths[index]) }
                continue
            }
            let parents = indices.compactMap { index in if case .object(let one, _) = found[index] { one } else { nil }
            }
            let done = try await objects(group.selections, of: object, parents, indices.map { paths[$0] })
            for (index, answer) in zip(indices, done) { answers[index] = answer }
        }
        return answers
    }

    private func leaf(_ value: Resolved, _ group: Collector.Group, _ path: ResponsePath) throws -> JSON {
        values += 1
        if values > Limits.values { throw GraphQLProblem.tooLarge }
        switch value {
        case .leaf(let json): return json
        case .fault(let error):
            note(error, group, path)
            return .null
        case .null, .list, .object: return .null
        }
    }

    private func note(_ error: any Error, _ group: Collector.Group, _ path: ResponsePath) {
        guard faults.count < Limits.faults else { return }
        faults.append(Fault(error, at: group.fields.map { source.location($0.at) }, path: path.steps))
    }
}
