/// Who may use whom: arrows point up the manifest only, and each outside package has the rooms that need it.
struct ImportRules {
    let manifest: Manifest

    /// Modules that come with the system and that anybody may use.
    private static let common: Set<String> = ["Foundation", "Synchronization", "RegexBuilder"]
    /// Outside modules and the only rooms that import them.
    private static let outside: [String: Set<String>] = [
        "Glibc": ["Kernel", "Engine", "Store", "App"], "Numerics": ["Stats"], "RealModule": ["Stats"],
        "GRDB": ["Store", "Records"], "Hummingbird": ["Web"], "HummingbirdCore": ["Web"], "HTTPTypes": ["Web"],
        "NIOCore": ["Web", "App"],
        "NIOPosix": ["Web", "App"], "NIOHTTP1": ["Web"], "Logging": ["Web", "App"], "ArgumentParser": ["App"],
        "ServiceLifecycle": ["Web", "App"],
        "UnixSignals": ["App"], "Yams": ["App"], "Dispatch": ["Engine"],
    ]

    func check(_ file: SourceFile) -> [Violation] {
        file.imports.compactMap { module, line in
            reason(module, in: file).map { Violation(path: file.path, line: line, rule: $0) }
        }
    }

    private func reason(_ module: String, in file: SourceFile) -> String? {
        let room = file.room == "App" ? "yunchou" : file.room
        if Self.common.contains(module) || module == room { return nil }
        if let theirs = manifest.position(of: module) {
            guard manifest.uses(of: room).contains(module) else {
                return "\(room) does not list \(module) in Package.swift"
            }
            guard let ours = manifest.position(of: room), theirs < ours else {
                return "\(module) stands below \(room): arrows point up the manifest only"
            }
            return nil
        }
        guard let rooms = Self.outside[module] else {
            return
                "\(module) is new here: if it earns its build minutes, add it to ImportRules with the rooms that need it"
        }
        let isStoreFile = module == "GRDB" && file.fileName.contains("Store")
        return rooms.contains(file.room) || isStoreFile
            ? nil : "only \(rooms.sorted().joined(separator: ", ")) may import \(module)"
    }

    /// A target that uses one declared after it.
    var wrongOrder: [String] {
        manifest.targets.enumerated().flatMap { index, target in
            target.uses.filter { name in manifest.position(of: name).map { $0 >= index } ?? false }
                .map { "Package.swift: \(target.name) uses \($0), which is declared below it" }
        }
    }
}
