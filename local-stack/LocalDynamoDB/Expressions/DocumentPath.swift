/// Where in an item a value lies: an attribute, then steps into maps and lists.
struct DocumentPath: Sendable, Hashable {
    enum Element: Sendable, Hashable {
        case name(String)
        case index(Int)
    }

    var elements: [Element]

    /// The attribute with which the path begins.
    var attribute: String {
        if case .name(let name)? = elements.first { name } else { "" }
    }

    /// Whether the path leads into the attribute.
    var isNested: Bool { elements.count > 1 }

    /// The value there; nil where there is none.
    func value(in item: Item) -> AttributeValue? {
        var value = item[attribute]
        for element in elements.dropFirst() {
            switch (element, value) {
            case (.name(let name), .map(let map)?): value = map[name]
            case (.index(let index), .list(let list)?): value = index < list.count ? list[index] : nil
            default: return nil
            }
        }
        return value
    }

    /// How error texts write a path: `[a, b, [3]]`.
    var description: String {
        let texts = elements.map { element in
            switch element {
            case .name(let name): name
            case .index(let index): "[\(index)]"
            }
        }
        return "[\(texts.joined(separator: ", "))]"
    }

    /// How two paths of one expression stand in each other's way.
    enum Collision {
        /// One leads to, or into, the other's value.
        case overlap
        /// They disagree on whether a value is a map or a list.
        case conflict
    }

    /// How this path and another stand in each other's way; nil where they do not.
    func collision(with other: DocumentPath) -> Collision? {
        for (left, right) in zip(elements, other.elements) where left != right {
            switch (left, right) {
            case (.name, .index), (.index, .name): return .conflict
            default: return nil
            }
        }
        return .overlap
    }
}

extension DocumentPath.Collision {
    /// The error text for those two paths.
    func message(_ one: DocumentPath, _ two: DocumentPath) -> String {
        let verb =
            switch self {
            case .overlap: "overlap"
            case .conflict: "conflict"
            }
        return "Two document paths \(verb) with each other; must remove or rewrite one of these paths; "
            + "path one: \(one.description), path two: \(two.description)"
    }
}
