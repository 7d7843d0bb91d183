/// An element of an XML document with what is in it.
struct XMLTree: Sendable, Hashable {
    let name: String
    /// The text of an element without children.
    var text = ""
    var children: [XMLTree] = []
    /// The namespace that a document's root declares.
    var namespace: String?
    /// Further attributes; none is read.
    var attributes: [String: String] = [:]

    init(_ name: String, _ text: String) {
        self.name = name
        self.text = text
    }

    init(_ name: String, _ children: [XMLTree]) {
        self.name = name
        self.children = children
    }

    /// The namespace of S3's documents.
    static let namespace = "http://s3.amazonaws.com/doc/2006-03-01/"

    /// The root of one of S3's documents.
    init(document name: String, _ children: [XMLTree]) {
        self.init(name, children)
        namespace = Self.namespace
    }

    /// The first child of that name.
    subscript(_ name: String) -> XMLTree? { children.first { $0.name == name } }

    /// The children of that name.
    func all(_ name: String) -> [XMLTree] { children.filter { $0.name == name } }
}
