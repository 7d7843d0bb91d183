/// Several document paths at once, as the tree that their common beginnings make.
struct ProjectionTree {
    private var names: [String: ProjectionTree] = [:]
    private var indices: [Int: ProjectionTree] = [:]
    private var isWhole = false

    init(_ paths: [DocumentPath]) {
        for path in paths { insert(path.elements[...]) }
    }

    private init() {}

    private mutating func insert(_ elements: ArraySlice<DocumentPath.Element>) {
        switch elements.first {
        case nil: isWhole = true
        case .name(let name)?: names[name, default: ProjectionTree()].insert(elements.dropFirst())
        case .index(let index)?: indices[index, default: ProjectionTree()].insert(elements.dropFirst())
        }
    }

    /// The part of the value that the tree covers; nil where it covers none.
    func part(of value: AttributeValue) -> AttributeValue? {
        if isWhole { return value }
        switch value {
        case .map(let map):
            let parts = part(of: map)
            return parts.isEmpty ? nil : .map(parts)
        case .list(let list):
            let parts = indices.keys.sorted().compactMap { index in
                index < list.count ? indices[index]?.part(of: list[index]) : nil
            }
            return parts.isEmpty ? nil : .list(parts)
        default:
            return nil
        }
    }

    /// The part of the map that the tree covers.
    func part(of map: Item) -> Item {
        var parts: Item = [:]
        for (name, tree) in names {
            if let part = map[name].flatMap(tree.part) { parts[name] = part }
        }
        return parts
    }
}

extension Item {
    /// The values at those paths, each inside the maps and lists that lead to it.
    func projected(to paths: [DocumentPath]) -> Item { ProjectionTree(paths).part(of: self) }
}
