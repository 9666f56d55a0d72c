import Kernel

extension Validator {
    mutating func check(_ arguments: [Argument], _ definitions: [InputDefinition], of owner: String, at offset: Int) {
        checkTwice(arguments.map(\.name), Text(zh: "参数", en: "argument"))
        for argument in arguments {
            if let definition = definitions.first(where: { $0.name == argument.name.text }) {
                check(argument.value, definition.type, hasStandard: definition.standard != nil)
            } else {
                fault(.argumentUnknown(argument.name.text, of: owner), at: argument.name.at)
                noteVariables(argument.value)
            }
        }
        for definition in definitions where definition.isRequired {
            if !arguments.contains(where: { $0.name.text == definition.name }) {
                fault(.argumentMissing(definition.name, definition.type, of: owner), at: offset)
            }
        }
    }

    /// Whether what is written can be a value of the type; variables are noted with the type that is needed where they stand.
    mutating func check(_ value: Value, _ type: TypeReference, hasStandard: Bool = false) {
        switch (value.kind, type) {
        case (.variable(let name), _):
            uses[current]?.variables.append(
                VariableUse(name: name, at: value.at, type: type, hasStandard: hasStandard))
        case (.null, .nonNull): fault(.valueWrong("null", type.description), at: value.at)
        case (_, .nonNull(let inner)): check(value, inner, hasStandard: hasStandard)
        case (.null, _): return
        case (.list(let items), .list(let inner)): for item in items { check(item, inner) }
        case (_, .list(let inner)): check(value, inner)
        case (_, .named(let name)): check(value, ofType: name)
        }
    }

    private mutating func check(_ value: Value, ofType name: String) {
        switch schema.type(name) {
        case .scalar(let scalar):
            if Literal.read(value, scalar) == nil {
                fault(.valueWrong(value.shown, name), at: value.at)
                noteVariables(value)
            }
        case .enumeration(let list):
            if case .word(let word) = value.kind, list.members.contains(where: { $0.name == word }) { return }
            fault(.valueWrong(value.shown, name), at: value.at)
            noteVariables(value)
        case .input(let input):
            guard case .object(let members) = value.kind else {
                fault(.valueWrong(value.shown, name), at: value.at)
                return noteVariables(value)
            }
            check(members, input, at: value.at)
        default: return
        }
    }

    private mutating func check(_ members: [Argument], _ input: InputType, at offset: Int) {
        checkTwice(members.map(\.name), Text(zh: "字段", en: "field"))
        for member in members {
            if let field = input.fields.first(where: { $0.name == member.name.text }) {
                check(member.value, field.type, hasStandard: field.standard != nil)
            } else {
                fault(.inputUnknown(member.name.text, input.name), at: member.name.at)
                noteVariables(member.value)
            }
        }
        for field in input.fields where field.isRequired && !members.contains(where: { $0.name.text == field.name }) {
            fault(.inputMissing(field.name, input.name), at: offset)
        }
    }

    /// Variables in a place whose type is not known: used, and that is all that can be said.
    mutating func noteVariables(_ value: Value) {
        switch value.kind {
        case .variable(let name):
            uses[current]?.variables.append(VariableUse(name: name, at: value.at, type: "", hasStandard: false))
        case .list(let items): for item in items { noteVariables(item) }
        case .object(let members): for member in members { noteVariables(member.value) }
        default: return
        }
    }
}

extension Validator {
    mutating func checkVariables(of operation: Operation, _ key: String) {
        checkTwice(operation.variables.map(\.name), Text(zh: "变量", en: "variable"))
        for variable in operation.variables { check(variable) }
        let declared = Dictionary(operation.variables.map { ($0.name.text, $0) }) { first, _ in first }
        var used: Set<String> = []
        for place in [key] + fragments(from: key).sorted().map({ Self.key($0) }) {
            for use in uses[place]?.variables ?? [] {
                used.insert(use.name)
                guard let variable = declared[use.name] else {
                    fault(.variableUnknown(use.name), at: use.at, operation.at)
                    continue
                }
                if !fits(variable, use) {
                    fault(
                        .variableUnfit(use.name, variable.type.reference, for: use.type), at: variable.at, use.at)
                }
            }
        }
        for variable in operation.variables where !used.contains(variable.name.text) {
            fault(.variableUnused(variable.name.text), at: variable.at)
        }
    }

    private mutating func check(_ variable: VariableDefinition) {
        guard let type = schema.type(variable.type.name.text) else {
            return fault(.typeUnknown(variable.type.name.text), at: variable.type.name.at)
        }
        if !type.isInput {
            return fault(.variableNoInput(variable.name.text, variable.type.reference), at: variable.type.name.at)
        }
        if let standard = variable.standard { check(standard, variable.type.reference) }
    }

    private func fits(_ variable: VariableDefinition, _ use: VariableUse) -> Bool {
        let type = variable.type.reference
        // Its own type, or the place's, was refused already.
        guard schema.type(type.name) != nil, !use.type.name.isEmpty else { return true }
        if case .nonNull(let inner) = use.type, !type.isNonNull {
            let isNull = if case .null = variable.standard?.kind { true } else { variable.standard == nil }
            return (!isNull || use.hasStandard) && Self.fits(type, inner)
        }
        return Self.fits(type, use.type)
    }

    private static func fits(_ type: TypeReference, _ place: TypeReference) -> Bool {
        switch (type, place) {
        case (.nonNull(let type), .nonNull(let place)): fits(type, place)
        case (.nonNull(let type), _): fits(type, place)
        case (.list(let type), .list(let place)): fits(type, place)
        case (.named(let type), .named(let place)): type == place
        default: false
        }
    }
}
