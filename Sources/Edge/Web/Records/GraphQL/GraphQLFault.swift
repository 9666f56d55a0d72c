import GraphQL
import Kernel
import Records

/// What went wrong as GraphQL tells it: the words in the reader's language, the code and the fields under `extensions`.
enum GraphQLFault {
    static func json(_ fault: Fault, _ visit: Visit) -> JSON {
        let (code, text) = said(fault, visit)
        var members = [JSON.Member("message", .string(text[visit.language]))]
        if !fault.locations.isEmpty {
            members.append(
                JSON.Member(
                    "locations",
                    .list(
                        fault.locations.map {
                            .object([
                                JSON.Member("line", .int(Int64($0.line))),
                                JSON.Member("column", .int(Int64($0.column))),
                            ])
                        })))
        }
        if let path = fault.path {
            members.append(
                JSON.Member(
                    "path",
                    .list(
                        path.map { step in
                            switch step {
                            case .key(let key): .string(key)
                            case .index(let index): .int(Int64(index))
                            }
                        })))
        }
        members.append(
            JSON.Member("extensions", .object([JSON.Member("code", .string(code))] + more(fault.error, visit))))
        return .object(members)
    }

    private static func said(_ fault: Fault, _ visit: Visit) -> (code: String, text: Text) {
        if let problem = fault.error as? any Problem { return (problem.code, problem.text) }
        visit.app.log("[\(visit.id)] GraphQL: \(fault.error)")
        return (
            "web.own_fault",
            Text(
                zh: "程序出了差错，已记录在日志中。请把编号告诉管理员：\(visit.id)。",
                en:
                    "Something went wrong on our side. It has been logged; please tell your administrator this number: \(visit.id)."
            )
        )
    }

    /// All fields with what is wrong with each, so that a program can say it beside them.
    private static func more(_ error: any Error, _ visit: Visit) -> [JSON.Member] {
        if case RecordProblem.fields(let troubles) = error {
            return [
                JSON.Member(
                    "fields",
                    .list(
                        troubles.map {
                            .object([
                                JSON.Member("field", .string($0.field)),
                                JSON.Member("message", .string($0.text[visit.language])),
                            ])
                        }))
            ]
        }
        guard let field = (error as? any Problem)?.place?.field else { return [] }
        return [JSON.Member("field", .string(field))]
    }
}
