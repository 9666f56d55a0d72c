import Kernel
import Planning
import Records

/// The heat map of active hours, the choice of a campaign, and its proposed slots.
struct RhythmPart {
    let room: RhythmRoom
    let mayEdit: Bool

    var html: HTML {
        HTML {
            switch room.hours {
            case .failure(let error): missing(error.gap)
            case .success(let hours):
                heat(hours)
                proposal
            }
        }
    }

    private func missing(_ gap: ActiveHours.Gap) -> HTML {
        card {
            switch gap {
            case .noEvents:
                emptyState(
                    "activity", Text(zh: "还没有行为数据", en: "No behaviour yet"),
                    Text(
                        zh: "导入浏览、下单或消息点击等行为事件后，这里显示用户活跃时段。", en: "Import events, and this shows when users are active."
                    )
                ) { a(.class("btn btn-primary"), .href("/data/import?target=event")) { Text(zh: "去导入", en: "Import") } }
            case .noTimes:
                emptyState(
                    "clock", Text(zh: "行为数据没有时刻", en: "Events without a time of day"),
                    Text(
                        zh: "多数事件只有日期（时刻都是 0 点），无法判断活跃时段。请导入带时分的发生时间。",
                        en: "Most events have a day only, so active hours cannot be told. Import them with their times."
                    )
                )
            }
        }
    }

    static let weekdays = [
        Text(zh: "周一", en: "Mon"), Text(zh: "周二", en: "Tue"), Text(zh: "周三", en: "Wed"), Text(zh: "周四", en: "Thu"),
        Text(zh: "周五", en: "Fri"), Text(zh: "周六", en: "Sat"), Text(zh: "周日", en: "Sun"),
    ]

    private func heat(_ hours: ActiveHours) -> HTML {
        let (weekday, hour) = hours.peak
        let most = max(hours.most, 1e-9)
        return card(
            Text(zh: "用户活跃时段", en: "Active hours"),
            note: Text(
                zh: "颜色越强人越多。最活跃：\(Self.weekdays[weekday].zh) \(hour) 点。",
                en: "The stronger the colour, the more people. Busiest: \(Self.weekdays[weekday].en) at \(hour):00.")
        ) {
            div(.class("hour-heat")) {
                HeatGrid(
                    Text(zh: "用户活跃时段", en: "Active hours"), corner: Text(zh: "星期 / 点", en: "Day / hour"),
                    columns: (0..<24).map { Text(verbatim: String($0)) },
                    rows: (0..<7).map { weekday in
                        let peaks = hours.peaks(weekday, 3)
                        return (
                            title: Self.weekdays[weekday],
                            cells: (0..<24).map { hour in
                                let people = hours.people[weekday][hour]
                                let figure = Figure.decimal(people, people < 10 ? 1 : 0)
                                return HeatGrid.Cell(
                                    peaks.contains(hour) ? "●" : "",
                                    title: Text(
                                        zh: "\(Self.weekdays[weekday].zh) \(hour) 点：平均 \(figure) 人",
                                        en: "\(Self.weekdays[weekday].en) \(hour):00: \(figure) people on average"),
                                    share: people / most)
                            }
                        )
                    }
                ).html
            }
            p(.class("quiet small")) {
                Text(
                    zh: "● 为当天最活跃的三个时段（相隔至少 3 小时）。数据：\(hours.period.start) 至 \(hours.period.lastDay)。",
                    en:
                        "●: the three busiest hours of a day, three hours apart at least. Data: \(hours.period.start) to \(hours.period.lastDay)."
                )
            }
        }
    }

    @HTMLBuilder private var proposal: HTML {
        if let campaign = room.campaign, let rhythm = room.rhythm {
            card(
                Text(zh: "发布节奏建议", en: "Proposed rhythm"),
                note: Text(
                    zh: "提前 1 小时发布，让内容在活跃高峰到来时已经传开。", en: "An hour ahead of each peak, so that it has spread by then.")
            ) {
                settings(campaign)
                if rhythm.slots.isEmpty {
                    p(.class("quiet")) { RhythmProblem.nothingToPlan(campaign: campaign.code).text }
                } else {
                    chart(rhythm)
                    slots(rhythm)
                    acceptance(campaign, rhythm)
                }
            }
        } else {
            card {
                emptyState(
                    "calendar", Text(zh: "还没有可以安排的活动", en: "No campaign to plan for"),
                    Text(zh: "先在营销日历中新建一个未来的活动或促销。", en: "Add a campaign that is still to come to the calendar first.")
                ) {
                    if mayEdit {
                        a(.class("btn btn-primary"), .href("/plan/records/calendar_entry/new?kind=promotion")) {
                            Text(zh: "新建活动", en: "New campaign")
                        }
                    }
                }
            }
        }
    }

    private func settings(_ campaign: Record) -> HTML {
        queryForm(RhythmPages.path, .class("row-wrap setting-row")) {
            label {
                Text(zh: "活动", en: "Campaign")
                select(.class("form-select"), .name("campaign")) {
                    for one in room.campaigns {
                        option(.value(one.code), .selected(one.id == campaign.id)) {
                            one.day("starts_on").map { "\($0) " } ?? ""
                            one.title
                        }
                    }
                }
            }
            number("warm", Text(zh: "预热天数", en: "Warm-up days"), room.wish.warmUpDays, 0, 60)
            number("burst", Text(zh: "爆发天数", en: "Burst days"), room.wish.burstDays, 1, 14)
            number("daily", Text(zh: "爆发期每天", en: "A day in the burst"), room.wish.perBurstDay, 1, 6)
            number("tail", Text(zh: "余热天数", en: "Tail days"), room.wish.tailDays, 0, 30)
            button(.class("btn"), .type("submit")) { Text(zh: "重新建议", en: "Propose") }
        }
    }

    private func number(_ name: String, _ title: Text, _ value: Int, _ least: Int, _ most: Int) -> HTML {
        label {
            title
            input(
                .class("form-control narrow"), .type("number"), .name(name), .value(String(value)),
                .attribute("min", least), .attribute("max", most))
        }
    }

    private func chart(_ rhythm: ReleaseRhythm) -> HTML {
        guard let first = rhythm.slots.first?.day, let last = rhythm.slots.last?.day else { return HTML() }
        let days = Array(Period(from: first, upTo: last + 1).days)
        return Chart(
            .stacked, Text(zh: "每天发布几条", en: "Releases a day"), unit: .count, size: .low,
            labels: days.map { Text(verbatim: String($0.description.suffix(5))) },
            series: ReleaseRhythm.Phase.allCases.map { phase in
                Chart.Series(
                    phase.name, days.map { day in Double(rhythm.slots.count { $0.day == day && $0.phase == phase }) })
            }
        ).html
    }

    private func slots(_ rhythm: ReleaseRhythm) -> HTML {
        DataTable<ReleaseRhythm.Phase>(
            RhythmPages.title, rows: ReleaseRhythm.Phase.allCases.filter { rhythm.count($0) > 0 },
            columns: [
                .init(Text(zh: "阶段", en: "Phase")) { phase in
                    HTML {
                        strong { phase.name }
                        span(.class("cell-sub")) {
                            Text(zh: "\(rhythm.count(phase)) 条", en: "\(rhythm.count(phase)) releases")
                        }
                    }
                },
                .init(Text(zh: "发布时刻", en: "Releases")) { phase in
                    div(.class("chip-row")) {
                        for slot in rhythm.slots where slot.phase == phase {
                            span(.class("chip"), .title(Self.aim(slot))) {
                                Self.weekdays[ActiveHours.weekday(slot.day)]
                                " \(slot.day.description.suffix(5)) \(slot.hour):00"
                            }
                        }
                    }
                },
            ]
        ).html
    }

    private static func aim(_ slot: ReleaseRhythm.Slot) -> Text {
        Text(zh: "对应 \(slot.peak) 点的活跃高峰", en: "For the peak at \(slot.peak):00")
    }

    @HTMLBuilder private func acceptance(_ campaign: Record, _ rhythm: ReleaseRhythm) -> HTML {
        let standing = room.standing.filter { $0.state != "dropped" }
        if !standing.isEmpty {
            notice(.warning, RhythmProblem.plannedAlready(campaign: campaign.code, slots: standing.count).text)
            a(.class("btn"), .href(RecordDesk.path(.calendarEntry) + "?campaign=" + campaign.code)) {
                Text(zh: "查看已有档期", en: "See these slots")
            }
        } else if mayEdit {
            postForm(RhythmPages.path) {
                for (name, value) in [
                    ("campaign", campaign.code), ("warm", String(room.wish.warmUpDays)),
                    ("burst", String(room.wish.burstDays)), ("daily", String(room.wish.perBurstDay)),
                    ("tail", String(room.wish.tailDays)),
                ] { input(.type("hidden"), .name(name), .value(value)) }
                submitButton(
                    Text(
                        zh: "采纳，建立 \(rhythm.slots.count) 个内容档期", en: "Take it: make \(rhythm.slots.count) content slots"
                    ))
            }
        }
    }
}
