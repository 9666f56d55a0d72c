package import Kernel
package import Records

/// The handbook as it was put together at one moment: chapters, in them groups of records, in them what they said. Words
/// are kept in both languages, and with each value whose rights count, so that nobody reads more here than on its page.
package struct HandbookContent: Sendable, Hashable, Codable {
    package var chapters: [Chapter]

    package struct Chapter: Sendable, Hashable, Codable, Identifiable {
        package let id: String
        /// Counted over the whole document, so that a chapter is the same for whoever may not see all of them.
        package fileprivate(set) var number = ""
        package let title: Text
        package var groups: [Group]

        init(id: String, title: Text, groups: [Group]) {
            self.id = id
            self.title = title
            self.groups = groups
        }
    }

    /// The records of one type.
    package struct Group: Sendable, Hashable, Codable {
        package let type: String
        /// `3.1`
        package fileprivate(set) var number = ""
        package let title: Text
        package var items: [Item]

        init(type: String, title: Text, items: [Item]) {
            self.type = type
            self.title = title
            self.items = items
        }
    }

    /// One record.
    package struct Item: Sendable, Hashable, Codable {
        /// `3.1.2`
        package fileprivate(set) var number = ""
        package let code: String
        package let title: String
        package let state: Text
        package let version: Int64
        package let region: String?
        package var facts: [Fact]
        /// Who approved it and when, the last time: `陈总 2026-11-22`.
        package let approval: String?

        init(
            code: String, title: String, state: Text, version: Int64, region: String?, facts: [Fact], approval: String?
        ) {
            self.code = code
            self.title = title
            self.state = state
            self.version = version
            self.region = region
            self.facts = facts
            self.approval = approval
        }
    }

    package struct Fact: Sendable, Hashable, Codable {
        package let field: String
        package let name: Text
        package let value: Text
        /// A longer text, over the whole width.
        package let isLong: Bool
    }

    package var isEmpty: Bool { chapters.isEmpty }

    /// With the numbers of chapters, groups and items.
    func numbered() -> HandbookContent {
        var content = self
        for c in content.chapters.indices {
            content.chapters[c].number = "\(c + 1)"
            for g in content.chapters[c].groups.indices {
                content.chapters[c].groups[g].number = "\(c + 1).\(g + 1)"
                for i in content.chapters[c].groups[g].items.indices {
                    content.chapters[c].groups[g].items[i].number = "\(c + 1).\(g + 1).\(i + 1)"
                }
            }
        }
        return content
    }

    /// What this reader may see: kinds, regions and fields as everywhere else. Kinds that are declared no more are nobody's.
    package func shown(to reader: RecordAuthor, _ catalog: RecordCatalog) -> HandbookContent {
        var shown = self
        shown.chapters = chapters.compactMap { chapter in
            var chapter = chapter
            chapter.groups = chapter.groups.compactMap { group in
                guard let type = catalog.type(group.type), reader.may(.view, type) else { return nil }
                let regions = reader.regions(type)
                var group = group
                group.items = group.items.compactMap { item in
                    if let region = item.region, let regions, !regions.contains(region) { return nil }
                    var item = item
                    item.facts = item.facts.filter { fact in
                        type.field(fact.field).map { reader.may(.view, type, $0) } ?? false
                    }
                    return item
                }
                return group.items.isEmpty ? nil : group
            }
            return chapter.groups.isEmpty ? nil : chapter
        }
        return shown
    }
}
