/// A map that templates can change; keys keep their order.
final class VelocityMap {
    private(set) var keys: [String] = []
    private var values: [String: VelocityValue] = [:]

    init(_ entries: [(key: String, value: VelocityValue)] = []) {
        for entry in entries { self[entry.key] = entry.value }
    }

    /// The value of a key; setting nil removes the key.
    subscript(key: String) -> VelocityValue? {
        get { values[key] }
        set {
            if let newValue {
                if values.updateValue(newValue, forKey: key) == nil { keys.append(key) }
            } else if values.removeValue(forKey: key) != nil {
                keys.removeAll { $0 == key }
            }
        }
    }

    /// The entries in order.
    var entries: [(key: String, value: VelocityValue)] { keys.map { ($0, values[$0] ?? .null) } }

    /// The entries as Java prints a map.
    var printed: String {
        "{" + entries.map { "\($0.key)=\($0.value.printed ?? "null")" }.joined(separator: ", ") + "}"
    }
}
