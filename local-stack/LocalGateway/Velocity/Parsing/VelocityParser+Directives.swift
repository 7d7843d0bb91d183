extension VelocityParser {
    /// Parses what a `#` begins; returns the name of a directive that ends the block.
    mutating func takeDirective() throws(VelocityError) -> String? {
        if try takeComment() { return nil }
        let start = scanner
        scanner.advance()
        let hasBraces = scanner.take("{")
        let word = scanner.takeWhile { ("a"..."z").contains($0) }
        let name = hasBraces ? word : directive(atStartOf: word, from: start)
        guard let name, !hasBraces || scanner.take("}") else { return takeAsText(from: start) }
        switch name {
        case "set": try takeSet()
        case "if": add(.conditional(try branches()))
        case "foreach": add(try loop())
        case "break": add(.leaveLoop)
        case "stop": add(.stop)
        case "else", "end":
            scanner.skipLineEnd()
            return name
        case "elseif": return name
        case "macro", "parse", "include", "define", "evaluate":
            throw start.error("#\(name) is no part of mapping templates")
        default: return takeAsText(from: start)
        }
        return nil
    }

    /// `#else` and `#end` may be followed by letters at once; the other directives need a parenthesis or an end.
    private mutating func directive(atStartOf word: String, from start: VelocityScanner) -> String? {
        if word.hasPrefix("elseif") || !(word.hasPrefix("else") || word.hasPrefix("end")) { return word }
        let name = word.hasPrefix("else") ? "else" : "end"
        scanner = start
        scanner.advance(1 + name.count)
        return name
    }

    private mutating func takeAsText(from start: VelocityScanner) -> String? {
        scanner = start
        scanner.advance()
        addText("#")
        return nil
    }

    private mutating func takeComment() throws(VelocityError) -> Bool {
        if scanner.take("##") {
            _ = scanner.takeWhile { $0 != "\n" }
            _ = scanner.take("\n")
            return true
        }
        let start = scanner
        guard scanner.take("#*") else { return false }
        while !scanner.take("*#") {
            guard scanner.next != nil else { throw start.error("a comment does not end") }
            scanner.advance()
        }
        return true
    }

    private mutating func takeSet() throws(VelocityError) {
        removeBlanksAtEnd()
        try open("#set")
        var target = VelocityReferenceParser(scanner, depth: depth)
        guard let reference = try target.reference() else {
            throw scanner.error("#set needs a reference to set")
        }
        scanner = target.scanner
        scanner.skipSpace()
        guard scanner.take("=") else { throw scanner.error("#set needs a \"=\"") }
        let value = try expression()
        try close("#set")
        add(.set(reference, value))
    }

    private mutating func branches() throws(VelocityError) -> [VelocityBranch] {
        let start = scanner
        var branches: [VelocityBranch] = []
        var condition = try condition()
        while true {
            var parser = VelocityParser(scanner, depth: depth + 1)
            let (body, end) = try parser.block()
            scanner = parser.scanner
            branches.append(VelocityBranch(condition: condition, body: body))
            switch end {
            case "end": return branches
            case "else": condition = .boolean(true)
            case "elseif": condition = try self.condition()
            default: throw start.error("#if has no #end")
            }
        }
    }

    private mutating func loop() throws(VelocityError) -> VelocityNode {
        let start = scanner
        try open("#foreach")
        guard scanner.take("$") else { throw scanner.error("#foreach needs a variable") }
        let hasBraces = scanner.take("{")
        let variable = scanner.identifier()
        if hasBraces { _ = scanner.take("}") }
        scanner.skipSpace()
        guard !variable.isEmpty, scanner.take("in") else {
            throw scanner.error("#foreach needs a variable and \"in\"")
        }
        let values = try expression()
        try close("#foreach")
        var parser = VelocityParser(scanner, depth: depth + 1)
        let (body, end) = try parser.block()
        scanner = parser.scanner
        guard end == "end" else { throw start.error("#foreach has no #end") }
        return .loop(variable: variable, over: values, body: body, line: start.line)
    }

    private mutating func condition() throws(VelocityError) -> VelocityExpression {
        try open("#if")
        let condition = try expression()
        try close("#if")
        return condition
    }

    private mutating func expression() throws(VelocityError) -> VelocityExpression {
        var parser = VelocityExpressionParser(scanner, depth: depth + 1)
        let expression = try parser.expression()
        scanner = parser.scanner
        return expression
    }

    private mutating func open(_ directive: String) throws(VelocityError) {
        scanner.skipSpace()
        guard scanner.take("(") else { throw scanner.error("\(directive) needs a parenthesis") }
        scanner.skipSpace()
    }

    private mutating func close(_ directive: String) throws(VelocityError) {
        scanner.skipSpace()
        guard scanner.take(")") else { throw scanner.error("the parenthesis of \(directive) is not closed") }
        scanner.skipLineEnd()
    }
}
