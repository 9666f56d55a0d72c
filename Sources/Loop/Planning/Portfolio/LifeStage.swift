package import Kernel

/// The stage of a product's life (PP-01). The ids are those of the life-stage answers.
package enum LifeStage: String, Sendable, CaseIterable {
    case introduction, growth, maturity, decline

    package var name: Text {
        switch self {
        case .introduction: Text(zh: "导入期", en: "Introduction")
        case .growth: Text(zh: "成长期", en: "Growth")
        case .maturity: Text(zh: "成熟期", en: "Maturity")
        case .decline: Text(zh: "衰退期", en: "Decline")
        }
    }
}
