/// One attribute that a message's sender set.
package struct PolledMessageAttribute: Sendable, Hashable {
    /// `String`, `Number` or `Binary`, with a custom label after a dot.
    package let dataType: String
    /// The value of a text or a number.
    package let stringValue: String?
    /// The value of a binary attribute.
    package let binaryValue: [UInt8]?

    /// An attribute; one of the values is given.
    package init(dataType: String, stringValue: String? = nil, binaryValue: [UInt8]? = nil) {
        self.dataType = dataType
        self.stringValue = stringValue
        self.binaryValue = binaryValue
    }
}
