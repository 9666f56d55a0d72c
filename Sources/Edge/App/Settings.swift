import Engine
import Foundation
import Kernel
import Yams

/// Everything that can be configured, read once when the program starts: arguments, then environment
/// (`YUNCHOU_…`), then `yunchou.yaml` in the data folder, then the defaults here. A wrong setting stops the start.
struct Settings: Sendable {
    var dataFolder: URL
    var host = "127.0.0.1"
    var port = 8080
    /// The address people use when a reverse proxy stands in front: links in mails, the Secure flag of cookies.
    var publicURL: URL?
    /// Addresses whose `X-Forwarded-…` headers are believed.
    var trustedProxies: [String] = []
    /// Memory the analytic engine may use before it spills to disk, in MiB.
    var engineMemoryMiB = 3072
    var engineThreads = ProcessInfo.processInfo.activeProcessorCount
    /// The engine's library, where it is not the one that set-up fetched.
    var engineLibrary: String?
    /// A Spark Connect address (`sc://host:15002`) for the batch work of companies that outgrew one machine.
    var sparkURI: String?
    /// The folder of third-party web assets that set-up fetched.
    var assetsFolder: String?
    var language: Language

    /// - Throws: `SettingsProblem` naming the setting, its source and what it may be.
    init(dataFolder: String?, environment: [String: String]) throws(SettingsProblem) {
        language = Settings.language(of: environment)
        self.dataFolder =
            URL(fileURLWithPath: dataFolder ?? environment["YUNCHOU_DATA"] ?? "./data").standardizedFileURL
        try apply(try Settings.file(in: self.dataFolder), from: "yunchou.yaml")
        try apply(Settings.named(in: environment), from: "environment")
    }

    /// The language of the terminal's locale, for help screens and messages.
    static let terminalLanguage = language(of: ProcessInfo.processInfo.environment)

    private static func language(of environment: [String: String]) -> Language {
        let named = ["YUNCHOU_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first {
            !$0.isEmpty
        }
        return Language(preference: named ?? "")
    }

    /// Where people reach the pages.
    var address: String {
        var text = publicURL?.absoluteString ?? "http://\(host):\(port)"
        while text.hasSuffix("/") { text.removeLast() }
        return text
    }

    mutating func set(port value: Int) throws(SettingsProblem) {
        port = try Settings.number(.port, String(value), 1...65_535, "--port")
    }

    /// Where the running server takes commands from processes started beside it.
    var operatorSocket: String { dataFolder.appendingPathComponent("yunchou.sock").path }

    /// Each setting with the value in force; nothing in it is secret.
    var described: [String] {
        [
            "data: \(dataFolder.path)", "host: \(host)", "port: \(port)",
            "public_url: \(publicURL?.absoluteString ?? "-")",
            "trusted_proxies: \(trustedProxies.isEmpty ? "-" : trustedProxies.joined(separator: ", "))",
            "engine_memory_mib: \(engineMemoryMiB)", "engine_threads: \(engineThreads)",
            "engine: \(engineLibrary ?? "-")",
            "spark_uri: \(sparkURI ?? "-")", "assets: \(assetsFolder ?? "-")", "language: \(language.rawValue)",
        ]
    }

    /// The engine's library: the one named, else the one that set-up fetched.
    func engineLibraryFound() throws -> EngineLibrary {
        var environment = ProcessInfo.processInfo.environment
        if let engineLibrary { environment["YUNCHOU_ENGINE"] = engineLibrary }
        return try EngineLibrary.locate(environment)
    }

    /// The assets' folder: the one named, else `.assets` of the working folder or of a folder above the program.
    func assetsFound() -> String {
        if let assetsFolder { return assetsFolder }
        let program = URL(fileURLWithPath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
        var places = [URL(fileURLWithPath: FileManager.default.currentDirectoryPath)]
        var folder = program
        while folder.path != "/" {
            places.append(folder)
            folder.deleteLastPathComponent()
        }
        let found = places.map { $0.appendingPathComponent(".assets").path }.first {
            FileManager.default.fileExists(atPath: $0)
        }
        return found ?? places[0].appendingPathComponent(".assets").path
    }

    /// `YUNCHOU_PORT` → `port`; the plain `PORT` is taken too.
    private static func named(in environment: [String: String]) -> [String: String] {
        var found: [String: String] = [:]
        for key in Key.allCases {
            found[key.rawValue] = environment["YUNCHOU_" + key.rawValue.uppercased()]
        }
        if found["port"] == nil { found["port"] = environment["PORT"] }
        return found.filter { !$0.value.isEmpty }
    }

    private static func file(in folder: URL) throws(SettingsProblem) -> [String: String] {
        let path = folder.appendingPathComponent("yunchou.yaml")
        guard FileManager.default.fileExists(atPath: path.path) else { return [:] }
        do {
            let text = try String(contentsOf: path, encoding: .utf8)
            guard let read = try Yams.load(yaml: text) else { return [:] }
            guard let map = read as? [String: Any] else {
                throw SettingsProblem.unreadable(file: path.path, reason: "not a map of settings")
            }
            return map.mapValues { "\($0)" }
        } catch let problem as SettingsProblem {
            throw problem
        } catch {
            throw .unreadable(file: path.path, reason: "\(error)")
        }
    }

    private enum Key: String, CaseIterable {
        case host, port, engine, assets, language
        case publicURL = "public_url"
        case trustedProxies = "trusted_proxies"
        case engineMemory = "engine_memory_mib"
        case engineThreads = "engine_threads"
        case sparkURI = "spark_uri"
    }

    private mutating func apply(_ values: [String: String], from source: String) throws(SettingsProblem) {
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
            guard let key = Key(rawValue: name) else {
                throw .unknown(name: name, source: source, known: Key.allCases.map(\.rawValue))
            }
            try apply(key, value, source)
        }
    }

    private mutating func apply(_ key: Key, _ value: String, _ source: String) throws(SettingsProblem) {
        switch key {
        case .host: host = value
        case .port: port = try Settings.number(key, value, 1...65_535, source)
        case .publicURL:
            guard let url = URL(string: value), url.scheme == "https" || url.scheme == "http", url.host != nil else {
                throw .wrong(name: key.rawValue, value: value, source: source, wanted: "https://…")
            }
            publicURL = url
        case .trustedProxies: trustedProxies = value.split(whereSeparator: { ", ".contains($0) }).map(String.init)
        case .engineMemory: engineMemoryMiB = try Settings.number(key, value, 256...1_048_576, source)
        case .engineThreads: engineThreads = try Settings.number(key, value, 1...1024, source)
        case .engine: engineLibrary = value
        case .sparkURI: sparkURI = value
        case .assets: assetsFolder = value
        case .language:
            guard let named = Language(rawValue: value) else {
                throw .wrong(name: key.rawValue, value: value, source: source, wanted: "zh | en")
            }
            language = named
        }
    }

    private static func number(
        _ key: Key, _ value: String, _ range: ClosedRange<Int>, _ source: String
    ) throws(SettingsProblem) -> Int {
        guard let number = Int(value), range.contains(number) else {
            throw .wrong(
                name: key.rawValue, value: value, source: source, wanted: "\(range.lowerBound)–\(range.upperBound)")
        }
        return number
    }
}
