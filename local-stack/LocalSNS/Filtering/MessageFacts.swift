import LocalSQS
import LocalServiceKit

/// What a filter policy sees of a message: its keys with their values.
struct MessageFacts: Sendable {
    /// The values of every key; the keys of nested objects are joined by points.
    private(set) var values: [String: [FilterValue]] = [:]

    /// The facts of message attributes; bytes are not looked at.
    init(attributes: [String: MessageAttribute]) {
        for (name, attribute) in attributes where !attribute.isBinary {
            values[name] = Self.values(attribute)
        }
    }

    /// The facts of a message's text; nil where it is no JSON object.
    init?(body: String) {
        guard case .object(let object)? = try? WireValue(json: Array(body.utf8)) else { return nil }
        add(object, parent: nil)
    }

    private static func values(_ attribute: MessageAttribute) -> [FilterValue] {
        let text = attribute.stringValue ?? ""
        if attribute.dataType == "String.Array" {
            guard let value = try? WireValue(json: Array(text.utf8)) else { return [] }
            // A single value counts as a list of one.
            return (value.elements ?? [value]).compactMap(FilterValue.init)
        }
        guard attribute.dataType.hasPrefix("Number") else { return [.text(text)] }
        return Double(text).map { [.comparable($0)] } ?? []
    }

    private mutating func add(_ object: WireObject, parent: String?) {
        for member in object.members {
            add(member.value, path: parent.map { "\($0).\(member.name)" } ?? member.name)
        }
    }

    private mutating func add(_ value: WireValue, path: String) {
        switch value {
        case .object(let object): add(object, parent: path)
        // A list counts as all of its elements.
        case .array(let elements): for element in elements { add(element, path: path) }
        default: if let value = FilterValue(value) { values[path, default: []].append(value) }
        }
    }
}
