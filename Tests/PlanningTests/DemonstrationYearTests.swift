import Engine
import Kernel
import Records
import Store
import Testing
import Warehouse

@testable import Planning

@Suite struct DemonstrationYearTests {
    private func year(of company: GoalCompany) -> (DemonstrationYear, AccountStore) {
        let accounts = AccountStore(company.records.store, hasher: PasswordHasher(cost: .least))
        return (DemonstrationYear(company.records, accounts, company.warehouse, until: GoalCompany.last), accounts)
    }

    @Test(
        "S-03 S-06 S-07 the year of the demonstration company stands on the figures of its data, in force and broken down"
    )
    func goals() async throws {
        let company = try await GoalCompany()
        let (year, _) = year(of: company)
        #expect(try await year.write())
        let tree = try await company.goals()
        let revenue = try #require(tree.roots.first { $0.metric?.id == "revenue" })
        let before = try await company.warehouse.engine.query(
            "SELECT CAST(sum(amount_fen) AS BIGINT) AS fen FROM order_header WHERE year(ordered_on) = 2025"
        ).single().int("fen")
        // Goals are written as people write them: to the hundred yuan.
        #expect(abs((revenue.baseline ?? 0) - Double(before)) <= 5_000)
        #expect(revenue.record.state == "active")
        for way in [GoalWay.period(.quarter), .dimension(.region)] {
            let parts = tree.children(of: revenue).filter { GoalWay(of: $0, in: revenue) == way }
            #expect(parts.count == (way == .period(.quarter) ? 4 : 2))
            #expect(parts.reduce(0) { $0 + ($1.target ?? 0) } == revenue.target)
        }
        let phases = try await company.records.store.read { try company.records.all($0, .phase) }
        // The last day with data is the last of June: the first half is over on the day after.
        #expect(phases.map(\.state) == ["running", "planned", "planned"])
    }

    @Test("WF-01 WF-02 its plans have links, a baseline and a critical path, and nothing of it lies ahead of the data")
    func work() async throws {
        let company = try await GoalCompany()
        #expect(try await year(of: company).0.write())
        let work = WorkStore(company.records, zone: company.warehouse.zone)
        try await company.records.store.read { db in
            for plan in try work.plans(db) {
                let schedule = try work.schedule(db, plan)
                #expect(schedule.cycle.isEmpty && schedule.criticalPath.count > 3)
                #expect(try work.baselines(db, of: plan).first?.spans.count == schedule.tasks.count)
                for task in try company.records.all(db, .task, where: "plan", is: plan.record) {
                    #expect((task.day("finished_on") ?? GoalCompany.last) <= GoalCompany.last)
                }
            }
            #expect(try work.plans(db).count == 2)
        }
    }

    @Test(
        "WF-07 its people own things, but nobody signs in as one of them, and the first administrator is still to come")
    func people() async throws {
        let company = try await GoalCompany()
        let (year, accounts) = year(of: company)
        #expect(try await year.write())
        let people = try await accounts.all()
        #expect(people.count == 9 && people.allSatisfy { !$0.hasPassword && !$0.canSignIn })
        #expect(try await accounts.isEmpty())
        #expect(try await SetupLinks(company.records.store, accounts: accounts).issue() != nil)
        for word in ["", " ", people[0].name] {
            #expect(try await accounts.isPassword(word, of: people[0].id) == false)
        }
        try await accounts.setPassword(of: people[0].id, to: "correct horse 9 battery", by: .commandLine)
        #expect(try await accounts.isPassword("correct horse 9 battery", of: people[0].id))
        #expect(try await accounts.isEmpty() == false)
        #expect(try await SetupLinks(company.records.store, accounts: accounts).issue() == nil)
    }

    @Test("S-01 it is written once, and never beside plans of a company's own")
    func once() async throws {
        let company = try await GoalCompany()
        let (year, _) = year(of: company)
        _ = try await company.goal("自己的目标")
        #expect(try await year.write() == false)
        #expect(try await company.goals().goals.count == 1)
        let empty = try await GoalCompany()
        let second = self.year(of: empty).0
        #expect(try await second.write())
        let count = try await empty.goals().goals.count
        #expect(try await second.write() == false)
        #expect(try await empty.goals().goals.count == count)
    }

    @Test("RG-01 RG-05 M-03 M-05 M-07 S-08 PP-07 no page of planning starts empty: everything is scored and in order")
    func filled() async throws {
        let company = try await GoalCompany()
        #expect(try await year(of: company).0.write())
        let records = company.records
        func all(_ type: RecordType) async throws -> [Record] {
            try await records.store.read { try records.all($0, type) }
        }
        let regions = try await all(.regionScore)
        // Only regions that the company sells to.
        #expect(regions.map { $0.text("region") } == ["east", "south"])
        let model = try await ScoreModel.of(.regionScore, records, for: .system)
        #expect(Ranking(regions, by: model).unscored.isEmpty)
        let markets = try await all(.overseasMarket)
        #expect(markets.count >= 5 && markets.allSatisfy { $0["policy_ready"] != nil && $0["target_share"] != nil })
        #expect(try await all(.competitor).count == 4)
        #expect(try await all(.fiveForcesSheet).allSatisfy { $0["rivalry"] != nil && $0["entrants"] != nil })
        for (type, count) in [
            (RecordType.trendSignal, 10), (.swotEntry, 10), (.priorityItem, 7), (.pestCard, 8), (.risk, 7),
            (.competitorSign, 3),
        ] { #expect(try await all(type).count >= count, "\(type.id)") }
        let shares = BucketShares.all(try await all(.strategicBucket), try await all(.developmentProject))
        let policy = try #require(shares.first)
        #expect(policy.isWhole && policy.rows.allSatisfy { $0.actual != nil } && policy.rows.contains(where: \.isOff))
        #expect(try await all(.risk).allSatisfy { $0["owner"] != nil })
    }

    @Test("AD-07 no approval waits for people of the demonstration who cannot sign in")
    func deciders() async throws {
        let company = try await GoalCompany()
        let (year, accounts) = year(of: company)
        #expect(try await year.write())
        func add(_ name: String, _ role: Role) async throws -> Account {
            try await accounts.add(
                AccountDraft(name: name, roles: [role]), password: "correct horse 9 battery", by: .commandLine)
        }
        let asker = RecordAuthor(try await add("林静", .marketing))
        let executive = try await add("陈总", .executive)
        let plan = try await company.records.create(
            .workPlan, ["title": .text("新计划"), "starts_on": .day(GoalCompany.last), "owner": .whole(executive.id)],
            by: asker)
        let request = try await ApprovalStore(company.records, zone: .utc).request(
            "approve", of: plan, from: plan.version, note: "", by: asker)
        #expect(request.seats.map(\.accountID) == [executive.id])
    }
}
