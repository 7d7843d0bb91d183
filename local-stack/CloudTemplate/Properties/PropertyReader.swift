/// Reads one mapping of a template and remembers what was read.
///
/// Whoever builds something from a template asks here for each property that it acts on. What nobody asked for is what the
/// local stack does not act on (`leftovers`). A value of a wrong kind is added to the problems and read as absent.
package final class PropertyReader {
    /// Where the mapping stands.
    package let mark: SourceMark
    /// The names that lead to the mapping, joined by dots; empty at the root.
    package let path: String
    private let mapping: TemplateMapping
    private let problems: ProblemList
    private var used: Set<String> = []
    private var children: [PropertyReader] = []

    /// Reads `node`, which has to be a mapping or nothing.
    package init(_ node: TemplateNode, path: String = "", problems: ProblemList) {
        mark = node.mark
        self.path = path
        self.problems = problems
        mapping = node.mapping ?? TemplateMapping([])
        if node.mapping == nil, node.scalar?.isNull != true {
            problems.add(node.mark, "\(path.isEmpty ? "this" : path) has to be a mapping, not \(node.kind)")
        }
    }

    /// The names that the mapping holds, in order.
    package var names: [String] { mapping.entries.map(\.key) }

    /// Whether the mapping holds a name, whatever its value.
    package func holds(_ name: String) -> Bool { mapping.entry(name) != nil }

    /// Where a property stands; the mapping's place if it has none of that name.
    package func mark(of name: String) -> SourceMark { mapping.entry(name)?.keyMark ?? mark }

    /// Takes a whole value, whatever is in it; nil if it is absent or null.
    package func node(_ name: String) -> TemplateNode? {
        used.insert(name)
        guard let node = mapping[name], node.scalar?.isNull != true else { return nil }
        return node
    }

    /// Counts properties as known although nothing follows from them here (documentation, for example).
    package func acknowledge(_ names: String...) {
        used.formUnion(names)
    }

    /// Adds a problem about a property, or about the whole mapping.
    package func refuse(_ name: String? = nil, _ reason: String) {
        guard let name else { return problems.add(mark, reason) }
        problems.add(mapping[name]?.mark ?? mark, "\(pathOf(name)) \(reason)")
    }

    /// Reads the mapping that a property holds.
    package func reader(_ name: String) -> PropertyReader? {
        node(name).map { child($0, path: pathOf(name)) }
    }

    /// Reads the mappings that a property's list holds.
    package func readers(_ name: String) -> [PropertyReader] {
        (items(name) ?? []).enumerated().map { index, item in child(item, path: "\(pathOf(name))[\(index)]") }
    }

    /// Reads every value of the mapping as a mapping, in order.
    package func namedReaders() -> [(name: String, reader: PropertyReader)] {
        names.compactMap { name in reader(name).map { (name, $0) } }
    }

    /// Reads the elements of a list; nil if it is absent.
    package func items(_ name: String) -> [TemplateNode]? {
        guard let node = node(name) else { return nil }
        if node.items == nil { refuse(name, "has to be a list, not \(node.kind)") }
        return node.items
    }

    /// The topmost properties that nobody asked for, in order.
    package var leftovers: [PropertyLeftover] {
        let own = mapping.entries.filter { !used.contains($0.key) }
            .map { PropertyLeftover(path: pathOf($0.key), mark: $0.keyMark) }
        return (own + children.flatMap(\.leftovers)).sorted { $0.mark < $1.mark }
    }

    private func child(_ node: TemplateNode, path: String) -> PropertyReader {
        let reader = PropertyReader(node, path: path, problems: problems)
        children.append(reader)
        return reader
    }

    private func pathOf(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
}
