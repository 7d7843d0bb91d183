/// The name of a channel on which people watch a request: 1 to 128 ASCII letters, digits, `.`, `_`, `:` and `-`.
package struct ChannelName: ReadableText, Hashable {
    package let text: String

    init(reading text: String) throws(TextRefusal) {
        guard text.isName(maximumLength: 128, extra: "._:-") else {
            throw TextRefusal("must be 1 to 128 letters, digits, '.', '_', ':' or '-'")
        }
        self.text = text
    }
}
