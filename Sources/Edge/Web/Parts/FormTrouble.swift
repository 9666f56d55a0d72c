package import Kernel

/// What was wrong with a sent form, so that it can be shown again with the words beside the field.
package struct FormTrouble: Error, Sendable {
    package let field: String?
    package let text: Text
    /// The status the form is answered with.
    package let status: Int

    package init(_ problem: any Problem) {
        field = problem.place?.field
        text = problem.text
        status = ProblemReply.status(of: problem)
    }

    package init(_ field: String?, _ text: Text) {
        self.field = field
        self.text = text
        status = 422
    }

    /// What is wrong with this field, if it is this one.
    package func about(_ name: String) -> Text? { field == name ? text : nil }

    /// What stands over the form when it belongs to none of these fields.
    package func overall(_ fields: [String]) -> HTML {
        if let field, fields.contains(field) { return HTML() }
        return notice(.danger, text)
    }

    /// Runs `work`; what the person can mend in the form comes back as a value, everything else is thrown on.
    package static func catching<T: Sendable>(_ work: () async throws -> T) async throws -> Result<T, FormTrouble> {
        do { return .success(try await work()) } catch let trouble as FormTrouble { return .failure(trouble) } catch let
            problem
            as any Problem
        {
            switch problem.kind {
            case .invalid, .conflict, .limited, .unauthenticated: return .failure(FormTrouble(problem))
            default: throw problem
            }
        }
    }
}
