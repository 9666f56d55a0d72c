import Foundation
import Kernel
import Records

/// Points on rings by one choice and in sectors by another, as large as their weight (trend radar); beside it their names.
struct RecordRadar {
    let type: RecordType
    let records: [Record]
    let rings: String
    let sectors: String
    let weight: String
    let tone: String?

    private static let (middle, center, radius) = (300.0, 262.0, 215.0)

    /// A record with its place, numbered in the order of the list.
    private struct Blip {
        let number: Int
        let record: Record
        let ring: Int
        let at: (x: Double, y: Double)
    }

    private var ringChoices: [Choice] { type.field(rings)?.kind.choiceList ?? [] }
    private var sectorChoices: [Choice] { type.field(sectors)?.kind.choiceList ?? [] }

    var html: HTML {
        let blips = blips
        let rest = records.filter { record in !blips.contains { $0.record.id == record.id } }
        return HTML {
            div(.class("two-thirds")) {
                card {
                    svg(.class("radar"), .attribute("viewBox", "0 0 600 530"), .role("group"), .label(type.name)) {
                        ground
                        for blip in blips { point(blip) }
                    }
                }
                card(type.name, note: Text(zh: "点越大影响越强。", en: "The larger the stronger.")) {
                    for (place, ring) in ringChoices.enumerated() {
                        names(ring, blips.filter { $0.ring == place })
                    }
                    if !rest.isEmpty { unplaced(rest) }
                }
            }
        }
    }

    // MARK: Places

    /// The middle of a place on the radar: within its ring and sector, spread among the `count` that share both.
    static func point(
        ring: Int, of rings: Int, sector: Int, of sectors: Int, place: Int, count: Int
    ) -> (x: Double, y: Double) {
        let part = (Double(sector) + (Double(place) + 1) / Double(count + 1)) / Double(sectors)
        let angle = 2 * Double.pi * part - Double.pi / 2
        // Neighbours stand on two tracks, so that they do not cover each other.
        let track = count == 1 ? 0.55 : place % 2 == 0 ? 0.38 : 0.72
        let distance = reach(Double(ring) + track, of: rings)
        return (middle + distance * cos(angle), center + distance * sin(angle))
    }

    /// All rings have the same area, so that the inner ones have as much room for points as the outer ones.
    private static func reach(_ place: Double, of rings: Int) -> Double {
        radius * (place / Double(rings)).squareRoot()
    }

    private var blips: [Blip] {
        var blips: [Blip] = []
        for (ring, ringChoice) in ringChoices.enumerated() {
            for (sector, sectorChoice) in sectorChoices.enumerated() {
                let members = records.filter {
                    $0.text(rings) == ringChoice.id && $0.text(sectors) == sectorChoice.id
                }
                for (place, record) in members.enumerated() {
                    let at = Self.point(
                        ring: ring, of: ringChoices.count, sector: sector, of: sectorChoices.count, place: place,
                        count: members.count)
                    blips.append(Blip(number: blips.count + 1, record: record, ring: ring, at: at))
                }
            }
        }
        return blips
    }

    // MARK: Drawing

    private var ground: HTML {
        HTML {
            for ring in ringChoices.indices.reversed() {
                Shape.circle(
                    "radar-ring ring-\(ring + 1)", Self.middle, Self.center,
                    Self.reach(Double(ring + 1), of: ringChoices.count))
            }
            for sector in sectorChoices.indices { edge(sector) }
            for (ring, choice) in ringChoices.enumerated() {
                Shape.text(
                    "radar-ring-name", Self.middle,
                    Self.center - Self.reach(Double(ring + 1), of: ringChoices.count) + 15, anchor: "middle"
                ) { choice.name }
            }
        }
    }

    private func edge(_ sector: Int) -> HTML {
        let from = Self.direction(Double(sector) / Double(sectorChoices.count))
        let middle = Self.direction((Double(sector) + 0.5) / Double(sectorChoices.count))
        let anchor = middle.x > 0.2 ? "start" : middle.x < -0.2 ? "end" : "middle"
        return HTML {
            Shape.line(
                "radar-edge", Self.middle, Self.center, Self.middle + Self.radius * from.x,
                Self.center + Self.radius * from.y)
            Shape.text(
                "radar-name", Self.middle + (Self.radius + 12) * middle.x,
                Self.center + (Self.radius + 16) * middle.y + 4, anchor: anchor
            ) { sectorChoices[sector].name }
        }
    }

    private static func direction(_ part: Double) -> (x: Double, y: Double) {
        let angle = 2 * Double.pi * part - Double.pi / 2
        return (cos(angle), sin(angle))
    }

    private func answer(_ record: Record) -> Choice? {
        tone.flatMap { type.field($0) }?.kind.choiceList.first { $0.id == record.text(tone ?? "") }
    }

    private func point(_ blip: Blip) -> HTML {
        element("a", [.href(RecordDesk.path(blip.record))]) {
            Shape.circle(
                "blip toned-\((answer(blip.record)?.tone ?? .plain).rawValue)", blip.at.x, blip.at.y,
                8 + 1.6 * Double(blip.record.whole(weight) ?? 1))
            Shape.text("blip-number", blip.at.x, blip.at.y + 4, anchor: "middle") { blip.number }
            element("title", []) { blip.record.title }
        }
    }

    // MARK: Names

    private func names(_ ring: Choice, _ blips: [Blip]) -> HTML {
        if blips.isEmpty { return HTML() }
        return section(.class("radar-list")) {
            h3 { ring.name }
            ol {
                for blip in blips {
                    li {
                        span(.class("num quiet")) { blip.number }
                        a(.href(RecordDesk.path(blip.record))) { blip.record.title }
                        if let answer = answer(blip.record) { RecordCell.tone(answer.name, answer.tone) }
                    }
                }
            }
        }
    }

    private func unplaced(_ rest: [Record]) -> HTML {
        section(.class("radar-list")) {
            h3 { Text(zh: "尚未定位", en: "Not placed yet") }
            ol {
                for record in rest {
                    li {
                        a(.href(RecordDesk.path(record) + "/edit")) { record.title }
                        span(.class("quiet small")) {
                            (type.field(rings)?.name ?? type.name)
                            " / "
                            (type.field(sectors)?.name ?? type.name)
                        }
                    }
                }
            }
        }
    }
}
