/// Values of one kind each; CloudFormation takes a number or a boolean in quotes as well.
extension PropertyReader {
    /// A single value as text.
    package func text(_ name: String) -> String? {
        guard let node = node(name) else { return nil }
        if node.text == nil { refuse(name, "has to be a single value, not \(node.kind)") }
        return node.text
    }

    /// A single value that has to be there.
    package func requiredText(_ name: String) -> String? {
        guard node(name) != nil else {
            refuse(nil, path.isEmpty ? "\(name) is missing" : "\(path).\(name) is missing")
            return nil
        }
        return text(name)
    }

    /// One of some words.
    package func word(_ name: String, of allowed: [String]) -> String? {
        guard let text = text(name) else { return nil }
        if allowed.contains(text) { return text }
        refuse(name, "is \"\(text)\"; it has to be one of \(allowed.joined(separator: ", "))")
        return nil
    }

    /// A whole number within a range.
    package func integer(_ name: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = text(name) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            refuse(
                name,
                "is \"\(text)\"; it has to be a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
            return nil
        }
        return number
    }

    /// A number.
    package func number(_ name: String) -> Double? {
        guard let text = text(name) else { return nil }
        if Double(text) == nil { refuse(name, "is \"\(text)\"; it has to be a number") }
        return Double(text)
    }

    /// A boolean.
    package func boolean(_ name: String) -> Bool? {
        guard let node = node(name) else { return nil }
        if let boolean = node.scalar?.boolean { return boolean }
        switch node.text {
        case "true": return true
        case "false": return false
        default:
            refuse(name, "has to be true or false")
            return nil
        }
    }

    /// A list of single values; one value alone counts as a list of one.
    package func texts(_ name: String) -> [String]? {
        guard let node = node(name) else { return nil }
        if let text = node.text { return [text] }
        let texts = (items(name) ?? []).compactMap(\.text)
        if texts.count != (node.items?.count ?? texts.count) {
            refuse(name, "has to hold single values only")
        }
        return texts
    }
}
