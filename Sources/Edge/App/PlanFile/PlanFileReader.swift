import Foundation
import Kernel
import Planning
import Yams

/// Reads a file that `PlanFileWriter` or a person wrote. Values are taken as the texts they are: whether `1e5` is a number
/// is for the field to say.
enum PlanFileReader {
    /// Problems: `PlanFileProblem`s, which name the line.
    static func read(path: String) throws -> PlanText {
        let text: String
        do { text = try String(contentsOfFile: path, encoding: .utf8) } catch {
            throw PlanFileProblem.unreadable(file: path)
        }
        return try read(text)
    }

    static func read(_ text: String) throws -> PlanText {
        let root: Node?
        do { root = try Yams.compose(yaml: text) } catch let error as YamlError { throw problem(error) }
        guard case .mapping(let map) = root else { throw PlanFileProblem.noPlan }
        guard case .scalar(let version) = map[PlanFileWriter.form] else { throw PlanFileProblem.noPlan }
        if version.string != PlanFileWriter.formVersion { throw PlanFileProblem.otherForm(version.string) }
        return PlanText(
            try map.compactMap { key, value in
                let name = try word(key)
                if name == PlanFileWriter.form || isEmpty(value) { return nil }
                return PlanText.Section(type: name, entries: try mapping(value, key).map { try entry($0, $1) })
            })
    }

    private static func entry(_ key: Node, _ value: Node) throws -> PlanText.Entry {
        var version: Int64?
        var state: String?
        var fields: [PlanText.Field] = []
        for (name, content) in try mapping(value, key) {
            switch try word(name) {
            case "version":
                guard case .scalar(let number) = content, let found = Int64(number.string), found > 0 else {
                    throw PlanFileProblem.shape(
                        line: line(name), what: Text(zh: "version 须为正整数", en: "version must be a positive whole number")
                    )
                }
                version = found
            case "state": state = try word(content)
            case let id: fields.append(PlanText.Field(id, try self.content(content)))
            }
        }
        return PlanText.Entry(key: try word(key), version: version, state: state, fields: fields, line: line(key))
    }

    private static func content(_ node: Node) throws -> PlanText.Content {
        switch node {
        case .scalar(let scalar): isEmpty(node) ? .empty : .one(scalar.string)
        case .sequence(let sequence): .many(try sequence.map { try word($0) })
        default:
            throw PlanFileProblem.shape(
                line: line(node), what: Text(zh: "此处应为一个值或一个列表", en: "a value or a list is expected"))
        }
    }

    /// `~`, `null` or nothing, unless quoted.
    private static func isEmpty(_ node: Node) -> Bool {
        guard case .scalar(let scalar) = node else { return false }
        return (scalar.style == .plain || scalar.style == .any) && ["", "~", "null"].contains(scalar.string)
    }

    private static func word(_ node: Node) throws -> String {
        guard case .scalar(let scalar) = node else {
            throw PlanFileProblem.shape(line: line(node), what: Text(zh: "此处应为一个词", en: "a single word is expected"))
        }
        return scalar.string
    }

    private static func mapping(_ node: Node, _ key: Node) throws -> Node.Mapping {
        guard case .mapping(let map) = node else {
            throw PlanFileProblem.shape(
                line: line(key),
                what: Text(zh: "其下应为“字段: 值”的缩进行", en: "indented lines “field: value” are expected below"))
        }
        return map
    }

    private static func line(_ node: Node) -> Int { node.mark?.line ?? 0 }

    private static func problem(_ error: YamlError) -> PlanFileProblem {
        switch error {
        case .scanner(_, let what, let mark, _), .parser(_, let what, let mark, _), .composer(_, let what, let mark, _):
            .syntax(line: mark.line, what: what)
        case .duplicatedKeysInMapping(let keys, let context):
            .twice(line: context.mark.line, keys: keys.map { "\($0)" })
        default: .syntax(line: 0, what: "\(error)")
        }
    }
}
