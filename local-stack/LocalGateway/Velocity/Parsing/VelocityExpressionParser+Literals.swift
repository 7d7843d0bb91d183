extension VelocityExpressionParser {
    /// A number, a text, a list, a range, a map, or one of the words `true`, `false`, `not`.
    mutating func literal() throws(VelocityError) -> VelocityExpression {
        switch scanner.next {
        case "'": return .text(try quoted("'"))
        case "\"": return try interpolated()
        case "[": return try listOrRange()
        case "{": return try map()
        case .some("0"..."9"), "-": return try number()
        default: return try word()
        }
    }

    private mutating func word() throws(VelocityError) -> VelocityExpression {
        let start = scanner
        switch scanner.identifier() {
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        case "not": return .not(try nested())
        default: throw start.error("a value is missing")
        }
    }

    private mutating func number() throws(VelocityError) -> VelocityExpression {
        let start = scanner
        let sign = scanner.take("-") ? "-" : ""
        let digits = scanner.takeWhile { ("0"..."9").contains($0) }
        guard !digits.isEmpty else { throw start.error("a value is missing") }
        if scanner.next == ".", let after = scanner.peek(1), ("0"..."9").contains(after) {
            scanner.advance()
            let fraction = scanner.takeWhile { ("0"..."9").contains($0) }
            return .decimal(Double("\(sign)\(digits).\(fraction)") ?? 0)
        }
        guard let integer = Int(sign + digits) else { throw start.error("the number is too large") }
        return .integer(integer)
    }

    /// Text in quotes; a doubled quote stands for one, and a backslash for itself, as in Velocity 1.x.
    private mutating func quoted(_ quote: String) throws(VelocityError) -> String {
        let start = scanner
        scanner.advance()
        var text = ""
        while true {
            text += scanner.takeWhile { String($0) != quote }
            guard scanner.take(quote) else { throw start.error("a text in quotes does not end") }
            guard scanner.take(quote) else { return text }
            text += quote
        }
    }

    private mutating func interpolated() throws(VelocityError) -> VelocityExpression {
        let line = scanner.line
        let text = try quoted("\"")
        guard text.contains("$") || text.contains("#") else { return .text(text) }
        var parser = VelocityParser(VelocityScanner(text, firstLine: line), depth: depth + 1)
        return .interpolated(try parser.template())
    }

    private mutating func listOrRange() throws(VelocityError) -> VelocityExpression {
        scanner.advance()
        scanner.skipSpace()
        if scanner.take("]") { return .list([]) }
        let first = try nested()
        scanner.skipSpace()
        if scanner.take(",") { return .list([first] + (try expressions(until: "]"))) }
        let last = scanner.take("..") ? try nested() : nil
        scanner.skipSpace()
        guard scanner.take("]") else { throw scanner.error("\"]\" is missing") }
        return last.map { .range(first, $0) } ?? .list([first])
    }

    private mutating func map() throws(VelocityError) -> VelocityExpression {
        scanner.advance()
        scanner.skipSpace()
        if scanner.take("}") { return .map([]) }
        var entries: [(key: VelocityExpression, value: VelocityExpression)] = []
        repeat {
            let key = try nested()
            scanner.skipSpace()
            guard scanner.take(":") else {
                throw scanner.error("a map needs \":\" between a key and its value")
            }
            entries.append((key, try nested()))
            scanner.skipSpace()
        } while scanner.take(",")
        guard scanner.take("}") else { throw scanner.error("\"}\" is missing") }
        return .map(entries)
    }
}
