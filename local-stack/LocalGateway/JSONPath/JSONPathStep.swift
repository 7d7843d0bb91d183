extension JSONPath.Step {
    /// The values that one step leads to from a value.
    func values(in value: JSONValue) -> [JSONValue] {
        switch self {
        case .names(let names): return names.compactMap { value[$0] }
        case .everything: return Self.children(of: value)
        case .descendants: return Self.descendants(of: value)
        case .indices(let indices):
            guard case .array(let elements) = value else { return [] }
            return indices.map { $0 < 0 ? $0 + elements.count : $0 }
                .filter(elements.indices.contains).map { elements[$0] }
        case .slice(let start, let end):
            guard case .array(let elements) = value else { return [] }
            let from = Self.clamped(start ?? 0, elements.count)
            let to = Self.clamped(end ?? elements.count, elements.count)
            return from < to ? Array(elements[from..<to]) : []
        }
    }

    private static func clamped(_ index: Int, _ count: Int) -> Int {
        min(max(index < 0 ? index + count : index, 0), count)
    }

    private static func children(of value: JSONValue) -> [JSONValue] {
        switch value {
        case .array(let elements): elements
        case .object(let members): members.map(\.value)
        default: []
        }
    }

    private static func descendants(of value: JSONValue) -> [JSONValue] {
        [value] + children(of: value).flatMap(descendants)
    }
}
