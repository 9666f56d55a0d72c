import GRDB
import Kernel
package import Store

/// Which mapping was last used for which headings is forgotten when nobody has used it for so long: a file that comes
/// again later is guessed anew or read with a kept mapping. Kept mappings are never swept.
extension KeptMappingStore {
    package static let keptDays = 400

    /// Every night, in the business zone.
    package static let sweeping = ScheduledTask(
        "mappings.sweep", name: Text(zh: "清理长期未用的表头记录", en: "Forget headings that were long not used"),
        .daily(at: .hour(4))
    ) { db, slot in
        try db.execute(
            sql: "DELETE FROM import_mapping_use WHERE used_at < ?",
            arguments: [slot.dueAt + .seconds(-86_400 * keptDays)])
    }
}
