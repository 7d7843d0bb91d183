import CText
import Glibc

/// A font that can be scaled: FriBidi orders the characters of a line, HarfBuzz shapes them, FreeType draws the glyphs.
///
/// A script needs a font that has its letters and says how they are joined.
struct FontFile: ~Copyable {
    private let font: OpaquePointer

    /// Opens the font file at `path`; the first one loads the libraries.
    ///
    /// - Throws: `fontUnavailable`.
    init(path: String) throws(ImagingError) {
        font = try Self.open(path)
    }

    private static func open(_ path: String) throws(ImagingError) -> OpaquePointer {
        var facts = stat()
        // To open a pipe waits for someone to write; what is not there is said by the library.
        guard stat(path, &facts) != 0 || facts.st_mode & S_IFMT == S_IFREG else {
            throw ImagingError(.fontUnavailable, "\(path) is no font that can be read")
        }
        var font: OpaquePointer?
        let status = ctext_open(path, &font)
        guard status == CTEXT_OK, let font else {
            let reason =
                status == CTEXT_NO_LIBRARY
                ? "FreeType, HarfBuzz or FriBidi is not installed" : "\(path) is no font that can be read"
            throw ImagingError(.fontUnavailable, reason)
        }
        return font
    }

    deinit {
        ctext_close(font)
    }

    /// The glyphs of `text`, shaped and in the order in which they stand from left to right.
    ///
    /// - Throws: `impossibleOperation` for a character that the font has not.
    func line(of text: String) throws(ImagingError) -> TextLine {
        let scalars = text.unicodeScalars.map(\.value)
        var glyphs: UnsafeMutablePointer<ctext_glyph>?
        var (count, missing) = (0, 0)
        let status = ctext_shape(font, scalars, scalars.count, &glyphs, &count, &missing)
        defer { free(glyphs) }
        guard status != CTEXT_NO_GLYPH else {
            let name = Self.name(scalars[missing])
            throw ImagingError(.impossibleOperation, "the font has no glyph for \(name)")
        }
        try Self.check(status)
        return TextLine(glyphs: Array(UnsafeBufferPointer(start: glyphs, count: count)))
    }

    /// What a line covers, in 64ths of a pixel, in letters of `size` 64ths of a pixel.
    func box(of line: TextLine, size: Int) throws(ImagingError) -> TextBox {
        var box = ctext_box()
        try Self.check(ctext_measure(font, line.glyphs, line.glyphs.count, UInt32(size), &box))
        return TextBox(
            left: Int(box.left),
            top: Int(box.top),
            width: Int(box.right - box.left),
            height: Int(box.top - box.bottom)
        )
    }

    /// The coverage of a line whose box is `box`, 0…255, in `area` pixels from the box's upper left corner on.
    func mask(
        of line: TextLine,
        size: Int,
        _ box: TextBox,
        _ area: PixelSize
    ) throws(ImagingError) -> [UInt8] {
        var mask = [UInt8](repeating: 0, count: area.pixelCount)
        try Self.check(
            ctext_draw(
                font,
                line.glyphs,
                line.glyphs.count,
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
        switch status {
        case CTEXT_OK: return
        case CTEXT_UNDRAWABLE:
            throw ImagingError(.impossibleOperation, "the font cannot draw the text at this size")
        default: throw ImagingError(.outOfMemory, "the text could not be drawn")
        }
    }

    private static func name(_ scalar: UInt32) -> String {
        let digits = String(scalar, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
