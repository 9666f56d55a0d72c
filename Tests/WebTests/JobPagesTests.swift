import Kernel
import Records
import Store
import Testing

@testable import Web

@Suite("Jobs on their page")
struct JobPagesTests {
    /// Collects what a streamed answer sends, and says when something has come.
    private actor Heard {
        private(set) var text = ""
        func add(_ bytes: [UInt8]) { text += String(decoding: bytes, as: UTF8.self) }
        func wait(for part: String) async { while !text.contains(part), !Task.isCancelled { await Task.yield() } }
    }

    @Test("NF-03 a job's progress arrives by server-sent events, and the stream ends with the job")
    func events() async throws {
        let test = try await TestSite()
        let browser = try await test.browser(as: .administrator)
        let job = try await test.app.jobs.enqueue("unknown", 1, by: .system)
        let answer = await browser.get("/settings/jobs/\(job.id)/events")
        #expect(answer.headers["content-type"] == "text/event-stream")
        guard case .stream(let write) = answer.body else {
            Issue.record("the answer is no stream")
            return
        }
        let heard = Heard()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await write(Outlet { await heard.add($0) }) }
            await heard.wait(for: "event: part\ndata: <div id=\"job-\(job.id)\"")
            #expect(await heard.text.contains("排队中"))
            try await test.app.jobs.cancel(job.id, by: .system)
            try await group.waitForAll()
        }
        let text = await heard.text
        #expect(text.contains("已取消"))
        #expect(text.hasSuffix("event: end\ndata: \n\n"))
    }

    @Test("NF-03 cancelling needs the right to edit jobs, and ends a waiting job at once")
    func cancel() async throws {
        let test = try await TestSite()
        let job = try await test.app.jobs.enqueue("unknown", 1, by: .system)
        let finance = try await test.browser(as: .finance)
        #expect(try await !finance.get("/settings/jobs/\(job.id)").text().contains("/cancel"))
        #expect(try await finance.post("/settings/jobs/\(job.id)/cancel", from: "/me").status == 403)
        let admin = try await test.browser(as: .administrator)
        #expect(try await admin.post("/settings/jobs/\(job.id)/cancel", from: "/me").status == 303)
        #expect(try await test.app.jobs.find(job.id).state == .cancelled)
        #expect(try await admin.post("/settings/jobs/\(job.id)/cancel", from: "/me").status == 409)
    }

    @Test("a sender waits until its piece is taken, and learns that the reader has gone")
    func rendezvous() async throws {
        let rendezvous = Rendezvous()
        let sending = Task {
            for number in 0..<3 { try await rendezvous.send([UInt8(number)]) }
        }
        #expect(await rendezvous.take() == [0])
        #expect(await rendezvous.take() == [1])
        await rendezvous.close()
        await #expect(throws: CancellationError.self) {
            try await sending.value
            try await rendezvous.send([9])
        }
    }
}
