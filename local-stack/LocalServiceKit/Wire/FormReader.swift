import LocalHTTP

/// Reads the forms of AWS's Query protocol into messages.
///
/// `X.member.1=…` is an element of a list, `X.entry.1.key=…&X.entry.1.value=…` an entry of a map; `X.1=…` is an element of
/// a flattened list, or an entry of a flattened map where its elements are pairs of `Name` or `Key` and `Value`.
struct FormReader {
    private final class Node {
        var text: String?
        /// In the order in which they came.
        var children: [(name: String, node: Node)] = []

        func child(_ name: String) -> Node {
            if let known = children.first(where: { $0.name == name }) { return known.node }
            let node = Node()
            children.append((name, node))
            return node
        }
    }

    /// The message that the form's items say.
    static func read(_ items: [QueryItem]) -> WireObject {
        let root = Node()
        for item in items {
            var node = root
            for part in item.name.split(separator: ".").prefix(16) { node = node.child(String(part)) }
            node.text = item.value ?? ""
        }
        return WireObject(root.children.map { WireObject.Member($0.name, value(of: $0.node)) })
    }

    private static func value(of node: Node) -> WireValue {
        guard !node.children.isEmpty else { return .string(node.text ?? "") }
        if node.children.count == 1, let only = node.children.first {
            if only.name == "member", let elements = elements(of: only.node) { return .array(elements) }
            if only.name == "entry", let elements = elements(of: only.node), let map = map(elements) {
                return map
            }
        }
        if let elements = elements(of: node) { return map(elements) ?? .array(elements) }
        return .object(WireObject(node.children.map { WireObject.Member($0.name, value(of: $0.node)) }))
    }

    /// The children in the order of their numbers; nil where one is not numbered.
    private static func elements(of node: Node) -> [WireValue]? {
        var numbered: [(Int, WireValue)] = []
        for child in node.children {
            guard let number = Int(child.name) else { return nil }
            numbered.append((number, value(of: child.node)))
        }
        return numbered.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// The map that the elements are the entries of; nil where they are something else.
    private static func map(_ elements: [WireValue]) -> WireValue? {
        var map = WireObject()
        for element in elements {
            guard case .object(let pair) = element, pair.members.count <= 2,
                let key = (pair["Name"] ?? pair["Key"] ?? pair["key"])?.text,
                let value = pair["Value"] ?? pair["value"]
            else { return nil }
            map.members.append(WireObject.Member(key, value))
        }
        return .object(map)
    }
}
