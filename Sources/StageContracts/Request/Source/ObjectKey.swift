/// The key of an object in one of the pipeline's buckets.
///
/// S3 allows 1 to 1,024 bytes of UTF-8. Control characters and the segments that HTTP clients fold away (empty, `.`
/// and `..`) are refused: the key that is signed must be the key that arrives. So are the names that the front door refuses
/// for an upload, but cannot keep out of its bucket: those that turn a text around, and those with nothing to be seen.
package struct ObjectKey: ReadableText, Hashable {
    package let text: String

    /// Takes a text as key, if it may be one.
    package init(reading text: String) throws(TextRefusal) {
        guard (1...1024).contains(text.utf8.count) else {
            throw TextRefusal("must have from 1 to 1024 bytes")
        }
        guard !text.hasControlCharacters, !text.hasTextDirections else {
            throw TextRefusal("must not have control characters, or characters that turn a text around")
        }
        // Scalars: a slash and a mark upon it are one character.
        let segments = text.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false)
            .map { Substring($0) }
        guard segments.allSatisfy({ !["", ".", ".."].contains($0) }) else {
            throw TextRefusal("must not have an empty part, '.' or '..' between slashes")
        }
        guard segments.last?.isBlankName != true else {
            throw TextRefusal("must have something at its end that can be seen")
        }
        self.text = text
    }
}
