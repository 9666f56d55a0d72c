/// Finds the route of a request. Literal steps win over `:parameters`.
struct RouteTable: Sendable {
    enum Match: Sendable {
        case found(Route, parameters: [String: String])
        /// The address exists, but not for this method.
        case wrongMethod(allowed: [Method])
        case unknown
    }

    private struct Node: Sendable {
        var literal: [String: Node] = [:]
        var parameter: [Node] = []
        var routes: [Method: Route] = [:]
    }

    let routes: [Route]
    private var root = Node()

    init(_ routes: [Route]) {
        self.routes = routes
        for route in routes { Self.insert(route, Self.steps(route.path)[...], into: &root) }
    }

    func match(_ method: Method?, _ path: String) -> Match {
        let steps = Self.steps(path).map { Percent.decode($0, plusIsSpace: false) }
        guard let (node, values) = find(steps[...], in: root) else { return .unknown }
        let wanted = method == .head ? .get : method
        guard let wanted, let route = node.routes[wanted] else {
            return .wrongMethod(allowed: node.routes.keys.sorted { $0.rawValue < $1.rawValue })
        }
        let names = Self.steps(route.path).filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) }
        return .found(route, parameters: Dictionary(zip(names, values)) { first, _ in first })
    }

    private func find(_ steps: ArraySlice<String>, in node: Node) -> (Node, [String])? {
        guard let step = steps.first else { return node.routes.isEmpty ? nil : (node, []) }
        if let next = node.literal[step], let found = find(steps.dropFirst(), in: next) { return found }
        if let next = node.parameter.first, let (found, values) = find(steps.dropFirst(), in: next) {
            return (found, [step] + values)
        }
        return nil
    }

    private static func steps(_ path: String) -> [String] {
        path.split(separator: "/").map(String.init)
    }

    private static func insert(_ route: Route, _ steps: ArraySlice<String>, into node: inout Node) {
        guard let step = steps.first else {
            precondition(node.routes[route.method] == nil, "two routes for \(route.method.rawValue) \(route.path)")
            node.routes[route.method] = route
            return
        }
        if step.hasPrefix(":") {
            if node.parameter.isEmpty { node.parameter.append(Node()) }
            insert(route, steps.dropFirst(), into: &node.parameter[0])
        } else {
            insert(route, steps.dropFirst(), into: &node.literal[step, default: Node()])
        }
    }
}
