import Foundation
import GraphQL

extension JSON {
    /// Reads what a program sent. Problem: `api.not_json`.
    init(parsing bytes: [UInt8]) throws {
        let read: Any
        do { read = try JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed]) } catch {
            throw APIProblem.notJSON
        }
        self = try JSON(read)
    }

    private init(_ value: Any) throws {
        switch value {
        case is NSNull: self = .null
        case let text as String: self = .string(text)
        case let list as [Any]: self = .list(try list.map(JSON.init))
        case let object as [String: Any]:
            self = .object(try object.sorted { $0.key < $1.key }.map { Member($0.key, try JSON($0.value)) })
        case let number as NSNumber:
            switch String(cString: number.objCType) {
            case "c", "B": self = .bool(number.boolValue)
            case "d", "f": self = .double(number.doubleValue)
            default: self = Int64(exactly: number).map(JSON.int) ?? .double(number.doubleValue)
            }
        default: throw APIProblem.notJSON
        }
    }
}
