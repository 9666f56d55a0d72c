package import Kernel

/// Types that people look for together: a group of the menu.
package struct RecordArea: Sendable, Identifiable {
    package let id: String
    package let name: Text
    package let types: [RecordType]

    package init(_ id: String, _ name: Text, _ types: [RecordType]) {
        self.id = id
        self.name = name
        self.types = types
    }
}
