import Kernel
import Records

/// The files of a record on its page.
struct RecordFilePart {
    let page: RecordPage

    var html: HTML {
        div(.class("stack-tight"), .id("files")) {
            if page.files.isEmpty {
                p(.class("quiet")) { Text(zh: "还没有附件。", en: "No files yet.") }
            } else {
                list
            }
            if page.mayEdit { upload }
        }
    }

    private var list: HTML {
        ul(.class("plain-list file-list")) {
            for file in page.files {
                li {
                    a(.class("record-link"), .href(address(file)), .flag("download")) {
                        icon("file")
                        file.name
                    }
                    span(.class("quiet num")) { Self.size(file.bytes) }
                    span(.class("quiet")) { RecordPage.person(file.addedBy) }
                    span(.class("quiet num")) { Figure.moment(file.addedAt, in: page.visit.app.zone) }
                    if page.mayEdit {
                        postForm(
                            address(file) + "/remove",
                            .confirm(Text(zh: "移除“\(file.name)”？", en: "Remove “\(file.name)”?"))
                        ) {
                            button(.class("btn btn-small btn-quiet"), .type("submit")) {
                                icon("trash")
                                Text(zh: "移除", en: "Remove")
                            }
                        }
                    }
                }
            }
        }
    }

    private func address(_ file: RecordFile) -> String { "\(RecordFilePages.path(page.record))/\(file.id)" }

    private var upload: HTML {
        element("upload-form", [.src(RecordFilePages.path(page.record))] + UploadPart.words(RecordFilePages.limit)) {
            div(.class("inline-form")) {
                input(
                    .class("form-control"), .type("file"), .label(Text(zh: "选择附件", en: "Choose a file")))
                button(.class("btn"), .type("button"), .attribute("data-send", "")) {
                    icon("upload")
                    Text(zh: "添加", en: "Add")
                }
                button(.class("btn"), .type("button"), .attribute("data-stop", ""), .hidden) {
                    Text(zh: "停止上传", en: "Stop")
                }
            }
            element(
                "progress",
                [
                    .class("upload-bar"), .attribute("max", "1"), .hidden,
                    .label(Text(zh: "上传进度", en: "Upload progress")),
                ])
            p(.class("field-help"), .role("status"), .attribute("data-message", ""))
        }
    }

    /// `1.2 MB`
    private static func size(_ bytes: Int64) -> String {
        switch bytes {
        case ..<1_000: "\(bytes) B"
        case ..<1_000_000: Figure.decimal(Double(bytes) / 1e3, 0) + " KB"
        default: Figure.decimal(Double(bytes) / 1e6, 1) + " MB"
        }
    }
}
