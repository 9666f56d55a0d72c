package import Kernel

/// Why a row was quarantined. The raw value is the stable code in the quarantine file.
package enum RejectReason: String, Sendable, Codable, CaseIterable {
    case tooFewCells = "too_few_cells"
    case tooManyCells = "too_many_cells"
    case openQuote = "open_quote"
    case badJSON = "bad_json"
    case missingValue = "missing_value"
    case notANumber = "not_a_number"
    case notWhole = "not_whole"
    case outOfRange = "out_of_range"
    case absurdAmount = "absurd_amount"
    case negativeAmount = "negative_amount"
    case notADate = "not_a_date"
    case ambiguousDate = "ambiguous_date"
    case futureDate = "future_date"
    case ancientDate = "ancient_date"
    case notYesNo = "not_yes_no"
    case unknownWord = "unknown_word"
    case duplicateKey = "duplicate_key"
    case unknownCode = "unknown_code"
    case unknownOrder = "unknown_order"
    case orderMixed = "order_mixed"
    case orderIncomplete = "order_incomplete"
    case unreadable

    package var text: Text {
        switch self {
        case .tooFewCells: Text(zh: "单元格比表头少", en: "fewer cells than headings")
        case .tooManyCells: Text(zh: "单元格比表头多", en: "more cells than headings")
        case .openQuote: Text(zh: "双引号没有成对", en: "a quote is never closed")
        case .badJSON: Text(zh: "这一行不是有效的 JSON", en: "the line is not valid JSON")
        case .missingValue: Text(zh: "必填项为空", en: "a required value is empty")
        case .notANumber: Text(zh: "不是数字", en: "not a number")
        case .notWhole: Text(zh: "应为整数", en: "not a whole number")
        case .outOfRange: Text(zh: "超出允许范围", en: "outside the range allowed")
        case .absurdAmount: Text(zh: "金额大得不合常理，请检查单位（元/分/万元）", en: "an absurdly large amount: check its unit")
        case .negativeAmount: Text(zh: "此处金额不能为负", en: "the amount may not be negative here")
        case .notADate: Text(zh: "无法识别的日期或时间", en: "not a date or time that is known")
        case .ambiguousDate:
            Text(
                zh: "无法判断日和月的先后，请在映射中指定日期格式",
                en: "day and month cannot be told apart: state the date format in the mapping")
        case .futureDate: Text(zh: "日期在将来", en: "the date lies in the future")
        case .ancientDate: Text(zh: "日期过早，可能是系统默认值", en: "the date is too long ago, probably a default")
        case .notYesNo: Text(zh: "应为“是”或“否”", en: "neither yes nor no")
        case .unknownWord: Text(zh: "取值不在约定范围内，请在映射中补充对应关系", en: "an unknown word: add it to the mapping")
        case .duplicateKey: Text(zh: "与文件中前面的行编号重复但内容不同", en: "the same key as an earlier row, with other contents")
        case .unknownCode:
            Text(
                zh: "系统中没有这个编码，请先导入对应的档案，或在映射中允许自动新建",
                en: "no such code: import its list first, or let the mapping create it")
        case .unknownOrder:
            Text(zh: "系统中没有这个订单，请先导入订单或在映射中补充下单时间", en: "no such order: import orders first, or map the order time")
        case .orderMixed: Text(zh: "同一订单号下的客户或下单时间不一致", en: "lines of one order name different customers or times")
        case .unreadable: Text(zh: "无法读取这一行", en: "the row cannot be read")
        case .orderIncomplete:
            Text(zh: "同一订单的其他行有问题，整单暂不导入", en: "another line of this order has a problem; an order comes in whole")
        }
    }
}
