/// A path of an API: literal segments, variables (`{id}`), and as the last segment a variable for all the rest (`{key+}`).
struct PathPattern: Sendable, Hashable {
    enum Segment: Sendable, Hashable {
        case literal(String)
        case variable(String)
        case rest(String)
    }

    /// The path as it is written.
    let text: String
    let segments: [Segment]

    /// Reads a path; nil if it is none.
    init?(_ text: String) {
        guard text.hasPrefix("/") else { return nil }
        var segments: [Segment] = []
        for part in text.split(separator: "/") {
            guard let segment = Self.segment(part), !segments.contains(where: \.isRest) else { return nil }
            segments.append(segment)
        }
        self.text = text
        self.segments = segments
    }

    /// The values of the variables if the pattern matches the segments of a path; they are still percent-encoded.
    func match(_ path: [Substring]) -> [String: String]? {
        var values: [String: String] = [:]
        for (index, segment) in segments.enumerated() {
            guard index < path.count else { return nil }
            switch segment {
            case .literal(let literal): guard literal == path[index] else { return nil }
            case .variable(let name):
                guard !path[index].isEmpty else { return nil }
                values[name] = String(path[index])
            case .rest(let name):
                values[name] = path[index...].joined(separator: "/")
                return values
            }
        }
        return path.count == segments.count ? values : nil
    }

    private static func segment(_ part: Substring) -> Segment? {
        if let match = part.wholeMatch(of: /\{([A-Za-z0-9._-]+)(\+?)\}/) {
            return match.2.isEmpty ? .variable(String(match.1)) : .rest(String(match.1))
        }
        return part.contains(where: { $0 == "{" || $0 == "}" }) ? nil : .literal(String(part))
    }
}

extension PathPattern.Segment {
    /// Literals before variables before all the rest.
    var rank: Int {
        switch self {
        case .literal: 0
        case .variable: 1
        case .rest: 2
        }
    }

    fileprivate var isRest: Bool { rank == 2 }
}
