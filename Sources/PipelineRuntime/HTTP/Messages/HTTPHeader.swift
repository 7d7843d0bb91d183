/// One header field as it is written on the wire.
package struct HTTPHeader: Sendable, Hashable {
    /// The field's name in the case in which it is sent or was received.
    package let name: String
    /// The field's value without surrounding white space.
    package let value: String

    /// Makes a header field.
    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// Whether this is the field called `name`; names ignore ASCII case (RFC 9110, section 5.1).
    package func isNamed(_ name: String) -> Bool {
        let ours = self.name.utf8
        let theirs = name.utf8
        return ours.count == theirs.count && zip(ours, theirs).allSatisfy { lowercase($0) == lowercase($1) }
    }

    /// Whether name and value can be sent as they are, without ending the line (RFC 9110, section 5.5).
    package var isValid: Bool {
        let isName =
            !name.isEmpty && name.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: ":") }
        return isName && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == UInt8(ascii: "\t") }
    }

    private func lowercase(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
