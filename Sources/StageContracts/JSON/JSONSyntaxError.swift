/// Why bytes were refused as JSON.
package struct JSONSyntaxError: Error, Equatable, Sendable {
    /// What is wrong.
    package enum Reason: String, Sendable {
        case tooLarge
        case tooDeep
        case unexpectedEnd
        case unexpectedByte
        case invalidString
        case invalidNumber
        case duplicateMember
        case trailingBytes
    }

    /// What is wrong.
    package let reason: Reason
    /// The offset of the byte at which reading stopped.
    package let byteOffset: Int
    /// The value that is wrong, where reading came to one: a member that stands twice.
    package var pointer = JSONPointer.root
}

extension JSONSyntaxError {
    /// A sentence for the person who wrote the JSON.
    package var text: String {
        switch reason {
        case .tooLarge: "is larger than \(byteOffset) bytes"
        case .tooDeep: "is nested too deeply at byte \(byteOffset)"
        case .unexpectedEnd: "ends in the middle of a value"
        case .unexpectedByte: "is not JSON: unexpected byte at offset \(byteOffset)"
        case .invalidString: "has an invalid string before byte \(byteOffset)"
        case .invalidNumber: "has an invalid number before byte \(byteOffset)"
        case .duplicateMember: "is named twice, at byte \(byteOffset) again"
        case .trailingBytes: "has more text after its end at byte \(byteOffset)"
        }
    }
}
