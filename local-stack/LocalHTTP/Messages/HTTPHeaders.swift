/// Header fields in the order in which they came; names compare without regard to case.
package struct HTTPHeaders: Sendable, Hashable {
    /// One field line.
    package struct Field: Sendable, Hashable {
        /// The name as it was written.
        package let name: String
        /// The value without the white space around it.
        package let value: String

        /// A field line.
        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The field lines in order.
    package private(set) var fields: [Field]

    /// The given field lines.
    package init(_ fields: [Field] = []) {
        self.fields = fields
    }

    /// The value of the first field of that name; setting it replaces all fields of that name, nil removes them.
    package subscript(_ name: String) -> String? {
        get { fields.first { $0.name.isSameHeaderName(as: name) }?.value }
        set {
            fields.removeAll { $0.name.isSameHeaderName(as: name) }
            if let newValue { append(name, newValue) }
        }
    }

    /// The values of all fields of that name, in order.
    package func values(_ name: String) -> [String] {
        fields.filter { $0.name.isSameHeaderName(as: name) }.map(\.value)
    }

    /// Adds a field line after the others.
    package mutating func append(_ name: String, _ value: String) {
        fields.append(Field(name: name, value: value))
    }
}

extension HTTPHeaders: ExpressibleByDictionaryLiteral {
    /// The field lines in the order in which they are written.
    package init(dictionaryLiteral elements: (String, String)...) {
        self.init(elements.map { Field(name: $0.0, value: $0.1) })
    }
}

extension String {
    /// Whether both are the same header name (ASCII letters compare without regard to case).
    package func isSameHeaderName(as other: String) -> Bool {
        utf8.count == other.utf8.count && zip(utf8, other.utf8).allSatisfy { $0.lowercased == $1.lowercased }
    }
}

extension UInt8 {
    fileprivate var lowercased: UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
    }
}
