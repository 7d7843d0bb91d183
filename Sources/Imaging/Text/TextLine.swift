import CText

/// The glyphs of a line of text, from left to right, in units of the font that they belong to.
struct TextLine {
    let glyphs: [ctext_glyph]
}
