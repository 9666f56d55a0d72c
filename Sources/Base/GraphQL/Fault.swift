/// One thing that went wrong, where in the request's text and where in the answer.
package struct Fault: Sendable {
    /// A `Problem`, or a fault of our own that is logged and not shown.
    package let error: any Error
    package let locations: [Location]
    package let path: [PathStep]?

    init(_ error: any Error, at locations: [Location] = [], path: [PathStep]? = nil) {
        self.error = error
        self.locations = locations
        self.path = path
    }
}

/// Why nothing of a request was done.
package struct RequestFault: Error {
    package let faults: [Fault]

    init(_ faults: [Fault]) { self.faults = faults }
}

package enum PathStep: Sendable, Hashable {
    case key(String)
    case index(Int)
}

/// The way to a place of the answer, written down only when something goes wrong there.
final class ResponsePath: Sendable {
    private let parent: ResponsePath?
    private let step: PathStep

    init(_ parent: ResponsePath?, _ step: PathStep) {
        self.parent = parent
        self.step = step
    }

    var steps: [PathStep] { (parent?.steps ?? []) + [step] }
}
