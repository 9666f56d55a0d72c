import Kernel
import Warehouse

/// A region's name; customers without one are said to have none.
enum RegionText {
    static func of(_ code: String?) -> Text {
        code.map(RegionName.text) ?? Text(zh: "未知", en: "Unknown")
    }
}
