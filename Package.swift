// swift-tools-version: 6.1
import PackageDescription

// The targets stand in import order: each may use only targets above it (ArchitectureTests checks it).
// `YUNCHOU_ONLY=Engine,Warehouse swift build --build-tests` builds just those targets, what they use and
// their tests: the inner loop of somebody who works in one room.

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]
/// Numeric and column-crunching targets are optimised in debug builds too: 260 times faster tests, same debugging of callers.
let numeric = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let numerics = Target.Dependency.product(name: "Numerics", package: "swift-numerics")

func room(
    _ name: String, in floor: String, uses: [Target.Dependency] = [], files: [Resource] = [],
    settings: [SwiftSetting] = strict
) -> Target {
    .target(name: name, dependencies: uses, path: "Sources/\(floor)/\(name)", resources: files, swiftSettings: settings)
}
func tests(of name: String, module: String? = nil, leaving exclude: [String] = [], uses: [Target.Dependency] = [])
    -> Target
{
    .testTarget(
        name: "\(name)Tests", dependencies: [.target(name: module ?? name), "TestKit"] + uses,
        path: "Tests/\(name)Tests", exclude: exclude, swiftSettings: strict)
}
func library(_ name: String, pkgConfig: String, apt: String) -> Target {
    .systemLibrary(name: name, path: "Sources/Base/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

var targets: [Target] = [
    // System libraries and C interfaces: headers only.
    .target(name: "CADBC", path: "Sources/Base/CADBC"),
    library("CSodium", pkgConfig: "libsodium", apt: "libsodium-dev"),
    library("CXlsxWriter", pkgConfig: "xlsxwriter", apt: "libxlsxwriter-dev"),
    library("CZip", pkgConfig: "libzip", apt: "libzip-dev"),
    library("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
    library("CExpat", pkgConfig: "expat", apt: "libexpat1-dev"),

    // Base: no marketing opinions.
    room("Kernel", in: "Base"),
    room("Almanac", in: "Base", uses: ["Kernel"], settings: numeric),
    room("GraphQL", in: "Base", uses: ["Kernel"]),
    room("Stats", in: "Base", uses: [numerics], settings: numeric),
    room("Engine", in: "Base", uses: ["Kernel", "CADBC"], settings: numeric),
    room("Warehouse", in: "Base", uses: ["Kernel", "Stats", "Engine"]),
    room("Store", in: "Base", uses: ["Kernel", "CSodium", grdb]),
    room("Records", in: "Base", uses: ["Kernel", "Almanac", "Store", "CSodium", grdb]),

    // Loop: one room per turn of the wheel.
    room(
        "Collecting", in: "Loop",
        uses: [
            "Kernel", "Stats", "Engine", "Warehouse", "Store", "Records", "CSodium", "CXlsxWriter", "CZip", "CExpat",
            grdb,
        ],
        settings: numeric),
    room("Diagnosing", in: "Loop", uses: ["Kernel", "Stats", "Engine", "Warehouse", "Store", "Records", grdb]),
    room(
        "Planning", in: "Loop", uses: ["Kernel", "Almanac", "Stats", "Engine", "Warehouse", "Store", "Records", grdb]),
    room("Monitoring", in: "Loop", uses: ["Kernel", "Stats", "Engine", "Warehouse", "Store", "Records", grdb]),

    // Edge: nothing is decided here.
    room(
        "Web", in: "Edge",
        uses: [
            "Kernel", "Almanac", "GraphQL", "Stats", "Engine", "Warehouse", "Store", "Records", "Collecting",
            "Diagnosing", "Planning", "Monitoring", "CZlib",
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        ],
        files: [.copy("Assets")]),
    .executableTarget(
        name: "yunchou",
        dependencies: [
            "Kernel", "Stats", "Engine", "Warehouse", "Store", "Records", "Collecting", "Diagnosing", "Planning",
            "Monitoring", "Web",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
            .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOPosix", package: "swift-nio"),
            .product(name: "Yams", package: "Yams"),
        ],
        path: "Sources/Edge/App", swiftSettings: strict),

    .target(name: "TestKit", dependencies: ["Kernel"], path: "Tests/TestKit", swiftSettings: strict),
    .target(
        name: "RecordKit", dependencies: ["Kernel", "Warehouse", "Records"], path: "Tests/RecordKit",
        swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", path: "Tests/ArchitectureTests", swiftSettings: numeric),
    tests(of: "Kernel"),
    tests(of: "Almanac"),
    tests(of: "GraphQL"),
    tests(of: "Stats"),
    tests(of: "Engine", leaving: ["Fixtures"], uses: ["CADBC"]),
    tests(of: "Warehouse"),
    tests(of: "Store", uses: [grdb]),
    tests(of: "Records", uses: [grdb]),
    tests(of: "Collecting"),
    tests(of: "Diagnosing", uses: [grdb]),
    tests(of: "Planning", uses: [grdb]),
    tests(of: "Monitoring"),
    tests(of: "Web", uses: ["RecordKit", .product(name: "Hummingbird", package: "hummingbird")]),
    tests(of: "App", module: "yunchou", uses: ["RecordKit"]),
]

// Measurements against peers; nobody who builds the product waits for them.
if Context.environment["YUNCHOU_BENCH"] != nil {
    func bench(_ name: String, in folder: String, uses: [Target.Dependency]) -> Target {
        .executableTarget(
            name: "bench-\(name)", dependencies: ["BenchShared"] + uses, path: "bench/\(folder)", exclude: ["peer.py"],
            swiftSettings: strict)
    }
    targets += [
        .target(name: "BenchShared", path: "bench/Shared", swiftSettings: strict),
        bench("seam", in: "Seam", uses: ["Kernel", "Engine"]),
        bench("rfm", in: "RFM", uses: ["Kernel", "Engine", "Warehouse", "Diagnosing"]),
        bench("import", in: "Import", uses: ["Kernel", "Engine", "Warehouse", "Collecting"]),
    ]
}

/// The wanted targets, all that they use, and the wanted targets' tests.
func slice(_ wanted: [String], of targets: [Target]) -> [Target] {
    var keep = Set(wanted + wanted.map { "\($0)Tests" })
    for target in targets.reversed() where keep.contains(target.name) {
        for case .byNameItem(let name, _) in target.dependencies { keep.insert(name) }
        for case .targetItem(let name, _) in target.dependencies { keep.insert(name) }
    }
    return targets.filter { keep.contains($0.name) }
}
if let only = Context.environment["YUNCHOU_ONLY"] {
    targets = slice(only.split(separator: ",").map(String.init), of: targets)
}

let package = Package(
    name: "yunchou",
    products: targets.contains { $0.name == "yunchou" } ? [.executable(name: "yunchou", targets: ["yunchou"])] : [],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: targets,
    swiftLanguageModes: [.v6]
)
