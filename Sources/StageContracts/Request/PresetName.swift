/// The name of a set of renditions that configuration holds: 1 to 64 ASCII letters, digits, `_` and `-`.
package struct PresetName: ReadableText, Hashable {
    package let text: String

    init(reading text: String) throws(TextRefusal) {
        guard text.isName(maximumLength: 64, extra: "_-") else {
            throw TextRefusal("must be 1 to 64 letters, digits, '_' or '-'")
        }
        self.text = text
    }
}
