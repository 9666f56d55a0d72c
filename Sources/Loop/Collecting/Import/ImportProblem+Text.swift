package import Kernel

extension ImportProblem {
    var tag: String {
        switch self {
        case .fileMissing: "file_missing"
        case .fileEmpty: "file_empty"
        case .onlyHeadings: "only_headings"
        case .formatUnknown: "format_unknown"
        case .oldExcel: "old_excel"
        case .encodingUnknown: "encoding_unknown"
        case .archiveBroken: "archive_broken"
        case .archiveTooLarge: "archive_too_large"
        case .sheetMissing: "sheet_missing"
        case .duplicateHeadings: "duplicate_headings"
        case .tooManyColumns: "too_many_columns"
        case .cellTooLong: "cell_too_long"
        case .columnMissing: "missing_column"
        case .fieldUnknown: "unknown_field"
        case .fieldTwice: "field_twice"
        case .fieldUnfilled: "required_field"
        case .targetUnknown: "unknown_target"
        case .targetDiffers: "target_differs"
        case .zoneUnknown: "unknown_zone"
        case .currencyUnknown: "unknown_currency"
        case .mappingUnreadable: "mapping_unreadable"
        case .mappingNewer: "mapping_newer"
        case .mappingMissing: "mapping_missing"
        case .nothingRecognised: "nothing_recognised"
        case .folderUnwritable: "folder_unwritable"
        case .engineCannotImport: "engine_cannot_import"
        }
    }

    package var text: Text {
        switch self {
        case .fileMissing, .fileEmpty, .onlyHeadings, .formatUnknown, .oldExcel, .encodingUnknown, .archiveBroken,
            .archiveTooLarge, .sheetMissing, .duplicateHeadings, .tooManyColumns, .cellTooLong:
            fileText
        case .columnMissing, .fieldUnknown, .fieldTwice, .fieldUnfilled, .targetUnknown, .targetDiffers, .zoneUnknown,
            .currencyUnknown, .mappingUnreadable, .mappingNewer, .mappingMissing, .nothingRecognised:
            mappingText
        case .folderUnwritable(let folder, let why):
            Text(
                zh: "无法写入文件夹“\(folder)”：\(why)。请检查磁盘空间和写入权限后重试，本次导入未写入任何数据。",
                en:
                    "Folder “\(folder)” cannot be written: \(why). Check disk space and permissions, then try again; nothing was imported."
            )
        case .engineCannotImport:
            Text(
                zh: "当前连接的是 Spark 引擎，文件导入需要使用内置的 DuckDB 引擎。请在未配置 Spark 连接的数据文件夹中导入。",
                en:
                    "Files are imported with the built-in DuckDB engine, but a Spark connection is configured. Import into a data folder without one."
            )
        }
    }

    private var fileText: Text {
        switch self {
        case .fileMissing(let file):
            Text(zh: "找不到文件“\(file)”，请检查路径。", en: "There is no file “\(file)”. Check the path.")
        case .fileEmpty(let file):
            Text(zh: "文件“\(file)”是空的，没有可导入的内容。请重新导出后再试。", en: "“\(file)” is empty. Export it again and retry.")
        case .onlyHeadings(let file):
            Text(zh: "文件“\(file)”只有表头，没有数据行。", en: "“\(file)” has headings but no rows.")
        case .formatUnknown(let file):
            Text(
                zh: "无法识别文件“\(file)”的格式。支持 CSV、TSV、XLSX、JSON Lines 和 Parquet。",
                en: "The format of “\(file)” is not known. CSV, TSV, XLSX, JSON lines and Parquet are read.")
        case .oldExcel(let file):
            Text(
                zh: "“\(file)”是旧版 Excel（.xls）或加密的工作簿。请在 Excel 中另存为不加密的 .xlsx 或 CSV 后再导入。",
                en:
                    "“\(file)” is an old Excel file (.xls) or an encrypted workbook. Save it as a plain .xlsx or CSV and import that."
            )
        case .encodingUnknown(let file, let row):
            Text(
                zh: "文件“\(file)”第 \(row) 行附近的编码既不是 UTF-8 也不是 GB18030。请另存为 UTF-8 编码后再导入。",
                en: "Near row \(row), “\(file)” is neither UTF-8 nor GB18030. Save it as UTF-8 and import that.")
        case .archiveBroken(let file, let why):
            Text(
                zh: "“\(file)”不是完整的 XLSX 文件（\(why)）。请在 Excel 中打开并重新保存。",
                en: "“\(file)” is not a complete XLSX file (\(why)). Open it in Excel and save it again.")
        case .archiveTooLarge(let file, let limit):
            Text(
                zh: "“\(file)”解压后超过 \(limit) MB，已停止读取以防压缩炸弹。数据量确实很大时请改用 CSV 或 Parquet。",
                en:
                    "“\(file)” unpacks to more than \(limit) MB; reading stopped, as it may be a zip bomb. Use CSV or Parquet for data that large."
            )
        case .sheetMissing(let file, let sheet, let sheets):
            Text(
                zh: "“\(file)”中没有工作表“\(sheet)”，现有：\(sheets.joined(separator: "、"))。",
                en: "“\(file)” has no sheet “\(sheet)”. It has: \(sheets.joined(separator: ", ")).")
        case .duplicateHeadings(let file, let headings):
            Text(
                zh: "文件“\(file)”有重复的表头：\(headings.joined(separator: "、"))。请改成不同的名称，否则无法判断该用哪一列。",
                en:
                    "“\(file)” has headings more than once: \(headings.joined(separator: ", ")). Rename them, so that each names one column."
            )
        case .tooManyColumns(let file, let had, let limit):
            Text(
                zh: "文件“\(file)”有 \(had) 列，超过上限 \(limit) 列。请检查分隔符是否正确。",
                en: "“\(file)” has \(had) columns, more than the limit of \(limit). Check the separator.")
        case .cellTooLong(let file, let row, let limit):
            Text(
                zh: "文件“\(file)”第 \(row) 行有超过 \(limit) MB 的单元格，多半是引号没有成对。请检查该行的双引号。",
                en:
                    "Row \(row) of “\(file)” has a cell of more than \(limit) MB, most likely a quote that is never closed. Check its quotes."
            )
        default: Text(verbatim: code)
        }
    }

    private var mappingText: Text {
        switch self {
        case .columnMissing(let file, let column, let columns):
            Text(
                zh: "映射需要列“\(column)”，但文件“\(file)”中没有。文件中的列有：\(columns.joined(separator: "、"))。请修改映射或换用正确的文件。",
                en:
                    "The mapping needs column “\(column)”, which “\(file)” does not have. Its columns are: \(columns.joined(separator: ", ")). Change the mapping or the file."
            )
        case .fieldUnknown(let field, let target, let fields):
            Text(
                zh: "“\(target)”没有字段“\(field)”。可用字段：\(fields.joined(separator: "、"))。",
                en: "“\(target)” has no field “\(field)”. It has: \(fields.joined(separator: ", ")).")
        case .fieldTwice(let field):
            Text(zh: "映射中字段“\(field)”出现了两次，请只保留一处。", en: "The mapping names field “\(field)” twice. Keep one.")
        case .fieldUnfilled(let field, let target, let columns):
            Text(
                zh: "导入“\(target.zh)”必须指定“\(field.zh)”对应哪一列。文件中的列有：\(columns.joined(separator: "、"))。",
                en:
                    "Importing \(target.en) needs a column for “\(field.en)”. The file's columns are: \(columns.joined(separator: ", "))."
            )
        case .targetUnknown(let target, let targets):
            Text(
                zh: "没有名为“\(target)”的数据表。可以导入到：\(targets.joined(separator: "、"))。",
                en: "There is no table “\(target)”. Files can be imported into: \(targets.joined(separator: ", ")).")
        case .targetDiffers(let mapping, let asked):
            Text(
                zh: "映射用于“\(mapping)”，但指定要导入到“\(asked)”。请去掉其中一个或改成一致。",
                en: "The mapping is for “\(mapping)”, but “\(asked)” was asked for. Make them agree.")
        case .zoneUnknown(let zone):
            Text(
                zh: "没有名为“\(zone)”的时区，请使用如 Asia/Shanghai 的名称。",
                en: "There is no time zone “\(zone)”. Use a name such as Asia/Shanghai.")
        case .currencyUnknown(let currency):
            Text(
                zh: "“\(currency)”不是币种代码，请使用如 CNY、GBP 的三位大写字母。",
                en: "“\(currency)” is not a currency code. Use three capitals such as CNY or GBP.")
        case .mappingUnreadable(let file, let why):
            Text(zh: "无法读取映射文件“\(file)”：\(why)。", en: "Mapping “\(file)” cannot be read: \(why).")
        case .mappingNewer(let file, let version):
            Text(
                zh: "映射文件“\(file)”的版本（\(version)）比本程序新，请升级后再用。",
                en: "Mapping “\(file)” has version \(version), newer than this program. Upgrade first.")
        case .mappingMissing(let name, let known):
            Text(
                zh: "没有名为“\(name)”的映射，也没有这个文件。已有映射：\(known.joined(separator: "、"))。",
                en:
                    "There is neither a mapping nor a file called “\(name)”. Mappings: \(known.joined(separator: ", "))."
            )
        case .nothingRecognised(let file, let target, let columns):
            Text(
                zh: "文件“\(file)”的表头没有一列能对应“\(target.zh)”。文件中的列有：\(columns.joined(separator: "、"))。请确认目标表，或提供映射。",
                en:
                    "No heading of “\(file)” fits \(target.en). Its columns are: \(columns.joined(separator: ", ")). Check the table asked for, or give a mapping."
            )
        default: Text(verbatim: code)
        }
    }
}
