/// The name of a rendition, unique in its request.
///
/// It becomes part of object keys: 1 to 64 ASCII letters, digits, `_` and `-`, beginning with a letter or digit.
package struct RenditionName: ReadableText, Hashable {
    package let text: String

    init(reading text: String) throws(TextRefusal) {
        self.text = try NameForm(maximumLength: 64, marks: ["_", "-"]).checked(text)
    }
}
