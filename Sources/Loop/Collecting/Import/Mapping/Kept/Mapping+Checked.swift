import Kernel

extension Mapping {
    package static let longestName = 60

    /// The headings it names.
    package var columns: [String] { bindings.compactMap(\.column) }

    /// The mapping as it may be kept: its name fits, its fields are there, required ones are filled, its codes are ours.
    /// Whether a file has its columns is another question: `MappingCheck`.
    /// Problems: those of `MappingProblem` and of `ImportProblem` that are about mappings.
    package func checked() throws -> Mapping {
        var mapping = self
        mapping.name = try Self.checkedName(name)
        if ShippedMappings.named(mapping.name) != nil { throw MappingProblem.nameShipped(mapping.name) }
        try checkParts()
        return mapping
    }

    /// The same without its name: whether it may be used once.
    package func checkParts() throws {
        try checkFields()
        for field in target.fields where field.isRequired && binding(of: field.id) == nil {
            throw MappingProblem.sourceMissing(field: field.label)
        }
        if target == .orderLine, binding(of: "amount") == nil, binding(of: "unit_price") == nil,
            let amount = target.field("amount")
        {
            throw MappingProblem.sourceMissing(field: amount.label)
        }
        if let zone, BusinessZone(zone) == nil { throw ImportProblem.zoneUnknown(zone) }
        if let currency, Currency(currency) == nil { throw ImportProblem.currencyUnknown(currency) }
    }

    /// A name that fits a list, a file name and a command line.
    static func checkedName(_ name: String) throws -> String {
        let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let fits = (1...longestName).contains(name.count) && !name.contains { "/\\".contains($0) }
        let isSeen = name.unicodeScalars.allSatisfy {
            ![.control, .format, .lineSeparator].contains($0.properties.generalCategory)
        }
        guard fits, isSeen else { throw MappingProblem.nameUnfit }
        return name
    }

    private func checkFields() throws {
        var seen: Set<String> = []
        for binding in bindings {
            guard let field = target.field(binding.field) else {
                throw ImportProblem.fieldUnknown(
                    field: binding.field, target: target.rawValue, fields: target.fields.map(\.id))
            }
            if !seen.insert(binding.field).inserted { throw ImportProblem.fieldTwice(field: binding.field) }
            if binding.column == nil, binding.constant?.isEmpty ?? true {
                throw MappingProblem.sourceMissing(field: field.label)
            }
            try binding.checkCodes(field)
        }
    }
}

extension Binding {
    /// Closed lists take their own codes only; open ones take any word.
    fileprivate func checkCodes(_ field: TargetField) throws {
        guard case .word(let list) = field.kind, list.isClosed else { return }
        for code in (words ?? [:]).values.sorted() where !list.codes.contains(code) {
            throw MappingProblem.codeUnknown(field: field.label, code: code, codes: list.codes)
        }
        if column == nil, let constant, words?[constant] == nil, words?["*"] == nil,
            list.words[constant.lowercased()] == nil
        {
            throw MappingProblem.codeUnknown(field: field.label, code: constant, codes: list.codes)
        }
    }
}
