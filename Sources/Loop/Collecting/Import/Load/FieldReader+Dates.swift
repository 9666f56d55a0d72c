import Kernel

extension FieldReader {
    private static let yearFirst: SQLText = """
        '%Y年%m月%d日', '%Y年%m月%d日 %H:%M:%S', '%Y年%m月%d日 %H:%M', '%Y年%m月%d日%H时%M分%S秒', '%Y年%m月%d日%H时%M分', \
        '%Y年%m月%d日 %H时%M分%S秒', '%Y年%m月%d日 %H时%M分', \
        '%Y.%m.%d', '%Y.%m.%d %H:%M:%S', '%Y.%m.%d %H:%M', '%Y%m%d', '%Y%m%d%H%M%S', '%Y%m%d %H:%M:%S', '%Y%m%d %H:%M', \
        '%d.%m.%Y', '%d.%m.%Y %H:%M:%S', '%d.%m.%Y %H:%M', '%d %b %Y', '%d-%b-%Y', '%d-%b-%y', '%b %d, %Y', '%d %B %Y', '%B %d, %Y', \
        '%Y-%m-%d %I:%M:%S %p', '%Y/%m/%d %I:%M:%S %p', '%Y/%m/%d %I:%M %p', '%Y-%m-%d %H时%M分%S秒'
        """
    private static let monthOnly: SQLText = "'%Y-%m', '%Y/%m', '%Y年%m月', '%Y.%m', '%Y%m', '%b %Y', '%B %Y'"
    private static let dayFirst: SQLText = """
        '%d/%m/%Y', '%d/%m/%Y %H:%M:%S', '%d/%m/%Y %H:%M', '%d-%m-%Y', '%d-%m-%Y %H:%M:%S', '%d-%m-%Y %H:%M', '%d/%m/%y', '%d/%m/%y %H:%M'
        """
    private static let monthFirst: SQLText = """
        '%m/%d/%Y', '%m/%d/%Y %H:%M:%S', '%m/%d/%Y %H:%M', '%m/%d/%Y %I:%M:%S %p', '%m/%d/%Y %I:%M %p', '%m-%d-%Y', '%m-%d-%Y %H:%M:%S', \
        '%m/%d/%y', '%m/%d/%y %H:%M'
        """

    /// A moment that says its zone, or counts from 1970: in UTC.
    private func zoned(_ text: SQLText, _ form: DateForm?) -> SQLText {
        switch form {
        case .unixSeconds:
            "CASE WHEN regexp_full_match(\(text), '\\d{1,11}(\\.\\d+)?') THEN make_timestamp(CAST(CAST(\(text) AS DECIMAL(18,6)) * 1000000 AS BIGINT)) END"
        case .unixMilliseconds:
            "CASE WHEN regexp_full_match(\(text), '\\d{1,14}') THEN make_timestamp(CAST(\(text) AS BIGINT) * 1000) END"
        default:
            """
            CASE WHEN (length(\(text)) > 19 OR suffix(\(text), 'Z') OR contains(\(text), '+')) \
            AND regexp_matches(\(text), ':\\d{2}(\\.\\d+)? ?([zZ]|[+-]\\d{2}:?(\\d{2})?)$') \
            THEN TRY_CAST(\(text) AS TIMESTAMPTZ) AT TIME ZONE 'UTC' END
            """
        }
    }

    /// A moment as clocks on the wall show it.
    private func wallClock(_ text: SQLText, _ iso: SQLText, _ form: DateForm?, months: Bool) -> SQLText {
        let yearFirst: SQLText = months ? "\(Self.yearFirst), \(Self.monthOnly)" : Self.yearFirst
        switch form {
        case .unixSeconds, .unixMilliseconds: return "CAST(NULL AS TIMESTAMP)"
        case .excelSerial: return serial(text)
        case .dayFirst: return "coalesce(\(iso), try_strptime(\(text), [\(Self.dayFirst), \(yearFirst)]))"
        case .monthFirst: return "coalesce(\(iso), try_strptime(\(text), [\(Self.monthFirst), \(yearFirst)]))"
        case nil:
            return """
                CASE WHEN \(iso) IS NOT NULL THEN \(iso) \
                ELSE coalesce(try_strptime(\(text), [\(yearFirst)]), \(eitherOrder(text)), \(bareNumber(text))) END
                """
        }
    }

    /// ISO, also with slashes and single digits; never the engine's words for special dates.
    private func iso(_ text: SQLText) -> SQLText {
        "TRY_CAST(\(text) AS TIMESTAMP)"
    }

    /// Read both ways; where both give a day they must agree.
    private func eitherOrder(_ text: SQLText) -> SQLText {
        let first: SQLText = "try_strptime(\(text), [\(Self.dayFirst)])"
        let second: SQLText = "try_strptime(\(text), [\(Self.monthFirst)])"
        return
            "CASE WHEN \(first) IS NULL THEN \(second) WHEN \(second) IS NULL OR \(first) = \(second) THEN \(first) END"
    }

    private func isAmbiguous(_ text: SQLText) -> SQLText {
        "coalesce(try_strptime(\(text), [\(Self.dayFirst)]) <> try_strptime(\(text), [\(Self.monthFirst)]), FALSE)"
    }

    private func serial(_ text: SQLText) -> SQLText {
        """
        CASE WHEN regexp_full_match(\(text), '\\d{1,6}(\\.\\d+)?') \
        THEN TIMESTAMP '1899-12-30 00:00:00' + to_seconds(CAST(round(CAST(\(text) AS DOUBLE) * 86400) AS BIGINT)) END
        """
    }

    /// Five digits are Excel's days (1954 to 2064 or so), nothing else is guessed.
    private func bareNumber(_ text: SQLText) -> SQLText {
        "CASE WHEN regexp_full_match(\(text), '[2-5]\\d{4}(\\.\\d+)?') THEN \(serial(text)) END"
    }

    /// Ten digits are seconds since 1970, thirteen milliseconds.
    private func epoch(_ text: SQLText) -> SQLText {
        """
        CASE WHEN regexp_full_match(\(text), '1\\d{9}') THEN make_timestamp(CAST(\(text) AS BIGINT) * 1000000) \
        WHEN regexp_full_match(\(text), '1\\d{12}') THEN make_timestamp(CAST(\(text) AS BIGINT) * 1000) END
        """
    }

    /// `z_` the zoned moment and `i_` ISO text, then `l_` the wall clock.
    private func layers(_ field: TargetField, _ form: DateForm?, months: Bool) -> [[(name: String, sql: SQLText)]] {
        let text = FieldSQL.textName(field)
        let plain = SQLText.name("i_" + field.id)
        return [
            [("z_" + field.id, zoned(text, form)), ("i_" + field.id, iso(text))],
            [("l_" + field.id, wallClock(text, plain, form, months: months))],
        ]
    }

    private func reason(_ field: TargetField, _ missing: SQLText, _ future: SQLText) -> SQLText {
        let text = FieldSQL.textName(field)
        let value = SQLText.name(field.id)
        return """
            CASE WHEN \(missing) THEN \(.reason(.missingValue)) \
            WHEN \(value) IS NULL AND \(isAmbiguous(text)) THEN \(.reason(.ambiguousDate)) \
            WHEN \(value) IS NULL THEN \(.reason(.notADate)) WHEN \(value) > \(future) THEN \(.reason(.futureDate)) \
            ELSE \(.reason(.ancientDate)) END
            """
    }

    func moment(_ field: TargetField, _ text: SQLText, _ form: DateForm?) -> FieldSQL {
        let zoned = SQLText.name("z_" + field.id)
        let local = SQLText.name("l_" + field.id)
        let value = SQLText.name(field.id)
        let name = FieldSQL.textName(field)
        let counted: SQLText = form == nil ? "CASE WHEN \(local) IS NULL THEN \(epoch(name)) END" : "NULL"
        // Zoned texts also read as wall clocks (the engine drops the zone), so they come first.
        let utc: SQLText = "coalesce(\(zoned), \(sourceShift.utc(local)), \(counted))"
        let turn = SQLText.name("u_" + field.id)
        let shifted = businessShift.local(turn)
        let wall: SQLText =
            zonesAgree
            ? "CASE WHEN \(zoned) IS NULL AND \(local) IS NOT NULL THEN \(local) ELSE \(shifted) END" : shifted
        let rule = FieldSQL.unreadRule(field, nothingCounts: true)
        let future: SQLText = "TIMESTAMP \(value: ZoneShift.timestamp(now.seconds + 86_400))"
        var result = FieldSQL(
            field: field, text: text,
            values: [(field.id, turn), (Self.dayColumn(field.id), "CAST(\(wall) AS DATE)")],
            isUnread: rule.isUnread, reason: reason(field, rule.missing, future))
        result.layers = layers(field, form, months: false) + [[("u_" + field.id, utc)]]
        result.isRefused = "coalesce(\(value) > \(future) OR \(value) < TIMESTAMP '1980-01-01 00:00:00', FALSE)"
        return result
    }

    func day(_ field: TargetField, _ text: SQLText, _ mayBeFuture: Bool, _ form: DateForm?) -> FieldSQL {
        let zoned = SQLText.name("z_" + field.id)
        let local = SQLText.name("l_" + field.id)
        let value = SQLText.name(field.id)
        let name = FieldSQL.textName(field)
        let counted: SQLText =
            form == nil
            ? "CASE WHEN \(local) IS NULL THEN \(businessShift.local(epoch(name))) END" : "CAST(NULL AS TIMESTAMP)"
        let rule = FieldSQL.unreadRule(field, nothingCounts: true)
        let future: SQLText = mayBeFuture ? "DATE '2200-01-01'" : "DATE \(value: (today + 1).description)"
        var result = FieldSQL(
            field: field, text: text,
            values: [
                (
                    field.id,
                    "CAST(CASE WHEN \(zoned) IS NULL THEN coalesce(\(local), \(counted)) ELSE \(businessShift.local(zoned)) END AS DATE)"
                )
            ],
            isUnread: rule.isUnread, reason: reason(field, rule.missing, future))
        result.layers = layers(field, form, months: true)
        result.isRefused = "coalesce(\(value) > \(future) OR \(value) < DATE '1900-01-02', FALSE)"
        return result
    }

    /// `ordered_at` has its day in `ordered_on`.
    static func dayColumn(_ moment: String) -> String { String(moment.dropLast(3)) + "_on" }
}
