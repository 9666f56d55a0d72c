import Kernel
import Records
import Store

extension DemonstrationYear {
    /// Who owns what. They are names to begin with: nobody can sign in as one of them before an administrator sets a password.
    struct Team: Sendable {
        let chief: Int64, marketing: Int64, content: Int64, members: Int64, sales: Int64, finance: Int64
        let analyst: Int64, product: Int64, service: Int64
    }

    func makeTeam() async throws -> Team {
        Team(
            chief: try await member("程望舒", .executive), marketing: try await member("林知夏", .marketing),
            content: try await member("顾南枝", .marketing), members: try await member("江晚吟", .marketing),
            sales: try await member("周牧之", .sales), finance: try await member("沈清越", .finance),
            analyst: try await member("许言蹊", .analyst), product: try await member("何嘉木", .product),
            service: try await member("苏既明", .service))
    }

    private func member(_ name: String, _ role: Role) async throws -> Int64 {
        if let there = try await accounts.all().first(where: { $0.name == name }) { return there.id }
        return try await accounts.addWithoutPassword(AccountDraft(name: name, roles: [role]), by: .system).id
    }
}
