/// A colour in sRGB with straight alpha, written `#rrggbb` or `#rrggbbaa`.
package struct Color: ReadableText {
    /// Red, 0 to 255.
    package let red: UInt8
    /// Green, 0 to 255.
    package let green: UInt8
    /// Blue, 0 to 255.
    package let blue: UInt8
    /// Opacity, 0 (none) to 255.
    package let alpha: UInt8

    /// A colour of the given channels.
    package init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8) {
        (self.red, self.green, self.blue, self.alpha) = (red, green, blue, alpha)
    }

    init(reading text: String) throws(TextRefusal) {
        let digits = text.dropFirst().compactMap(\.hexDigitValue)
        let isComplete = digits.count == text.count - 1 && (digits.count == 6 || digits.count == 8)
        guard text.first == "#", isComplete, text.utf8.count == text.count else {
            throw TextRefusal("must be a colour such as #ffcc00, or #ffcc0080 with opacity")
        }
        func byte(_ index: Int) -> UInt8 { UInt8(digits[index] * 16 + digits[index + 1]) }
        red = byte(0)
        green = byte(2)
        blue = byte(4)
        alpha = digits.count == 8 ? byte(6) : 255
    }

    package var text: String {
        let bytes = alpha == 255 ? [red, green, blue] : [red, green, blue, alpha]
        return bytes.reduce(into: "#") { text, byte in
            text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
    }
}
