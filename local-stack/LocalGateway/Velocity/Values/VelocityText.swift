/// The methods of Java's `String` that mapping templates use.
enum VelocityText {
    /// Calls a method of `text`; nil if there is none of that name and number of arguments.
    static func call(
        _ method: String,
        on text: String,
        _ arguments: VelocityArguments
    ) throws(VelocityFault) -> VelocityValue? {
        switch (method, arguments.count) {
        case (_, 0): property(method, of: text)
        case (_, 1): try question(method, of: text, arguments)
        default: try change(method, of: text, arguments)
        }
    }

    private static func property(_ method: String, of text: String) -> VelocityValue? {
        switch method {
        case "length": .integer(text.utf16.count)
        case "isEmpty": .boolean(text.isEmpty)
        case "toString": .text(text)
        case "toLowerCase": .text(text.lowercased())
        case "toUpperCase": .text(text.uppercased())
        case "trim": .text(trimmed(text))
        default: nil
        }
    }

    private static func question(
        _ method: String,
        of text: String,
        _ arguments: VelocityArguments
    ) throws(VelocityFault) -> VelocityValue? {
        let other = arguments.text(0)
        switch method {
        case "equals": return .boolean(text == other)
        case "equalsIgnoreCase": return .boolean(text.lowercased() == other.lowercased())
        case "contains": return .boolean(other.isEmpty || text.contains(other))
        case "startsWith": return .boolean(text.hasPrefix(other))
        case "endsWith": return .boolean(text.hasSuffix(other))
        case "concat": return .text(text + other)
        case "compareTo": return .integer(text == other ? 0 : text < other ? -1 : 1)
        case "matches":
            let pattern = try arguments.pattern(0)
            return .boolean((try? pattern.wholeMatch(in: text)) != nil)
        case "split": return .list(VelocityList(try split(text, arguments.pattern(0)).map { .text($0) }))
        case "indexOf": return .integer(VelocityTextIndex(text).first(of: other))
        case "lastIndexOf": return .integer(VelocityTextIndex(text).last(of: other))
        case "charAt":
            let index = try arguments.index(0, within: 0...max(text.utf16.count - 1, 0))
            return .text(VelocityTextIndex(text).substring(index, index + 1))
        case "substring":
            let start = try arguments.index(0, within: 0...text.utf16.count)
            return .text(VelocityTextIndex(text).substring(start, text.utf16.count))
        default: return nil
        }
    }

    private static func change(
        _ method: String,
        of text: String,
        _ arguments: VelocityArguments
    ) throws(VelocityFault) -> VelocityValue? {
        guard arguments.count == 2 else { return nil }
        switch method {
        case "replace":
            return .text(text.replacing(arguments.text(0), with: arguments.text(1)))
        case "replaceAll":
            return .text(try VelocityReplacement(arguments).apply(to: text, maximumCount: .max))
        case "replaceFirst":
            return .text(try VelocityReplacement(arguments).apply(to: text, maximumCount: 1))
        case "substring":
            let end = try arguments.index(1, within: 0...text.utf16.count)
            return .text(VelocityTextIndex(text).substring(try arguments.index(0, within: 0...end), end))
        default: return nil
        }
    }

    private static func trimmed(_ text: String) -> String {
        var scalars = text.unicodeScalars[...]
        while let first = scalars.first, first <= " " { scalars.removeFirst() }
        while let last = scalars.last, last <= " " { scalars.removeLast() }
        return String(scalars)
    }

    /// Java's `split`: empty parts at the end are left out.
    private static func split(_ text: String, _ pattern: Regex<AnyRegexOutput>) -> [String] {
        var parts = text.split(separator: pattern, omittingEmptySubsequences: false).map(String.init)
        while parts.count > 1, parts.last == "" { parts.removeLast() }
        return parts
    }
}
