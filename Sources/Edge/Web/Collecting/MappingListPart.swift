import Collecting
import Kernel

/// All mappings in a list, and the box that takes a mapping file.
struct MappingListPart {
    let kept: [KeptMapping]
    let removed: [RemovedMapping]
    let zone: BusinessZone

    var page: Page {
        Page(
            MappingPages.title, pretitle: Step.data.name,
            lead: Text(
                zh: "映射记录一类文件的列如何对应标准表，导入相同表头的文件时自动采用。",
                en:
                    "A mapping says how the columns of one kind of file fill a table; files with the same headings are read with it."
            )
        ) {
            card(nil, flush: true) {
                if kept.isEmpty { empty } else { table }
            }
            if !ShippedMappings.all.isEmpty {
                card(Text(zh: "内置映射", en: "Shipped with the program"), flush: true) { shipped }
            }
            card(Text(zh: "上传映射文件", en: "Upload a mapping file")) { upload }
            if !removed.isEmpty {
                card(
                    Text(zh: "已删除", en: "Deleted"),
                    note: Text(
                        zh: "内容保留在审计日志中，随时可以恢复；名称已被占用时以相近的名称恢复。",
                        en:
                            "Kept whole in the audit log and put back at any time, under a name like it where the name is taken."
                    ),
                    flush: true
                ) { gone }
            }
        }
        .footnote(Text(zh: "时间按时区 \(zone.identifier) 显示。", en: "Times are in the zone \(zone.identifier)."))
    }

    private var empty: HTML {
        emptyState(
            "transfer", Text(zh: "还没有保存过映射", en: "No mapping is kept yet"),
            Text(
                zh: "导入文件时核对好对应关系，点“保存为映射”，下次就不必再核对。",
                en:
                    "Check the columns of a file while importing it and choose “Save as mapping”: next time there is nothing to check."
            )
        ) {
            a(.class("btn btn-primary"), .href(ImportPages.path)) { Text(zh: "导入文件", en: "Import a file") }
        }
    }

    private var table: HTML {
        let zone = zone
        return DataTable(
            MappingPages.title, rows: kept,
            columns: [
                .init(Text(zh: "名称", en: "Name")) { kept in
                    a(.href(MappingPages.path + "/\(kept.id)")) { kept.name }
                },
                .init(Text(zh: "数据表", en: "Table")) { $0.target.name },
                .init(Text(zh: "字段", en: "Fields"), figure: true) { String($0.mapping.bindings.count) },
                .init(Text(zh: "上次使用", en: "Last used")) { kept in
                    if let at = kept.usedAt {
                        Self.stamp(at, kept.usedBy ?? "", zone)
                    } else {
                        span(.class("quiet")) { Text(zh: "从未", en: "never") }
                    }
                },
                .init(Text(zh: "上次修改", en: "Last changed")) { kept in Self.stamp(kept.changedAt, kept.changedBy, zone)
                },
                .init(Text(zh: "操作", en: "Actions")) { kept in
                    div(.class("row-wrap")) {
                        a(.class("btn btn-small"), .href(MappingPages.path + "/\(kept.id)")) {
                            Text(zh: "编辑", en: "Edit")
                        }
                        a(.class("btn btn-small"), .href(MappingPages.path + "/\(kept.id)/file")) {
                            Text(zh: "下载", en: "Download")
                        }
                    }
                },
            ]
        ).html
    }

    private var gone: HTML {
        let zone = zone
        return DataTable(
            Text(zh: "已删除的映射", en: "Deleted mappings"), rows: removed,
            columns: [
                .init(Text(zh: "名称", en: "Name")) { $0.mapping.name },
                .init(Text(zh: "数据表", en: "Table")) { $0.mapping.target.name },
                .init(Text(zh: "字段", en: "Fields"), figure: true) { String($0.mapping.bindings.count) },
                .init(Text(zh: "删除", en: "Deleted")) { removed in
                    span(.class("num nowrap")) { removed.removedAt.map { Figure.moment($0, in: zone) } ?? "—" }
                    span(.class("cell-sub")) { AuditWords.author(removed.removedBy) }
                },
                .init(Text(zh: "操作", en: "Actions")) { removed in
                    postForm("/data/removed-mappings/\(removed.id)/restore") {
                        button(.class("btn btn-small"), .type("submit")) {
                            icon("arrow-back-up")
                            Text(zh: "恢复", en: "Put back")
                        }
                    }
                },
            ]
        ).html
    }

    private static func stamp(_ at: Instant, _ by: String, _ zone: BusinessZone) -> HTML {
        HTML {
            span(.class("num nowrap")) { Figure.moment(at, in: zone) }
            span(.class("cell-sub")) { AuditWords.author(by) }
        }
    }

    private var shipped: HTML {
        DataTable(
            Text(zh: "内置映射", en: "Shipped mappings"), rows: ShippedMappings.all,
            columns: [
                .init(Text(zh: "名称", en: "Name")) { $0.name },
                .init(Text(zh: "数据表", en: "Table")) { $0.target.name },
                .init(Text(zh: "字段", en: "Fields"), figure: true) { String($0.bindings.count) },
                .init(Text(zh: "操作", en: "Actions")) { mapping in
                    div(.class("row-wrap")) {
                        postForm("/data/shipped-mappings/\(mapping.name)/copy") {
                            button(.class("btn btn-small"), .type("submit")) {
                                Text(zh: "复制后修改", en: "Copy and change")
                            }
                        }
                        a(.class("btn btn-small"), .href("/data/shipped-mappings/\(mapping.name)/file")) {
                            Text(zh: "下载", en: "Download")
                        }
                    }
                },
            ]
        ).html
    }

    private var upload: HTML {
        element("upload-form", [.src("/data/mapping-files")] + UploadPart.words(1 << 20)) {
            div(.class("narrow-form")) {
                div(.class("field")) {
                    label(.class("form-label"), .for("mapping-file")) { Text(zh: "映射文件", en: "Mapping file") }
                    input(
                        .id("mapping-file"), .class("form-control"), .type("file"), .attribute("accept", ".json"),
                        .described(by: "about-mapping-file"))
                    p(.class("field-help"), .id("about-mapping-file")) {
                        Text(
                            zh: "从这里或命令行（yunchou mapping show）下载的 JSON 文件；按文件中的名称保存。",
                            en:
                                "A JSON file downloaded here or printed by yunchou mapping show; it is kept under the name it carries."
                        )
                    }
                }
                element(
                    "progress",
                    [
                        .class("upload-bar"), .attribute("max", "1"), .hidden,
                        .label(Text(zh: "上传进度", en: "Upload progress")),
                    ])
                p(.class("field-help"), .role("status"), .attribute("data-message", ""))
                div(.class("form-foot")) {
                    button(.class("btn"), .type("button"), .attribute("data-send", "")) {
                        icon("upload")
                        Text(zh: "上传并保存", en: "Upload and keep")
                    }
                    button(.class("btn"), .type("button"), .attribute("data-stop", ""), .hidden) {
                        Text(zh: "停止上传", en: "Stop")
                    }
                }
            }
        }
    }
}
