/// The id of a request: the caller's own, or one given on arrival.
///
/// It is also the idempotency key. It becomes part of object keys and addresses, so it is 1 to 128 ASCII letters, digits, `.`, `_` and `-`, and
/// begins with a letter or digit.
package struct RequestID: ReadableText, Hashable, CustomStringConvertible {
    package let text: String

    /// Takes a text as id, if it may be one.
    package init(reading text: String) throws(TextRefusal) {
        self.text = try NameForm(maximumLength: 128, marks: [".", "_", "-"]).checked(text)
    }

    package var description: String { text }

    /// The id under which a request is refused whose own id another one has.
    ///
    /// - Parameter digest: Tells its body from others, as hexadecimal digits.
    /// - Returns: The same id for the same body, so that a request that comes again is refused once.
    package func refused(digest: String) -> RequestID? {
        try? RequestID(reading: "\(text.prefix(96)).refused-\(digest.prefix(16))")
    }
}
