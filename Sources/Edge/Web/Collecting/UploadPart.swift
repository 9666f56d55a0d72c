import Collecting
import Kernel
import Records

/// Where a file is chosen and sent in.
enum UploadPart {
    static func page(_ visit: Visit) -> Page {
        Page(
            Text(zh: "导入", en: "Import"), pretitle: Step.data.name,
            lead: Text(
                zh: "上传文件后先预览、核对对应关系，确认之前不会写入任何数据。",
                en: "A file is previewed and its columns are checked first; nothing is written before you confirm.")
        ) {
            card(Text(zh: "上传文件", en: "Upload a file")) { form(visit.app.uploadLimit) }
        }
        .actions {
            if visit.may(.view, .sourceData) {
                a(.class("btn"), .href(LoadPages.path)) {
                    icon("history")
                    Text(zh: "导入记录", en: "Loads")
                }
            }
        }
    }

    private static func form(_ limit: Int) -> HTML {
        element("upload-form", [.src(ImportPages.path + "/uploads")] + words(limit)) {
            element("noscript", []) {
                notice(.warning, Text(zh: "上传文件需要启用浏览器的 JavaScript。", en: "Sending files in needs JavaScript."))
            }
            div(.class("narrow-form")) {
                div(.class("field")) {
                    label(.class("form-label"), .for("field-file")) { Text(zh: "文件", en: "File") }
                    input(
                        .id("field-file"), .class("form-control"), .type("file"),
                        .attribute("accept", ".csv,.tsv,.txt,.xlsx,.json,.jsonl,.ndjson,.parquet"),
                        .described(by: "about-file"))
                    p(.class("field-help"), .id("about-file")) {
                        Text(
                            zh: "支持 CSV、TSV、XLSX、JSON Lines 和 Parquet，最大 \(size(limit))；自动识别 UTF-8 与 GB18030 编码。",
                            en:
                                "CSV, TSV, XLSX, JSON lines and Parquet, up to \(size(limit)); UTF-8 and GB18030 are told apart."
                        )
                    }
                }
                Field("target", Text(zh: "导入到", en: "Import into")).choice(
                    [("", Text(zh: "根据表头自动判断", en: "Tell by the headings"))] + targets)
                element(
                    "progress",
                    [
                        .class("upload-bar"), .attribute("max", "1"), .hidden,
                        .label(Text(zh: "上传进度", en: "Upload progress")),
                    ])
                p(.class("field-help"), .role("status"), .attribute("data-message", ""))
                div(.class("form-foot")) {
                    button(.class("btn btn-primary"), .type("button"), .attribute("data-send", "")) {
                        icon("upload")
                        Text(zh: "上传并预览", en: "Upload and preview")
                    }
                    button(.class("btn"), .type("button"), .attribute("data-stop", ""), .hidden) {
                        Text(zh: "停止上传", en: "Stop")
                    }
                }
            }
        }
    }

    static var targets: [(value: String, label: Text)] { ImportTarget.allCases.map { ($0.rawValue, $0.name) } }

    static func words(_ limit: Int) -> [Attribute] {
        [
            .attribute("data-limit", limit),
            .attribute("data-choose", Text(zh: "请先选择一个文件。", en: "Choose a file first.")),
            .attribute(
                "data-too-large",
                Text(
                    zh: "文件超过 \(size(limit)) 的上限，请拆分后分次上传。",
                    en: "The file exceeds the limit of \(size(limit)). Split it and upload the parts.")),
            .attribute(
                "data-failed",
                Text(
                    zh: "上传中断，未保存任何内容。请检查网络后重试。",
                    en: "The upload broke off and nothing was kept. Check the network and try again.")),
            .attribute("data-stopped", Text(zh: "已停止上传，未保存任何内容。", en: "Stopped; nothing was kept.")),
            .attribute("data-reading", Text(zh: "上传完成，正在识别文件……", en: "Uploaded; reading the file …")),
        ]
    }

    private static func size(_ bytes: Int) -> String {
        bytes >= 1 << 30 ? "\(bytes >> 30) GB" : bytes >= 1 << 20 ? "\(bytes >> 20) MB" : "\(bytes) B"
    }
}
