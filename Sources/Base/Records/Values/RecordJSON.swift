import Foundation
import Kernel

/// Values as history keeps them: `{"kinds":["a","b"],"starts_on":"2026-11-21","strength":4,"title":"…"}`, keys sorted, so
/// that the same values are always the same text.
enum RecordJSON {
    static func encoded(_ values: RecordValues) throws -> String {
        let plain = values.mapValues { value -> Any in
            switch value {
            case .text(let text): text
            case .number(let number): number
            case .whole(let number): number
            case .day(let day): day.description
            case .flag(let flag): flag
            case .codes(let codes): codes
            case .records(let ids), .people(let ids): ids
            }
        }
        let data = try JSONSerialization.data(withJSONObject: plain, options: [.sortedKeys, .withoutEscapingSlashes])
        return String(decoding: data, as: UTF8.self)
    }

    /// Fields that are declared no more are left out: they stand in the text, but nothing says how to read them.
    static func decoded(_ text: String, _ type: RecordType) throws -> RecordValues {
        guard let plain = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else {
            throw RecordProblem.declaration("a version of \(type.id) is no JSON object")
        }
        var values: RecordValues = [:]
        for field in type.fields { values[field.id] = plain[field.id].flatMap { value($0, field.kind) } }
        return values
    }

    private static func value(_ plain: Any, _ kind: FieldKind) -> RecordValue? {
        switch kind {
        case .text, .longText, .choice, .metric, .region, .web: (plain as? String).map(RecordValue.text)
        case .number, .share: (plain as? NSNumber).map { .number($0.doubleValue) }
        case .scale, .money, .person, .link: (plain as? NSNumber).map { .whole($0.int64Value) }
        case .day: (plain as? String).flatMap { Day($0) }.map(RecordValue.day)
        case .flag: (plain as? NSNumber).map { .flag($0.boolValue) }
        case .choices: (plain as? [String]).map(RecordValue.codes)
        case .links: (plain as? [NSNumber]).map { .records($0.map(\.int64Value)) }
        case .people: (plain as? [NSNumber]).map { .people($0.map(\.int64Value)) }
        }
    }
}
