/// An element of a small XML document; attributes, comments and processing instructions are left out.
struct XMLTree: Sendable, Hashable {
    /// The element's name, without a prefix.
    let name: String
    /// The text directly inside the element.
    var text = ""
    /// The elements directly inside, in order.
    var children: [XMLTree] = []

    /// Starts an element.
    init(name: String) {
        self.name = name
    }

    /// Parses a document.
    ///
    /// A document type, which could define entities without end, is refused, as is more depth than any answer of AWS
    /// has.
    ///
    /// - Returns: The root element; `nil` when the document is not well formed.
    init?(parsing bytes: [UInt8]) {
        var parser = XMLParser(bytes)
        guard let root = parser.parseDocument() else { return nil }
        self = root
    }

    /// The first element inside, at that path of names.
    func element(at path: [String]) -> XMLTree? {
        guard let name = path.first else { return self }
        return children.first { $0.name == name }?.element(at: Array(path.dropFirst()))
    }

    /// The text of the first element inside, at that path of names.
    func text(at path: [String]) -> String? {
        element(at: path)?.text
    }
}
