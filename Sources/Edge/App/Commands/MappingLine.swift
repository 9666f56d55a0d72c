import Collecting
import Kernel

/// One mapping in `yunchou mapping list`.
struct MappingLine {
    let json: String
    private let mapping: Mapping
    private let isShipped: Bool

    init(_ mapping: Mapping, isShipped: Bool, usedAt: Instant?, uses: Int64) {
        self.mapping = mapping
        self.isShipped = isShipped
        let used = usedAt.map { JSONText.quoted($0.iso8601) } ?? "null"
        json =
            "{\"name\":\(JSONText.quoted(mapping.name)),\"into\":\"\(mapping.target.rawValue)\",\"fields\":\(mapping.bindings.count),"
            + "\"shipped\":\(isShipped),\"used_at\":\(used),\"uses\":\(uses)}"
    }

    func plain(_ language: Language) -> String {
        let mark = isShipped ? Text(zh: "（内置）", en: " (shipped)")[language] : ""
        return "\(mapping.name)\(mark)\t\(mapping.target.rawValue)\t\(mapping.target.name[language])"
    }
}
