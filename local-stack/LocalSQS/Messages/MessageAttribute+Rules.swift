import LocalServiceKit

extension [String: MessageAttribute] {
    /// Checks what SQS demands of a message's attributes.
    func checkForSQS() throws(ServiceError) {
        guard count <= 10 else {
            throw .invalidParameterValue(
                "Number of message attributes [\(count)] exceeds the allowed maximum [10]."
            )
        }
        for (name, attribute) in sorted(by: { $0.key < $1.key }) {
            try Self.check(name: name)
            try attribute.check(name)
        }
    }

    private static func check(name: String) throws(ServiceError) {
        guard name.utf8.count <= 256 else {
            throw .invalidParameterValue("Message (user) attribute names must be shorter than 256 Bytes")
        }
        guard !name.isEmpty, name.utf8.allSatisfy({ $0.isNameCharacter || $0 == UInt8(ascii: ".") }) else {
            throw .invalidParameterValue(
                "Message (user) attributes name can only contain upper and lower score characters, digits, "
                    + "periods, hyphens and underscores. "
            )
        }
        let small = name.lowercased()
        guard !small.hasPrefix("aws."), !small.hasPrefix("amazon."), !name.hasPrefix("."),
            !name.hasSuffix(".")
        else {
            throw .invalidParameterValue(
                "You can't use message attribute names beginning with 'AWS.' or 'Amazon.'. These strings are "
                    + "reserved for internal use. Additionally, they cannot start or end with '.'."
            )
        }
    }
}

extension MessageAttribute {
    fileprivate func check(_ name: String) throws(ServiceError) {
        let type = dataType.split(separator: ".", maxSplits: 1).first.map(String.init) ?? ""
        guard ["String", "Number", "Binary"].contains(type), dataType.utf8.count <= 256 else {
            throw .invalidParameterValue(
                "The type of message (user) attribute '\(name)' is invalid. You must use only the following "
                    + "supported type prefixes: Binary, Number, String."
            )
        }
        let hasOther = isBinary ? stringValue != nil : binaryValue != nil
        guard !hasOther else {
            let kind = isBinary ? "Binary" : "String"
            throw .invalidParameterValue(
                "Message (user) attribute '\(name)' with type '\(type)' must use field '\(kind)'."
            )
        }
        guard !valueBytes.isEmpty else {
            throw .invalidParameterValue(
                "Message (user) attribute '\(name)' must contain a non-empty value of type '\(type)'."
            )
        }
        guard let stringValue else { return }
        guard stringValue.hasMessageCharactersOnly else {
            throw .invalidParameterValue(ServiceError.invalidMessageContents.message)
        }
        guard type != "Number" || (try? DecimalNumber(parsing: stringValue)) != nil else {
            throw .invalidParameterValue(
                "Can't cast the value of message (user) attribute '\(name)' to a number."
            )
        }
    }
}

extension String {
    /// Whether SQS carries all characters of the text: those of XML 1.0.
    var hasMessageCharactersOnly: Bool {
        unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
            default: false
            }
        }
    }
}
