import Foundation

/// The part of `ARCHITECTURE.md` that is drawn from the manifest, so that it cannot lie.
struct BuildingPlan {
    static let opening = "<!-- drawn from Package.swift by `make golden`; a test compares it -->"
    static let closing = "<!-- end of the drawing -->"
    let manifest: Manifest

    var text: String {
        let rooms = manifest.targets.filter { $0.floor != nil && !Self.isHeader($0.name) }
        let rows = rooms.map { room in
            "| \(room.floor ?? "") | `\(room.name)` | \(list(room.uses.filter { !Self.isHeader($0) })) | "
                + "\(list(room.uses.filter(Self.isHeader) + room.outside)) |"
        }
        return (["| floor | room | may use | from outside |", "|---|---|---|---|"] + rows).joined(separator: "\n")
    }

    /// `document` with the drawing as it is now.
    func drawn(into document: String) -> String? {
        guard let start = document.range(of: Self.opening), let end = document.range(of: Self.closing) else {
            return nil
        }
        return document[..<start.upperBound] + "\n\n" + text + "\n\n" + document[end.lowerBound...]
    }

    /// Targets that only hold a C library's header.
    private static func isHeader(_ name: String) -> Bool {
        name.hasPrefix("C") && name.dropFirst().first?.isUppercase == true
    }
    private func list(_ names: [String]) -> String { names.isEmpty ? "–" : names.joined(separator: ", ") }
}
