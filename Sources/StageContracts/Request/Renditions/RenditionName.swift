/// The name of a rendition, unique in its request.
///
/// It becomes part of object keys: 1 to 64 ASCII letters, digits, `_` and `-`, beginning with a letter or digit.
package struct RenditionName: ReadableText, Hashable {
    package let text: String

    init(reading text: String) throws(TextRefusal) {
        guard text.isName(maximumLength: 64, extra: "_-") else {
            throw TextRefusal("must be 1 to 64 letters, digits, '_' or '-' and begin with a letter or digit")
        }
        self.text = text
    }
}
