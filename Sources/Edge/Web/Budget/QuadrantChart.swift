import Kernel
import Planning
import Records

/// Benefit upwards, urgency to the right, a point a project; the list beside it says the same in words.
struct QuadrantChart {
    let projects: [RankedProject]

    var html: HTML {
        svg(
            .class("quadrant"), .attribute("viewBox", "0 0 640 460"), .role("group"),
            .label(Text(zh: "效益与紧急程度四象限", en: "Benefit against urgency"))
        ) {
            field(.schedule, 40, 10)
            field(.doNow, 340, 10)
            field(.later, 40, 220)
            field(.limit, 340, 220)
            axis(Text(zh: "不紧急", en: "Not urgent"), 190, 450)
            axis(Text(zh: "紧急", en: "Urgent"), 490, 450)
            upright(Text(zh: "效益高", en: "High benefit"), 115)
            upright(Text(zh: "效益低", en: "Low benefit"), 325)
            for placed in places { point(placed.project, placed.x, placed.y) }
        }
    }

    private func field(_ quadrant: PriorityQuadrant, _ x: Int, _ y: Int) -> HTML {
        HTML {
            element(
                "rect",
                [
                    .class("quadrant-\(quadrant.rawValue)"), .attribute("x", x), .attribute("y", y),
                    .attribute("width", 296), .attribute("height", 206), .attribute("rx", 10),
                ])
            element("text", [.class("quadrant-name"), .attribute("x", x + 14), .attribute("y", y + 26)]) {
                quadrant.name
            }
        }
    }

    private func axis(_ name: Text, _ x: Int, _ y: Int) -> HTML {
        element("text", [.class("tick"), .attribute("x", x), .attribute("y", y)]) { name }
    }

    private func upright(_ name: Text, _ y: Int) -> HTML {
        element(
            "text",
            [
                .class("tick"), .attribute("x", 20), .attribute("y", y),
                .attribute("transform", "rotate(-90 20 \(y))"),
            ]
        ) { name }
    }

    /// Scores as places within the quadrant; projects of the same scores stand under each other.
    private var places: [(project: RankedProject, x: Int, y: Int)] {
        var rows: [PriorityQuadrant: Int] = [:]
        return projects.compactMap { project in
            guard let quadrant = project.quadrant else { return nil }
            let row = rows[quadrant, default: 0]
            rows[quadrant] = row + 1
            if row > 5 { return nil }
            let isRight = quadrant == .doNow || quadrant == .limit
            let isUpper = quadrant == .doNow || quadrant == .schedule
            return (project, isRight ? 362 : 62, (isUpper ? 64 : 274) + row * 26)
        }
    }

    private func point(_ project: RankedProject, _ x: Int, _ y: Int) -> HTML {
        element("a", [.href(RecordDesk.path(project.record))]) {
            element(
                "circle",
                [
                    .class(project.isCritical ? "quadrant-point critical" : "quadrant-point"), .attribute("cx", x),
                    .attribute("cy", y), .attribute("r", 6),
                ])
            element("text", [.class("quadrant-label"), .attribute("x", x + 14), .attribute("y", y + 5)]) {
                project.record.title.count > 18 ? project.record.title.prefix(17) + "…" : project.record.title
            }
            element("title", []) {
                "\(project.record.code) \(project.record.title)  \(project.benefit ?? 0)/5 × \(project.urgency ?? 0)/5"
            }
        }
    }
}
