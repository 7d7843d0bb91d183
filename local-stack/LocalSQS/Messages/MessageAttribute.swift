package import LocalServiceKit

/// One attribute of a message, in SQS and in SNS.
package struct MessageAttribute: Sendable, Hashable, Codable {
    /// `String`, `Number` or `Binary`, with a label of the sender's after a point.
    package var dataType: String
    /// The value of texts and numbers.
    package var stringValue: String?
    /// The value of bytes.
    package var binaryValue: Blob?

    /// An attribute of that type.
    package init(dataType: String, stringValue: String? = nil, binaryValue: Blob? = nil) {
        self.dataType = dataType
        self.stringValue = stringValue
        self.binaryValue = binaryValue
    }

    /// Whether the value is bytes.
    package var isBinary: Bool { dataType == "Binary" || dataType.hasPrefix("Binary.") }

    /// The bytes of the value.
    package var valueBytes: [UInt8] { isBinary ? binaryValue?.bytes ?? [] : Array((stringValue ?? "").utf8) }
}

extension [String: MessageAttribute] {
    /// The bytes that the attributes count towards a message's size.
    package var size: Int {
        reduce(0) { $0 + $1.key.utf8.count + $1.value.dataType.utf8.count + $1.value.valueBytes.count }
    }

    /// The MD5 digest that SQS and its clients compute over attributes, in hexadecimal; nil where there are none.
    ///
    /// Names in order; for each the name, the type, one byte for the kind of the value (1 text, 2 bytes) and the value, the
    /// three with their lengths as four bytes, the highest first (Amazon SQS Developer Guide, "Calculating the MD5 message
    /// digest for message attributes").
    var digest: String? {
        guard !isEmpty else { return nil }
        var bytes: [UInt8] = []
        for (name, attribute) in sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            bytes.append(lengthPrefixed: [UInt8](name.utf8))
            bytes.append(lengthPrefixed: [UInt8](attribute.dataType.utf8))
            bytes.append(attribute.isBinary ? 2 : 1)
            bytes.append(lengthPrefixed: attribute.valueBytes)
        }
        return Digest.md5.of(bytes).hexadecimal
    }
}

extension [UInt8] {
    fileprivate mutating func append(lengthPrefixed part: [UInt8]) {
        let count = UInt32(part.count)
        for shift in [24, 16, 8, 0] as [UInt32] { append(UInt8(truncatingIfNeeded: count >> shift)) }
        append(contentsOf: part)
    }
}
