/// Words to write over a picture, in one line.
package struct TextMark: Hashable, Sendable {
    /// The words.
    package var text: String
    /// Their colour.
    package var color: Color
    /// The file of the font.
    package var fontPath: String

    /// Words in a colour and a font.
    package init(_ text: String, color: Color, fontPath: String) {
        (self.text, self.color, self.fontPath) = (text, color, fontPath)
    }
}

extension TextMark {
    /// Letters of this many pixels tell how wide the words are.
    private static let referenceSize = 256 * 64

    /// Refuses words that the font cannot draw.
    ///
    /// - Throws: `fontUnavailable`, or `impossibleOperation` for a character that cannot be drawn.
    package func check() throws(ImagingError) {
        let font = try FontFile(path: fontPath)
        _ = try font.box(of: font.line(of: text), size: Self.referenceSize)
    }

    /// The words as large as fits into `box`.
    ///
    /// - Throws: `fontUnavailable`, or `impossibleOperation` for a character that cannot be drawn.
    func overlay(fitting box: PixelSize, opacity: Double) throws(ImagingError) -> Overlay {
        let font = try FontFile(path: fontPath)
        let line = try font.line(of: text)
        let (size, exact) = try fitted(line, font, to: box)
        let mask = try font.mask(of: line, size: size, exact, exact.area)
        return Overlay(mask, of: exact.area, color: color, opacity: opacity)
    }

    /// What the words cover where they are as large as fits into `box`.
    func size(fitting box: PixelSize) throws(ImagingError) -> PixelSize {
        let font = try FontFile(path: fontPath)
        return try fitted(try font.line(of: text), font, to: box).1.area
    }

    /// The size of letters at which a line fits into `box`, and what it covers then.
    private func fitted(
        _ line: TextLine,
        _ font: borrowing FontFile,
        to box: PixelSize
    ) throws(ImagingError) -> (Int, TextBox) {
        let reference = try font.box(of: line, size: Self.referenceSize)
        guard reference.width > 0, reference.height > 0 else {
            throw ImagingError(.impossibleOperation, "the text has nothing to see")
        }
        let scale = min(
            Double(64 * box.width) / Double(reference.width),
            Double(64 * box.height) / Double(reference.height)
        )
        let size = max(64, Int((Double(Self.referenceSize) * scale).rounded(.down)))
        return (size, try font.box(of: line, size: size))
    }
}
