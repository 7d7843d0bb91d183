/// Finds the method of an API for a request.
struct RouteTable: Sendable {
    enum Match: Sendable {
        case method(APIMethod, pathParameters: [String: String])
        /// The path is one of the API's, the method is not.
        case pathOnly
        case nothing
    }

    private let methods: [APIMethod]
    private let firstLiterals: Set<String>

    init(_ methods: [APIMethod]) {
        self.methods = methods.enumerated().sorted { left, right in
            let leftRanks = left.element.path.segments.map(\.rank)
            let rightRanks = right.element.path.segments.map(\.rank)
            if leftRanks != rightRanks { return leftRanks.lexicographicallyPrecedes(rightRanks) }
            return left.offset < right.offset
        }
        .map(\.element)
        firstLiterals = Set(
            methods.compactMap { method in
                if case .literal(let literal) = method.path.segments.first { literal } else { nil }
            }
        )
    }

    /// Finds the method for a path that begins with a slash; literal segments come before variables.
    func match(_ httpMethod: String, _ path: String) -> Match {
        let segments = Self.segments(path)
        let found = methods.compactMap { method in method.path.match(segments).map { (method, $0) } }
        let exact = found.first { $0.0.name == httpMethod } ?? found.first { $0.0.name == "ANY" }
        if let (method, parameters) = exact { return .method(method, pathParameters: parameters) }
        return found.isEmpty ? .nothing : .pathOnly
    }

    /// Whether a path's first segment is one that the API's paths begin with.
    func beginsLikeOne(_ path: String) -> Bool {
        Self.segments(path).first.map { firstLiterals.contains(String($0)) } ?? false
    }

    private static func segments(_ path: String) -> [Substring] {
        path == "/" ? [] : path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    }
}
