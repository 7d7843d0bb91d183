import LocalSQS
import LocalServiceKit

extension [String: MessageAttribute] {
    /// Checks what SNS demands of a message's attributes; the texts differ from those of SQS.
    func checkForSNS() throws(ServiceError) {
        for (name, attribute) in sorted(by: { $0.key < $1.key }) {
            try Self.checkTopicAttribute(name: name)
            try attribute.checkForSNS(name)
        }
    }

    private static func checkTopicAttribute(name: String) throws(ServiceError) {
        guard name.utf8.count <= 256 else {
            throw .invalidMessageAttribute("Length of message attribute name must be less than 256 bytes.")
        }
        guard !name.hasPrefix(".") else {
            throw .invalidMessageAttribute(
                "Invalid message attribute name starting with character '.' was found."
            )
        }
        guard !name.hasSuffix(".") else {
            throw .invalidMessageAttribute(
                "Invalid message attribute name ending with character '.' was found."
            )
        }
        let odd = name.unicodeScalars.first {
            !$0.isASCII || !(UInt8(ascii: $0).isNameCharacter || $0 == ".")
        }
        if let odd {
            throw .invalidMessageAttribute(
                "Invalid non-alphanumeric character '#x\(String(odd.value, radix: 16, uppercase: true))' was found in the "
                    + "message attribute name. Can only include alphanumeric characters, hyphens, underscores, or dots."
            )
        }
        guard !name.contains("..") else {
            throw .invalidMessageAttribute("Message attribute name can not have successive '.' character.")
        }
    }
}

extension MessageAttribute {
    fileprivate func checkForSNS(_ name: String) throws(ServiceError) {
        let parts = dataType.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard ["String", "Number", "Binary"].contains(parts[0]), parts.count == 1 || !parts[1].isEmpty else {
            throw .invalidMessageAttribute(
                "The message attribute '\(name)' has an invalid message attribute type, the set of supported type prefixes "
                    + "is Binary, Number, and String."
            )
        }
        let isOtherField =
            isBinary ? binaryValue == nil && stringValue != nil : stringValue == nil && binaryValue != nil
        guard !isOtherField else {
            throw .invalidMessageAttribute(
                "The message attribute '\(name)' with type '\(dataType)' must use field '\(isBinary ? "Binary" : "String")'."
            )
        }
        guard !valueBytes.isEmpty else {
            throw .invalidMessageAttribute(
                "The message attribute '\(name)' must contain non-empty message attribute value for message attribute type "
                    + "'\(dataType)'."
            )
        }
        guard parts[0] != "Number" || (try? DecimalNumber(parsing: stringValue ?? "")) != nil else {
            throw .invalidMessageAttribute(
                "Could not cast message attribute '\(name)' value to number."
            )
        }
    }
}
