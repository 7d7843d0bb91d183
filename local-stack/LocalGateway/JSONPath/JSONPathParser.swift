/// Reads the notation of `JSONPath`.
struct JSONPathParser {
    private var rest: Substring

    init(_ text: String) {
        rest = text.hasPrefix("$") ? text.dropFirst() : "." + text[...]
    }

    mutating func steps() throws(JSONPathError) -> [JSONPath.Step] {
        var steps: [JSONPath.Step] = []
        while !rest.isEmpty {
            if take("..") {
                steps.append(.descendants)
                if !rest.hasPrefix("[") { steps.append(try nameOrStar()) }
            } else if take(".") {
                steps.append(try nameOrStar())
            } else if take("[") {
                steps.append(try bracket())
            } else {
                throw JSONPathError(reason: "\"\(rest)\" is no part of a path")
            }
        }
        return steps
    }

    private mutating func take(_ prefix: String) -> Bool {
        guard rest.hasPrefix(prefix) else { return false }
        rest = rest.dropFirst(prefix.count)
        return true
    }

    private mutating func nameOrStar() throws(JSONPathError) -> JSONPath.Step {
        if take("*") { return .everything }
        let name = rest.prefix { $0 != "." && $0 != "[" }
        guard !name.isEmpty else { throw JSONPathError(reason: "a name is missing") }
        rest = rest.dropFirst(name.count)
        return .names([String(name)])
    }

    private mutating func bracket() throws(JSONPathError) -> JSONPath.Step {
        if rest.hasPrefix("?") || rest.hasPrefix("(") {
            throw JSONPathError(reason: "filters and scripts in a path are not known here")
        }
        if rest.hasPrefix("'") || rest.hasPrefix("\"") { return .names(try quotedNames()) }
        guard let end = rest.firstIndex(of: "]") else {
            throw JSONPathError(reason: "a bracket is not closed")
        }
        let inside = rest[..<end].filter { !$0.isWhitespace }
        rest = rest[rest.index(after: end)...]
        return inside == "*" ? .everything : try numbers(inside)
    }

    private func numbers(_ inside: String) throws(JSONPathError) -> JSONPath.Step {
        if let match = inside.wholeMatch(of: /(-?[0-9]*):(-?[0-9]*)/) {
            return .slice(Int(match.1), Int(match.2))
        }
        let indices = inside.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        guard !indices.contains(nil) else { throw JSONPathError(reason: "[\(inside)] is no index") }
        return .indices(indices.compactMap(\.self))
    }

    private mutating func quotedNames() throws(JSONPathError) -> [String] {
        guard let match = rest.prefixMatch(of: /\s*(?:'[^']*'|"[^"]*")(?:\s*,\s*(?:'[^']*'|"[^"]*"))*\s*\]/)
        else {
            throw JSONPathError(reason: "a name in brackets does not end")
        }
        rest = rest[match.range.upperBound...]
        return match.0.matches(of: /'([^']*)'|"([^"]*)"/).map { String($0.1 ?? $0.2 ?? "") }
    }
}
