/// How large a puzzle may be.
package enum PuzzleLimits {
    /// The most pieces.
    package static let pieceCount = 5_000
    /// The shortest side of a piece in pixels, without its tabs.
    package static let pieceSide = 16
    /// The most pixels of the picture.
    package static let pixelCount = 24_000_000
    /// The longest side of a sheet in pixels, which every browser's canvas can hold.
    package static let sheetSide = 8_192
}
