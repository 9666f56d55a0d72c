import Kernel

/// Turns what was written or sent into values of the types that are asked for (section 6.1.2 and 6.4.1).
struct Coercion {
    let schema: Schema

    /// The variables' values. Problems: `graphql.variable_missing`, `graphql.variable_wrong`.
    func variables(_ operation: Operation, _ sent: JSON) throws -> [String: JSON] {
        var values: [String: JSON] = [:]
        for variable in operation.variables {
            let type = variable.type.reference
            let name = variable.name.text
            if let value = sent[name] {
                do { values[name] = try read(value, type) } catch let fault as Unfit {
                    throw Misplaced(.variableWrong(name, fault.text), at: variable.at)
                }
            } else if let standard = variable.standard {
                values[name] = written(standard, type, [:]) ?? .null
            } else if type.isNonNull {
                throw Misplaced(.variableMissing(name, type), at: variable.at)
            }
        }
        return values
    }

    /// Problem: `graphql.argument_missing`, for a variable without a value where one is needed.
    func arguments(
        _ given: [Argument], _ definitions: [InputDefinition], _ variables: [String: JSON], of owner: String
    ) throws -> Arguments {
        var values: [String: JSON] = [:]
        for definition in definitions {
            let argument = given.first { $0.name.text == definition.name }
            let value = argument.flatMap { written($0.value, definition.type, variables) } ?? definition.standard
            if definition.type.isNonNull, value ?? .null == .null {
                throw GraphQLProblem.argumentMissing(definition.name, definition.type, of: owner)
            }
            values[definition.name] = value
        }
        return Arguments(values)
    }

    /// A value that the validator has let through; `nil` for a variable that was not given.
    private func written(_ value: Value, _ type: TypeReference, _ variables: [String: JSON]) -> JSON? {
        switch (value.kind, type.nullable) {
        case (.variable(let name), _): return variables[name]
        case (.null, _): return .null
        case (.list(let items), .list(let inner)): return .list(items.map { written($0, inner, variables) ?? .null })
        case (_, .list(let inner)): return written(value, inner, variables).map { .list([$0]) }
        case (_, .named(let name)): return written(value, ofType: name, variables)
        case (_, .nonNull): return nil
        }
    }

    private func written(_ value: Value, ofType name: String, _ variables: [String: JSON]) -> JSON? {
        switch (schema.type(name), value.kind) {
        case (.scalar(let scalar), _): return Literal.read(value, scalar)
        case (.enumeration, .word(let word)): return .string(word)
        case (.input(let input), .object(let members)):
            return .object(
                input.fields.compactMap { field in
                    let member = members.first { $0.name.text == field.name }
                    let found = member.flatMap { written($0.value, field.type, variables) } ?? field.standard
                    return found.map { JSON.Member(field.name, $0) }
                })
        default: return nil
        }
    }

    /// What is wrong with a variable's value.
    private struct Unfit: Error { let text: Text }

    private func read(_ value: JSON, _ type: TypeReference) throws -> JSON {
        switch (type, value) {
        case (.nonNull(let inner), _):
            if value.isNull { throw Unfit(text: GraphQLProblem.valueWrong("null", type.description).text) }
            return try read(value, inner)
        case (_, .null): return .null
        case (.list(let inner), .list(let items)): return .list(try items.map { try read($0, inner) })
        case (.list(let inner), _): return .list([try read(value, inner)])
        case (.named(let name), _): return try read(value, ofType: name)
        }
    }

    private func read(_ value: JSON, ofType name: String) throws -> JSON {
        let unfit = Unfit(text: GraphQLProblem.valueWrong(value.shown, name).text)
        switch (schema.type(name), value) {
        case (.scalar(let scalar), _):
            guard let read = scalar.read(value) else { throw unfit }
            return read
        case (.enumeration(let list), .string(let word)):
            if !list.members.contains(where: { $0.name == word }) { throw unfit }
            return value
        case (.input(let input), .object(let members)): return try read(members, input)
        default: throw unfit
        }
    }

    private func read(_ members: [JSON.Member], _ input: InputType) throws -> JSON {
        let known = Set(input.fields.map(\.name))
        if let stranger = members.first(where: { !known.contains($0.name) }) {
            throw Unfit(text: GraphQLProblem.inputUnknown(stranger.name, input.name).text)
        }
        let given = Dictionary(members.map { ($0.name, $0.value) }) { _, last in last }
        return .object(
            try input.fields.compactMap { field in
                if let value = given[field.name] { return JSON.Member(field.name, try read(value, field.type)) }
                if field.isRequired { throw Unfit(text: GraphQLProblem.inputMissing(field.name, input.name).text) }
                return field.standard.map { JSON.Member(field.name, $0) }
            })
    }
}

extension JSON {
    /// As error messages show it, cut short.
    fileprivate var shown: String {
        switch self {
        case .list: "[…]"
        case .object: "{…}"
        case .string(let text): "\"\(text.prefix(40))\""
        default: String(decoding: bytes, as: UTF8.self)
        }
    }
}
