package import Kernel

/// What differs between two handbooks, record by record, in the order of the newer one.
package struct HandbookComparison: Sendable {
    package struct Change: Sendable {
        package enum Kind: String, Sendable { case added, removed, changed }
        package let kind: Kind
        package let chapter: Text
        package let group: Text
        package let code: String
        package let title: String
        /// Fields with what they said before and say now; `nil` where there was or is nothing.
        package let facts: [(name: Text, before: Text?, after: Text?)]
    }

    package let changes: [Change]

    package init(from old: HandbookContent, to new: HandbookContent) {
        let before = Self.items(old)
        let after = Self.items(new)
        let known = Dictionary(uniqueKeysWithValues: before.map { ($0.item.code, $0) })
        let kept = Set(after.map(\.item.code))
        changes =
            after.compactMap { place in
                guard let old = known[place.item.code] else { return Self.change(.added, place, []) }
                let facts = Self.facts(old.item, place.item)
                return facts.isEmpty ? nil : Self.change(.changed, place, facts)
            } + before.filter { !kept.contains($0.item.code) }.map { Self.change(.removed, $0, []) }
    }

    package func count(_ kind: Change.Kind) -> Int { changes.count { $0.kind == kind } }

    private typealias Place = (chapter: Text, group: Text, item: HandbookContent.Item)

    private static func items(_ content: HandbookContent) -> [Place] {
        content.chapters.flatMap { chapter in
            chapter.groups.flatMap { group in group.items.map { (chapter.title, group.title, $0) } }
        }
    }

    private static func change(_ kind: Change.Kind, _ place: Place, _ facts: [(Text, Text?, Text?)]) -> Change {
        Change(
            kind: kind, chapter: place.chapter, group: place.group, code: place.item.code, title: place.item.title,
            facts: facts.map { (name: $0.0, before: $0.1, after: $0.2) })
    }

    private static func facts(_ old: HandbookContent.Item, _ new: HandbookContent.Item) -> [(Text, Text?, Text?)] {
        var facts: [(Text, Text?, Text?)] = []
        if old.title != new.title {
            facts.append((Text(zh: "名称", en: "Name"), Text(verbatim: old.title), Text(verbatim: new.title)))
        }
        if old.state != new.state { facts.append((Text(zh: "状态", en: "State"), old.state, new.state)) }
        let before = Dictionary(uniqueKeysWithValues: old.facts.map { ($0.field, $0) })
        let after = Set(new.facts.map(\.field))
        facts += new.facts.filter { before[$0.field]?.value != $0.value }
            .map { ($0.name, before[$0.field]?.value, $0.value) }
        return facts + old.facts.filter { !after.contains($0.field) }.map { ($0.name, $0.value, nil) }
    }
}
