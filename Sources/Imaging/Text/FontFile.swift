import CText

/// A font that can be scaled, drawn by FreeType.
///
/// Characters are drawn in the order in which they are written, with kerning. What only a shaping engine can set, such as
/// Arabic or Devanagari, is refused, not drawn wrongly.
struct FontFile: ~Copyable {
    private let font: OpaquePointer

    /// Opens the font file at `path`; the first one loads FreeType.
    ///
    /// - Throws: `fontUnavailable`.
    init(path: String) throws(ImagingError) {
        font = try Self.open(path)
    }

    private static func open(_ path: String) throws(ImagingError) -> OpaquePointer {
        var font: OpaquePointer?
        let status = ctext_open(path, &font)
        guard status == CTEXT_OK, let font else {
            let reason =
                status == CTEXT_NO_LIBRARY
                ? "FreeType is not installed" : "\(path) is no font that can be read"
            throw ImagingError(.fontUnavailable, reason)
        }
        return font
    }

    deinit {
        ctext_close(font)
    }

    /// What a line of `text` covers, in 64ths of a pixel, in letters of `size` 64ths of a pixel.
    ///
    /// - Throws: `impossibleOperation` for a character that the font has not, or that has to be shaped.
    func box(of text: String, size: Int) throws(ImagingError) -> TextBox {
        let scalars = try Self.scalars(of: text)
        var box = ctext_box()
        var missing = 0
        let status = ctext_measure(font, scalars, scalars.count, UInt32(size), &box, &missing)
        guard status != CTEXT_NO_GLYPH else {
            throw ImagingError(
                .impossibleOperation,
                "the font has no glyph for \(Self.name(scalars[missing]))"
            )
        }
        try Self.check(status)
        return TextBox(
            left: Int(box.left),
            top: Int(box.top),
            width: Int(box.right - box.left),
            height: Int(box.top - box.bottom)
        )
    }

    /// The coverage of a line whose box is `box`, 0…255, in `area` pixels from the box's upper left corner on.
    func mask(
        of text: String,
        size: Int,
        _ box: TextBox,
        _ area: PixelSize
    ) throws(ImagingError) -> [UInt8] {
        let scalars = try Self.scalars(of: text)
        var mask = [UInt8](repeating: 0, count: area.pixelCount)
        try Self.check(
            ctext_draw(
                font,
                scalars,
                scalars.count,
                UInt32(size),
                Int64(box.left),
                Int64(box.top),
                &mask,
                area.width,
                area.height
            )
        )
        return mask
    }

    private static func check(_ status: ctext_status) throws(ImagingError) {
        guard status == CTEXT_OK else { throw ImagingError(.outOfMemory, "FreeType could not draw the text") }
    }

    private static func scalars(of text: String) throws(ImagingError) -> [UInt32] {
        let scalars = text.unicodeScalars.map(\.value)
        guard let shaped = scalars.first(where: { value in shapedRanges.contains { $0.contains(value) } })
        else {
            return scalars
        }
        throw ImagingError(.impossibleOperation, "\(name(shaped)) is of a script that has to be shaped")
    }

    private static func name(_ scalar: UInt32) -> String {
        let digits = String(scalar, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// Hebrew to Arabic, the scripts of India to Burma, Khmer, and the presentation forms of the first.
    private static let shapedRanges: [ClosedRange<UInt32>] = [
        0x0590...0x08ff, 0x0900...0x109f, 0x1780...0x17ff, 0xfb1d...0xfdff, 0xfe70...0xfefc,
    ]
}
