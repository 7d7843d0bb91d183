/// The header fields of a request or a response, in order, looked up without regard to case.
package struct HTTPHeaders: Sendable, Hashable {
    /// The fields in the order in which they were added or received; a name may occur more than once.
    package private(set) var fields: [HTTPHeader]

    /// Makes a header section of `fields`.
    package init(_ fields: [HTTPHeader] = []) {
        self.fields = fields
    }

    /// The first field's value of that name; assigning replaces every field of that name, `nil` removes them.
    package subscript(name: String) -> String? {
        get { fields.first { $0.isNamed(name) }?.value }
        set {
            fields.removeAll { $0.isNamed(name) }
            if let newValue { add(name, newValue) }
        }
    }

    /// The values of every field of that name, in order.
    package func values(of name: String) -> [String] {
        fields.filter { $0.isNamed(name) }.map(\.value)
    }

    /// Appends a field and leaves others of the same name in place.
    package mutating func add(_ name: String, _ value: String) {
        fields.append(HTTPHeader(name, value))
    }
}

extension HTTPHeaders: ExpressibleByDictionaryLiteral {
    /// Makes a header section of names and values; a name may occur more than once.
    package init(dictionaryLiteral elements: (String, String)...) {
        self.init(elements.map { HTTPHeader($0.0, $0.1) })
    }
}

extension HTTPHeaders: ExpressibleByArrayLiteral {
    /// Makes a header section of fields.
    package init(arrayLiteral elements: HTTPHeader...) {
        self.init(elements)
    }
}

extension HTTPHeaders: Sequence {
    /// Iterates over the fields in order.
    package func makeIterator() -> IndexingIterator<[HTTPHeader]> {
        fields.makeIterator()
    }
}
