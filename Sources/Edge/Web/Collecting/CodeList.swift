import Collecting
import Kernel

/// The codes of an open list, offered while typing.
struct CodeList {
    private let field: TargetField
    private let list: WordList

    init?(_ field: TargetField) {
        guard case .word(let list) = field.kind, !list.isClosed, !list.names.isEmpty else { return nil }
        self.field = field
        self.list = list
    }

    var html: HTML {
        element("datalist", [.id("codes-" + field.id)]) {
            for entry in list.names { option(.value(entry.code)) { entry.name } }
        }
    }
}
