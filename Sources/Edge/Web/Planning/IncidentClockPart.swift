import Kernel
import Planning
import Records

/// How much time is left, as words and as a bar.
struct IncidentClockPart {
    let clock: IncidentClock
    let now: Instant
    let zone: BusinessZone
    let currency: Currency

    var html: HTML {
        let whole = (clock.dueAt - clock.startedAt).inSeconds
        let gone = (now - clock.startedAt).inSeconds
        return card {
            div(.class("row-wrap")) {
                if !clock.isOpen {
                    badge(Text(zh: "已解决", en: "Solved"), .good)
                    if let seconds = clock.secondsToSolve {
                        strong(.class("num")) { Text(zh: "用时 ", en: "Took ") + Self.duration(seconds) }
                        seconds <= whole
                            ? badge(Text(zh: "在时限内", en: "In time"), .good)
                            : badge(Text(zh: "超出 ", en: "Over by ") + Self.duration(seconds - whole), .bad)
                    }
                } else if clock.isLate(at: now) {
                    badge(Text(zh: "已超时 ", en: "Late by ") + Self.duration(gone - whole), .bad)
                } else {
                    badge(
                        Text(zh: "剩余 ", en: "Left: ") + Self.duration(whole - gone),
                        gone > whole * 0.75 ? .attention : .busy)
                }
                RecordListPart.state(clock.incident)
                span(.class("quiet num")) {
                    Text(
                        zh:
                            "开始 \(Figure.moment(clock.startedAt, in: zone))，应于 \(Figure.moment(clock.dueAt, in: zone)) 前解决",
                        en:
                            "Begun \(Figure.moment(clock.startedAt, in: zone)), to be solved by \(Figure.moment(clock.dueAt, in: zone))"
                    )
                }
            }
            if clock.isOpen {
                div(.class("clock-bar")) {
                    shareBar(gone / max(1, whole), tone: clock.isLate(at: now) ? "bad" : "warn")
                }
            }
            facts(about)
        }
    }

    private var about: [(Text, HTML)] {
        var pairs: [(Text, HTML)] = []
        if let plan = clock.plan {
            pairs.append(
                (
                    Text(zh: "启用预案", en: "Plan"),
                    a(.class("record-link"), .href(RecordDesk.path(plan))) {
                        span(.class("record-code")) { plan.code }
                        plan.title
                    }
                ))
            if case .text(let line)? = plan["communication"] {
                pairs.append((Text(zh: "对外口径", en: "Line to take"), HTML(verbatim: line)))
            }
            if case .text(let first)? = plan["first_hour"] {
                pairs.append((Text(zh: "第一小时", en: "First hour"), HTML(verbatim: first)))
            }
            if case .whole(let reserve)? = plan["reserve"] {
                pairs.append((Text(zh: "可动用备用金", en: "Reserve"), money(reserve)))
            }
        }
        if case .whole(let drawn)? = clock.incident["reserve_drawn"] {
            pairs.append((Text(zh: "已动用", en: "Drawn"), money(drawn)))
        }
        return pairs
    }

    private func money(_ units: Int64) -> HTML {
        HTML(verbatim: Figure.money(Money(minorUnits: units, currency: currency)))
    }

    /// 31 小时 5 分
    private static func duration(_ seconds: Double) -> Text {
        let minutes = Int(max(0, seconds)) / 60
        return Text(zh: "\(minutes / 60) 小时 \(minutes % 60) 分", en: "\(minutes / 60) h \(minutes % 60) min")
    }
}
