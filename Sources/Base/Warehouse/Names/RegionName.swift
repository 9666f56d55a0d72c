package import Kernel

/// How the seven sales regions are called. A code that is not listed shows as it was imported.
package enum RegionName {
    package static let all: [(code: String, name: Text)] = [
        ("east", Text(zh: "华东", en: "East China")),
        ("south", Text(zh: "华南", en: "South China")),
        ("north", Text(zh: "华北", en: "North China")),
        ("central", Text(zh: "华中", en: "Central China")),
        ("southwest", Text(zh: "西南", en: "Southwest China")),
        ("northwest", Text(zh: "西北", en: "Northwest China")),
        ("northeast", Text(zh: "东北", en: "Northeast China")),
    ]

    private static let names = Dictionary(all.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })

    /// The region's name, or its code where it is not one of ours.
    package static func text(_ code: String) -> Text { names[code] ?? Text(verbatim: code) }
}
