/// The words of a watermark: 1 to 256 characters without control characters.
package struct WatermarkText: ReadableText {
    package let text: String

    init(reading text: String) throws(TextRefusal) {
        guard (1...256).contains(text.unicodeScalars.count) else {
            throw TextRefusal("must have from 1 to 256 characters", code: .outOfRange)
        }
        guard !text.hasControlCharacters else { throw TextRefusal("must not have control characters") }
        self.text = text
    }
}
