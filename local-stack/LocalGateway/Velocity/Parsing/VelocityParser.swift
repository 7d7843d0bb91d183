/// Parses the text of a template: what is no reference, directive or comment stays as it is.
struct VelocityParser {
    static let maximumDepth = 50

    var scanner: VelocityScanner
    /// How many blocks, quotes and brackets the place is inside of.
    let depth: Int
    private var nodes: [VelocityNode] = []
    private var text = ""

    init(_ scanner: VelocityScanner, depth: Int) {
        self.scanner = scanner
        self.depth = depth
    }

    /// Parses to the end of the text.
    mutating func template() throws(VelocityError) -> [VelocityNode] {
        let (nodes, end) = try block()
        if let end { throw scanner.error("#\(end) has no #if or #foreach before it") }
        return nodes
    }

    /// Parses up to `#end`, `#else` or `#elseif`, which is passed and returned; nil stands for the end of the text.
    mutating func block() throws(VelocityError) -> (nodes: [VelocityNode], end: String?) {
        guard depth <= Self.maximumDepth else { throw scanner.error("blocks are nested too deep") }
        while let next = scanner.next {
            switch next {
            case "\\": takeEscape()
            case "$": try takeReference()
            case "#":
                if let end = try takeDirective() { return (finished(), end) }
            default: text += scanner.takeWhile { $0 != "$" && $0 != "#" && $0 != "\\" }
            }
        }
        return (finished(), nil)
    }

    /// Adds a node after the text before it.
    mutating func add(_ node: VelocityNode) {
        if !text.isEmpty { nodes.append(.text(text)) }
        text = ""
        nodes.append(node)
    }

    /// Adds characters that stand for themselves.
    mutating func addText(_ characters: String) { text += characters }

    /// Takes blanks before `#set` away; Velocity counts them as part of the directive.
    mutating func removeBlanksAtEnd() {
        while text.last == " " || text.last == "\t" { text.removeLast() }
    }

    private mutating func finished() -> [VelocityNode] {
        defer { nodes = [] }
        if !text.isEmpty { nodes.append(.text(text)) }
        text = ""
        return nodes
    }

    /// A backslash before `$` or `#` makes that character stand for itself.
    private mutating func takeEscape() {
        scanner.advance()
        if let next = scanner.next, next == "$" || next == "#" {
            scanner.advance()
            text.unicodeScalars.append(next)
        } else {
            text += "\\"
        }
    }

    private mutating func takeReference() throws(VelocityError) {
        var parser = VelocityReferenceParser(scanner, depth: depth)
        if let reference = try parser.reference() {
            scanner = parser.scanner
            add(.reference(reference))
        } else {
            scanner.advance()
            text += "$"
        }
    }
}
