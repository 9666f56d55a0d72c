import Collecting
import Kernel

/// Where the mapping is kept under a name.
struct SavePart {
    let view: ImportView
    let name: String

    var html: HTML {
        card(
            Text(zh: "保存映射", en: "Keep this mapping"),
            note: Text(zh: "下次遇到相同表头的文件会自动采用。", en: "It will be taken by itself for files with the same headings.")
        ) {
            div(.class("row-wrap save-mapping")) {
                if let kept = view.kept {
                    input(.type("hidden"), .name("revision"), .value(String(kept.revision)))
                    button(
                        .class("btn"), .type("submit"), .name("save"), .value("update"),
                        .attribute("formaction", view.path + "/save")
                    ) {
                        icon("device-floppy")
                        Text(zh: "更新“\(kept.name)”", en: "Update “\(kept.name)”")
                    }
                    span(.class("quiet")) { Text(zh: "或", en: "or") }
                }
                label(.for("save-name")) { Text(zh: "名称", en: "Name") }
                input(
                    .id("save-name"), .class("form-control"), .type("text"), .name("save_name"), .value(suggestion),
                    .attribute("maxlength", Mapping.longestName), .attribute("autocomplete", "off"))
                button(
                    .class("btn"), .type("submit"), .name("save"), .value("new"),
                    .attribute("formaction", view.path + "/save")
                ) {
                    icon("device-floppy")
                    Text(zh: "保存为映射", en: "Save as mapping")
                }
            }
        }
    }

    /// The file's name without its ending; nothing beside a mapping that has a name already.
    private var suggestion: String {
        if view.kept != nil { return "" }
        let stem = view.upload.name.split(separator: ".").dropLast().joined(separator: ".")
        return String((stem.isEmpty ? view.upload.name : stem).prefix(Mapping.longestName))
    }
}
