package import Kernel

/// Fields by what they hold; `nil` where the field is empty or holds something else.
extension Record {
    /// Texts and codes of choices.
    package func text(_ field: String) -> String? { if case .text(let text) = self[field] { text } else { nil } }
    /// Money in its smallest unit, scores, people and links.
    package func whole(_ field: String) -> Int64? { if case .whole(let number) = self[field] { number } else { nil } }
    package func day(_ field: String) -> Day? { if case .day(let day) = self[field] { day } else { nil } }
    /// Numbers and shares.
    package func number(_ field: String) -> Double? {
        if case .number(let number) = self[field] { number } else { nil }
    }
    /// Codes of the choices made, where several may be made.
    package func codes(_ field: String) -> Set<String> {
        if case .codes(let codes) = self[field] { Set(codes) } else { [] }
    }
    /// Ids of the records named, of one link or of many.
    package func linked(_ field: String) -> Set<Int64> {
        switch self[field] {
        case .records(let ids): Set(ids)
        case .whole(let id): [id]
        default: []
        }
    }
}
