import Engine
import Foundation
import Kernel
import Store
import Warehouse

/// Looks at what a data folder and its surroundings need, without changing anything.
struct InstallationChecks {
    let settings: Settings
    let now: Instant

    /// What can be looked at even when the folder cannot be opened.
    func surroundings() async -> [Check] {
        [await engine(), assets(), folder(), diskSpace(), machineClock()]
    }

    /// What needs the open folder.
    func inside(_ program: Program) async -> [Check] {
        [await auditChain(program), await database(program), await warehouse(program)]
    }

    private func engine() async -> Check {
        let name = Text(zh: "分析引擎", en: "Analytic engine")
        do {
            let library = try settings.engineLibraryFound()
            let engine = try await Engine.open(.duckdb(path: nil, library: library))
            let version = try await engine.query("SELECT version() AS version").single().text("version")
            await engine.close()
            return .fine(name, Text(verbatim: "DuckDB \(version)  \(library.driver)"))
        } catch {
            return .broken(name, by: error)
        }
    }

    private func assets() -> Check {
        let name = Text(zh: "页面资源", en: "Web assets")
        let folder = settings.assetsFound()
        guard FileManager.default.fileExists(atPath: folder + "/tabler/tabler.min.css") else {
            return .broken(
                name, Text(zh: "在 \(folder) 中未找到", en: "not found in \(folder)"),
                Text(
                    zh: "运行 make setup，或用 YUNCHOU_ASSETS 指定目录。",
                    en: "Run make setup, or name the folder with YUNCHOU_ASSETS."))
        }
        return .fine(name, Text(verbatim: folder))
    }

    private func folder() -> Check {
        let name = Text(zh: "数据文件夹", en: "Data folder")
        let path = settings.dataFolder.path
        var parent = settings.dataFolder
        while !FileManager.default.fileExists(atPath: parent.path) { parent.deleteLastPathComponent() }
        guard FileManager.default.isWritableFile(atPath: parent.path) else {
            return .broken(
                name, Text(zh: "\(path) 不可写", en: "\(path) can't be written"),
                Text(zh: "修改目录权限，或用 --data 指定其他目录。", en: "Change its permissions, or name another folder with --data."))
        }
        return .fine(name, Text(verbatim: path))
    }

    private func diskSpace() -> Check {
        let name = Text(zh: "磁盘空间", en: "Disk space")
        var parent = settings.dataFolder
        while !FileManager.default.fileExists(atPath: parent.path) { parent.deleteLastPathComponent() }
        do {
            let attributes = try FileManager.default.attributesOfFileSystem(forPath: parent.path)
            guard let free = attributes[.systemFreeSize] as? NSNumber else {
                return .notice(
                    name, Text(zh: "系统没有给出剩余空间", en: "the system does not tell"),
                    Text(zh: "请自行确认。", en: "Look yourself."))
            }
            let gigabytes = free.doubleValue / 1e9
            let found = Text(
                zh: "剩余 \(String(format: "%.1f", gigabytes)) GB", en: "\(String(format: "%.1f", gigabytes)) GB free")
            guard gigabytes < 5 else { return .fine(name, found) }
            let remedy = Text(zh: "请释放空间：导入、备份与排序都需要临时空间。", en: "Free some: imports, backups and sorting need room.")
            return gigabytes < 0.5 ? .broken(name, found, remedy) : .notice(name, found, remedy)
        } catch {
            return .broken(name, by: error)
        }
    }

    private func machineClock() -> Check {
        let name = Text(zh: "系统时钟", en: "System clock")
        guard now > Instant(seconds: 1_767_225_600) else {
            return .broken(
                name, Text(verbatim: now.iso8601),
                Text(
                    zh: "时间早于本程序的发布日期，请校准系统时钟（如启用 NTP）。", en: "It is before this program was made: set the clock (NTP)."
                ))
        }
        return .fine(name, Text(verbatim: now.iso8601))
    }

    private func auditChain(_ program: Program) async -> Check {
        let name = Text(zh: "审计链", en: "Audit chain")
        do {
            switch try await program.store.read({ try program.store.audit.verify($0) }) {
            case .intact(let entries):
                return .fine(name, Text(zh: "完整，共 \(entries) 条", en: "intact, \(entries) entries"))
            case .broken(let entry, let why):
                return .broken(
                    name,
                    Text(zh: "第 \(entry) 条处断裂（\(why.rawValue)）", en: "broken at entry \(entry) (\(why.rawValue))"),
                    Text(
                        zh: "审计记录在程序之外被改动过。请与最近的备份比对（yunchou restore 到另一目录），并查明原因。",
                        en:
                            "It was changed outside the program. Compare with the latest backup (restore it elsewhere) and find out why."
                    ))
            }
        } catch {
            return .broken(name, by: error)
        }
    }

    private func database(_ program: Program) async -> Check {
        let name = Text(zh: "业务数据库", en: "Database")
        do {
            let answer = try await program.store.quickCheck()
            guard answer == "ok" else {
                return .broken(name, Text(verbatim: answer), Text(zh: "请从备份恢复。", en: "Bring back a backup."))
            }
            return .fine(name, Text(zh: "SQLite 完整性检查通过", en: "SQLite's quick check passed"))
        } catch {
            return .broken(name, by: error)
        }
    }

    private func warehouse(_ program: Program) async -> Check {
        let name = Text(zh: "数据仓库", en: "Warehouse")
        do {
            let row = try await program.warehouse.engine.query(
                "SELECT (SELECT count(*) FROM customer) AS customers, (SELECT count(*) FROM order_header) AS orders"
            ).single()
            let (customers, orders) = (try row.int("customers"), try row.int("orders"))
            return .fine(
                name, Text(zh: "\(customers) 位客户，\(orders) 张订单", en: "\(customers) customers, \(orders) orders"))
        } catch {
            return .broken(name, by: error)
        }
    }
}
