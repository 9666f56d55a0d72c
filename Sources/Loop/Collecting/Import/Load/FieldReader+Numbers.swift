import Kernel

extension FieldReader {
    /// Digits as people write them, with signs, currency, thousands and brackets for minus taken off. Only what is
    /// grouped in threes counts as thousands: 12,5 stays unread rather than becoming 125.
    private func cleaned(_ text: SQLText) -> SQLText {
        let bare: SQLText = """
            regexp_replace(translate(\(text), '０１２３４５６７８９．－，（）', '0123456789.-,()'), '[¥￥$€£\\s]|元|RMB|CNY|USD|GBP|EUR', '')
            """
        let signed: SQLText = "regexp_replace(\(bare), '^\\((.*)\\)$', '-\\1')"
        let grouped: SQLText
        switch mapping.decimalMark {
        case .point:
            grouped = """
                CASE WHEN regexp_full_match(x, '[-+]?\\d{1,3}(,\\d{3})+(\\.\\d+)?') THEN replace(x, ',', '') ELSE x END
                """
        case .comma:
            grouped = """
                CASE WHEN regexp_full_match(x, '[-+]?(\\d{1,3}(\\.\\d{3})+|\\d+)(,\\d+)?') \
                THEN replace(replace(x, '.', ''), ',', '.') END
                """
        }
        // Through a list of one, because the engine works out whatever is written twice for every row, also for those that
        // need no cleaning: ten times the time of everything else about a number.
        return "list_transform([\(signed)], lambda x: \(grouped))[1]"
    }

    /// The text as an exact number. The engine takes `1_000` and `1e3` for numbers; both mean what they say.
    private func decimal(_ text: SQLText, _ type: SQLText) -> SQLText {
        switch mapping.decimalMark {
        case .point: "coalesce(TRY_CAST(\(text) AS \(type)), TRY_CAST(\(cleaned(text)) AS \(type)))"
        case .comma: "TRY_CAST(\(cleaned(text)) AS \(type))"
        }
    }

    func whole(_ field: TargetField, _ text: SQLText, _ range: ClosedRange<Int64>) -> FieldSQL {
        let name = FieldSQL.textName(field)
        let step = SQLText.name("d_" + field.id)
        let value = SQLText.name(field.id)
        let isHuge = range.upperBound > 10_000_000_000_000
        let number: SQLText = isHuge ? "TRY_CAST(\(name) AS DECIMAL(38,6))" : decimal(name, "DECIMAL(18,4)")
        let rule = FieldSQL.unreadRule(field, nothingCounts: true)
        var result = FieldSQL(
            field: field, text: text,
            values: [(field.id, "CASE WHEN \(step) = trunc(\(step)) THEN TRY_CAST(\(step) AS BIGINT) END")],
            isUnread: rule.isUnread,
            reason: """
                CASE WHEN \(rule.missing) THEN \(.reason(.missingValue)) WHEN \(step) IS NULL THEN \(.reason(.notANumber)) \
                WHEN \(value) IS NULL THEN \(.reason(.notWhole)) ELSE \(.reason(.outOfRange)) END
                """)
        result.layers = [[("d_" + field.id, number)]]
        result.isRefused = "coalesce(\(value) < \(range.lowerBound) OR \(value) > \(range.upperBound), FALSE)"
        return result
    }

    /// Minor units, rounded half away from zero. Above 9 billion (orders: 1 billion) the unit is wrong, not the business good;
    /// and the product must fit a 64-bit decimal, which is four times as fast as a wider one.
    func money(_ field: TargetField, _ text: SQLText, _ mayBeNegative: Bool, _ unit: MoneyUnit) -> FieldSQL {
        let name = FieldSQL.textName(field)
        let step = SQLText.name("d_" + field.id)
        let scaled = SQLText.name("s_" + field.id)
        let value = SQLText.name(field.id + "_fen")
        let perMajor = (0..<decimals).reduce(Int64(1)) { scale, _ in scale * 10 }
        let scale: Int64 =
            switch unit {
            case .major: perMajor
            case .minor: 1
            case .tenThousand: perMajor * 10_000
            }
        let isOrder = mapping.target == .orderHeader || mapping.target == .orderLine
        let limit = min(perMajor * (isOrder ? 1_000_000_000 : 9_000_000_000), 900_000_000_000)
        let fits: SQLText = "\(step) BETWEEN \(-limit / scale) AND \(limit / scale)"
        let rule = FieldSQL.unreadRule(field, nothingCounts: true)
        var result = FieldSQL(
            field: field, text: text,
            values: [(field.id + "_fen", "CAST(round(\(scaled)) AS BIGINT)")],
            isUnread: rule.isUnread,
            reason: """
                CASE WHEN \(rule.missing) THEN \(.reason(.missingValue)) WHEN \(step) IS NULL THEN \(.reason(.notANumber)) \
                WHEN \(value) IS NULL THEN \(.reason(.absurdAmount)) ELSE \(.reason(.negativeAmount)) END
                """)
        result.layers = [
            [("d_" + field.id, decimal(name, "DECIMAL(18,6)"))],
            [("s_" + field.id, "CASE WHEN \(fits) THEN \(step) * \(scale) END")],
        ]
        if !mayBeNegative { result.isRefused = "coalesce(\(value) < 0, FALSE)" }
        result.isRounded = "coalesce(\(scaled) <> \(value), FALSE)"
        return result
    }

    func real(_ field: TargetField, _ text: SQLText) -> FieldSQL {
        let name = FieldSQL.textName(field)
        let value = SQLText.name(field.id)
        let rule = FieldSQL.unreadRule(field, nothingCounts: true)
        let number: SQLText =
            mapping.decimalMark == .comma
            ? "TRY_CAST(\(cleaned(name)) AS DOUBLE)"
            : "coalesce(TRY_CAST(\(name) AS DOUBLE), TRY_CAST(\(cleaned(name)) AS DOUBLE))"
        var result = FieldSQL(
            field: field, text: text,
            values: [(field.id, "CASE WHEN isfinite(\(name: "d_" + field.id)) THEN \(name: "d_" + field.id) END")],
            isUnread: rule.isUnread,
            reason:
                "CASE WHEN \(rule.missing) THEN \(.reason(.missingValue)) WHEN \(value) IS NULL THEN \(.reason(.notANumber)) END"
        )
        result.layers = [[("d_" + field.id, number)]]
        return result
    }
}
