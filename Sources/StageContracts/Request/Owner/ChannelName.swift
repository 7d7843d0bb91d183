/// The name of a channel on which people watch a request: 1 to 128 ASCII letters, digits, `.`, `_`, `:` and `-`.
package struct ChannelName: ReadableText, Hashable {
    package let text: String

    init(reading text: String) throws(TextRefusal) {
        self.text = try NameForm(maximumLength: 128, marks: [".", "_", ":", "-"]).checked(text)
    }
}
