/// The key of an object in one of the pipeline's buckets.
///
/// S3 allows 1 to 1,024 bytes of UTF-8. Control characters and the segments that HTTP clients fold away (empty, `.`
/// and `..`) are refused: the key that is signed must be the key that arrives.
package struct ObjectKey: ReadableText, Hashable {
    package let text: String

    /// Takes a text as key, if it may be one.
    package init(reading text: String) throws(TextRefusal) {
        guard (1...1024).contains(text.utf8.count) else {
            throw TextRefusal("must have from 1 to 1024 bytes", code: .outOfRange)
        }
        guard !text.hasControlCharacters else { throw TextRefusal("must not have control characters") }
        let segments = text.split(separator: "/", omittingEmptySubsequences: false)
        guard segments.allSatisfy({ !["", ".", ".."].contains($0) }) else {
            throw TextRefusal("must not have an empty part, '.' or '..' between slashes")
        }
        self.text = text
    }
}
