import Foundation
import Kernel
import Records
import Testing
import Warehouse

@testable import Web

/// Walks every page, API and export that reads, as accounts that may see only part of the rows. A new route is walked by
/// itself.
@Suite("WF-07 row scope on every route") struct RowScopeTests {
    /// Addresses for a route with parameters; every other value of a parameter is unknown and so empty.
    private func addresses(_ path: String) -> [String] {
        guard path.contains(":") else { return [path] }
        let metrics = ["revenue", "new_customers", "active_customers"]
        let formats = path.contains(":format") ? ["csv"] : ["1"]
        let tables = ["order_header", "customer", "dealer"]
        return metrics.flatMap { metric in
            formats.flatMap { format in
                tables.map { table in
                    path.replacing(":metric", with: metric).replacing(":format", with: format).replacing(
                        ":table", with: table
                    )
                    .split(separator: "/", omittingEmptySubsequences: false)
                    .map { $0.hasPrefix(":") ? "1" : String($0) }.joined(separator: "/")
                }
            }
        }
    }

    private static let questions = [
        "", "?by=dealer&grain=year&to=2026-12-31", "?by=region&dealer=D002&region=south&view=executive",
        "?scheme=value&tier=high_value&m=5",
    ]

    private static let regionNames: Set<String> = ["华南", "South China"]

    /// A page repeats the filters that were typed, and the list of market segments offers the regions' names as one: they say
    /// nothing that the reader does not know.
    private static func echoed(_ question: String, at address: String) -> Set<String> {
        if question.contains("D002") { return regionNames.union(["D002"]) }
        return address == "/plan/records/market_segment" ? regionNames : []
    }

    @Test(
        "WF-07 a dealer and a region manager read nothing of another dealer or region, on any page, in any file, whatever the address says",
        .timeLimit(.minutes(10)), arguments: [Role.dealer, .regionManager])
    func walk(_ role: Role) async throws {
        let company = try await TwoDealers()
        let browser = try await company.test.browser(as: role)
        var read = 0
        for route in company.test.site.routes where route.method == .get && !route.path.hasSuffix("/events") {
            // Open pages hold no rows; the list of regions in an account's own form is no row of the company.
            for address in Set(addresses(route.path)).sorted() {
                for question in Self.questions {
                    let answer = await browser.get(address + question)
                    guard answer.status == 200 else { continue }
                    let text = String(decoding: try await TwoDealers.bytes(answer), as: UTF8.self)
                    read += 1
                    let known = Self.echoed(question, at: address)
                    let words = TwoDealers.foreign.filter { !known.contains($0) && text.contains($0) }
                    #expect(words == [], "\(role) at \(address)\(question)")
                }
            }
        }
        #expect(read > 40)
    }

    @Test("WF-07 what is their own they do read: the walk would notice an empty site")
    func own() async throws {
        let company = try await TwoDealers()
        for role in [Role.dealer, .regionManager] {
            let browser = try await company.test.browser(as: role)
            #expect(try await browser.get("/board/metrics/revenue?grain=month").text().contains("¥2,234.57"))
            let orders = await browser.get("/board/metrics/revenue/behind/export/csv")
            let text = String(decoding: try await TwoDealers.bytes(orders), as: UTF8.self)
            #expect(text.contains("NO-A3") && !text.contains("NO-A1"))
        }
        let executive = try await company.test.browser(as: .executive)
        #expect(try await executive.get("/board/metrics/revenue/behind").text().contains("NO-B1"))
    }
}
